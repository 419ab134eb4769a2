// The lists that a page of the tree stands for: its answers come from the collection of its type.
import { read, readAt } from "./api.js";
import { h, html, many } from "./dom.js";
import { counted, day } from "./french.js";
import { here } from "./links.js";
import { picture } from "./pictures.js";

const COLLECTIONS = {
  "liste-initiatives": "initiatives",
  "liste-laureats": "laureats",
  "liste-evenements": "evenements",
  "liste-videos": "videos",
  "liste-publications": "publications",
  "liste-themes": "themes",
};
const FIELDS = "title,summary,image,path,type,updated_at";

export async function list(page, parameters) {
  const name = COLLECTIONS[page.type];
  if (!name) return null;
  const asked = new URLSearchParams(parameters);
  asked.set("fields", FIELDS);
  const found = await read(name, asked);
  return [refine(found), results(found)];
}

// Facets are those of the search: a list is the search of one type.
function refine(found) {
  const type = found.items[0]?.type;
  if (!type || type === "theme") return null; // no search finds themes
  return h("p", {}, h("a", { href: here(`/recherche/?type=${type}`) }, "Affiner par critères"));
}

// A part of a list, and a button that brings the next one.
export function results(found) {
  const total =
    found.total === null ? null : h("p", {}, counted(found.total, "résultat", "résultats"));
  const shown = many(found.items, card) ?? h("p", {}, "Rien ne correspond pour le moment.");
  const section = h("section", { "aria-label": "Résultats", class: "results" }, total, shown);
  if (found.next) section.append(more(shown, found.next));
  return section;
}

function more(shown, address) {
  const button = h("button", { type: "button", class: "button", onclick: bring }, "Voir la suite");
  async function bring() {
    const found = await readAt(address);
    const added = found.items.map((one) => h("li", {}, card(one)));
    shown.append(...added);
    added[0]?.querySelector("a").focus();
    if (found.next) address = found.next;
    else button.remove();
  }
  return button;
}

// An item is a page, or a result of the search: its page, and what of it answers the words.
function card(item) {
  const { page, highlight, distance } = item.page ? item : { page: item };
  const title = highlight?.title ? html(highlight.title, "span") : page.title;
  const passage = highlight?.excerpt ? html(highlight.excerpt, "p") : null;
  return h(
    "article",
    { class: "card" },
    page.image ? picture({ ...page.image, alt: "" }, "20rem") : null,
    h("h2", {}, h("a", { href: here(page.path) }, title)),
    passage ?? (page.summary && h("p", {}, page.summary)),
    distance && h("p", { class: "when" }, distance),
    page.updated_at && h("p", { class: "when" }, `Mise à jour le ${day(page.updated_at)}`),
  );
}
