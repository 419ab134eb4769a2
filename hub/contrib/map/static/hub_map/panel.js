/* What a mark stands for: one initiative, or the list of those of a place. It holds no focus. */
import { counted, placeName } from "./wording.js";

const UNKNOWN = "Le titre de cette initiative ne peut pas être affiché pour l’instant.";

export class Panel {
  /** `otherwise` has the focus next where what opened the panel is gone. */
  constructor(box, names, otherwise) {
    this.box = box;
    this.names = names;
    this.otherwise = otherwise;
    [this.title, this.said, this.closer] = box.children;
    this.closer.addEventListener("click", () => this.close());
    box.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
  }

  /** Show what these identifiers name; `opener` has the focus next. */
  async show(ids, opener) {
    this.opener = opener;
    this.asked = ids;
    this.title.textContent = ids.length > 1 ? counted(ids.length) : opener.ariaLabel;
    this.said.textContent = "Chargement…";
    if (!this.box.open) this.box.show();
    this.title.focus({ preventScroll: true });
    const named = await Promise.all(ids.map((id) => this.names.get(id)));
    if (this.asked !== ids) return;
    if (ids.length > 1) this.list(named);
    else this.card(named[0]);
  }

  card(named) {
    if (named) this.title.replaceChildren(linkTo(named));
    this.said.textContent = named ? placeName(named) : UNKNOWN;
  }

  list(named) {
    const [place, ...others] = new Set(named.map((one) => one?.place));
    if (place && !others.length) this.title.textContent += `\u00a0: ${place}`;
    const lines = document.createElement("ul");
    lines.role = "list";
    lines.append(...named.map(lineOf));
    this.said.replaceChildren(lines);
  }

  close() {
    if (!this.box.open) return;
    this.asked = null;
    const back = this.opener.isConnected ? this.opener : this.otherwise;
    if (this.box.contains(document.activeElement)) back.focus({ preventScroll: true });
    this.box.close();
  }
}

const linkTo = ({ title, address }) =>
  Object.assign(document.createElement("a"), { href: address, textContent: title });

function lineOf(named) {
  const line = document.createElement("li");
  if (!named) line.append(UNKNOWN);
  else line.append(linkTo(named), Object.assign(document.createElement("p"), { textContent: placeName(named) }));
  return line;
}
