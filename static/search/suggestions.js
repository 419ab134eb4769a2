/*
 * Suggestions while typing: makes the input of a search form an editable combobox with a list
 * (WAI-ARIA 1.2). Without this file the form is what it is: a text and a button.
 */
const WAIT_MS = 120;
const LEAST_LETTERS = 2;
let made = 0;

class Combobox {
  constructor(input, form) {
    this.input = input;
    this.form = form;
    this.known = new Map();
    this.active = null;
    this.list = element("div", { id: `suggestions-${++made}`, role: "listbox", hidden: "" });
    this.list.className = "suggestions";
    this.list.setAttribute("aria-label", "Suggestions");
    this.status = element("p", { role: "status" });
    this.status.className = "visually-hidden";
    input.closest(".search-form__row").append(this.list, this.status);
    // The role of a combobox is not one that a field of type « search » may have.
    for (const [name, value] of Object.entries({
      type: "text",
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-controls": this.list.id,
      "aria-expanded": "false",
    })) input.setAttribute(name, value);
    input.addEventListener("input", () => this.askSoon());
    input.addEventListener("keydown", (event) => this.onKey(event));
    input.addEventListener("blur", () => this.close());
    form.addEventListener("submit", () => this.close());
    addEventListener("pagehide", () => this.close());
    // The field keeps the focus while the list is used.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  get text() {
    return this.input.value.trim();
  }

  get isOpen() {
    return !this.list.hidden;
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  askSoon() {
    this.cancel();
    if (this.text.length < LEAST_LETTERS) return this.close();
    this.timer = setTimeout(() => this.ask(this.text), WAIT_MS);
  }

  cancel() {
    clearTimeout(this.timer);
    this.request?.abort();
  }

  async ask(text) {
    this.cancel();
    try {
      this.show(this.known.get(text) ?? (await this.fetch(text)));
    } catch (error) {
      // The form searches all the same: a failed suggestion loses nothing.
      if (error.name !== "AbortError") this.close();
    }
  }

  async fetch(text) {
    this.request = new AbortController();
    const { signal } = this.request;
    const address = new URL(this.form.dataset.suggestions, location.href);
    address.searchParams.set("q", text);
    const answer = await fetch(address, { signal, credentials: "omit" });
    if (!answer.ok) throw new Error(answer.statusText);
    const read = await answer.json();
    this.known.set(text, read);
    return read;
  }

  show({ groups, said }) {
    this.list.replaceChildren(...groups.map((group, rank) => this.group(group, rank)));
    this.activate(null);
    this.list.hidden = groups.length === 0;
    this.input.setAttribute("aria-expanded", String(this.isOpen));
    this.status.textContent = said;
  }

  close() {
    this.cancel();
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.activate(null);
    this.status.textContent = "";
  }

  group({ label, lines }, rank) {
    const id = `${this.list.id}-${rank}`;
    const group = element("div", { role: "group", "aria-labelledby": id });
    const name = element("p", { id, role: "presentation" }, label);
    name.className = "suggestions__name";
    group.append(name, ...lines.map((line, place) => this.option(line, `${id}-${place}`)));
    return group;
  }

  option({ label, detail, url, query }, id) {
    const option = element("a", {
      id,
      role: "option",
      tabindex: "-1",
      "aria-selected": "false",
      href: url || `${new URL(this.form.action).pathname}?${query}`,
    });
    option.append(element("span", {}, label));
    if (detail) option.append(" ", element("small", {}, detail));
    return option;
  }

  activate(option) {
    this.active?.setAttribute("aria-selected", "false");
    this.active = option;
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  onKey(event) {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") this.onArrow(event);
    else if (!this.isOpen) return;
    else if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && this.active) {
      event.preventDefault();
      this.active.click();
    } else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) this.activate(null);
  }

  onArrow(event) {
    if (!this.isOpen) {
      if (event.key === "ArrowDown" && this.text.length >= LEAST_LETTERS) {
        event.preventDefault();
        this.ask(this.text);
      }
      return;
    }
    event.preventDefault();
    // The text itself is a place of the ring.
    const ring = [null, ...this.options];
    const step = event.key === "ArrowDown" ? 1 : -1;
    this.activate(ring.at((ring.indexOf(this.active) + step) % ring.length));
  }
}

function element(name, attributes, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

for (const form of document.querySelectorAll("form[data-suggestions]")) {
  new Combobox(form.elements.q, form);
}
