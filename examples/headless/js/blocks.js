// Each block of the content, from its JSON. What a block holds: /api/v1/schemas/blocks.
// A block that is not known here, as that of a plugin, is passed over: `unknown` names it.
import { h, html, many } from "./dom.js";
import { counted, length } from "./french.js";
import { address, here, pageLink } from "./links.js";
import { figure, picture } from "./pictures.js";

export const unknown = new Set();

export function blocks(given, site, level = 2) {
  return given.map((block) => {
    const write = WRITERS[block.type];
    if (!write) unknown.add(block.type);
    return write ? h("div", { class: `block ${block.type}` }, write(block.value, level, site)) : null;
  });
}

const heading = (text, level) => (text ? h(`h${level}`, {}, text) : null);
const text = (words, attributes) => (words ? h("p", attributes, words) : null);
const link = (given, site, attributes = {}) =>
  given && h("a", { ...attributes, href: address(given, site.root) }, given.label);

function guided(value, level) {
  return [heading(value.title, level), html(value.text)];
}

function quote(value) {
  const source = value.source_name || value.source_url;
  const cite = source && h("cite", {}, source);
  return h(
    "figure",
    {},
    h("blockquote", {}, h("p", {}, `«\u00a0${value.text}\u00a0»`)),
    h(
      "figcaption",
      {},
      [value.author, value.function].filter(Boolean).join(", "),
      source && " — ",
      value.source_url ? h("a", { href: value.source_url }, cite) : cite,
    ),
  );
}

function keyFigure(value) {
  const said = [value.date, value.source && `source\u00a0: ${value.source}`].filter(Boolean).join(", ");
  return [
    h("p", { class: "value" }, value.value, value.unit && `\u00a0${value.unit}`),
    h("p", {}, value.label, said && h("small", {}, ` (${said})`)),
  ];
}

function accordion(value, level) {
  const open = (item) => h("details", {}, h("summary", {}, item.title), html(item.text));
  return [heading(value.title, level), value.items.map(open)];
}

function cell(given) {
  if (given.type === "row_header") return h("th", { scope: "row" }, given.value);
  return given.type === "rich_text" ? html(given.value, "td") : h("td", {}, given.value);
}

function table(value) {
  const head = h("tr", {}, value.columns.map((one) => h("th", { scope: "col" }, one.heading)));
  const rows = value.rows.map((row) => h("tr", {}, row.map(cell)));
  // What is wider than the screen is scrolled, by the keyboard as well.
  return h(
    "div",
    { class: "scroll", role: "region", tabindex: "0", "aria-label": value.caption || "Tableau" },
    h("table", {}, h("caption", {}, value.caption), h("thead", {}, head), h("tbody", {}, rows)),
  );
}

function file(value) {
  const { format, bytes, accessible, url } = value.document;
  const facts = [
    format,
    bytes && counted(Math.ceil(bytes / 1024), "Ko", "Ko"),
    accessible === false && "non accessible",
    accessible === null && "accessibilité non évaluée",
  ];
  return h(
    "p",
    {},
    h("a", { href: url }, `${value.title} (${facts.filter(Boolean).join(", ")})`),
    value.equivalent && [" — le même contenu en page web\u00a0: ", pageLink(value.equivalent)],
  );
}

// Nothing is asked of YouTube: the poster is the hub's, and the visitor follows a link.
function video(value) {
  const facts = [length(value.duration), value.language?.code !== "fr" && value.language?.label];
  const transcript =
    value.transcript && h("details", {}, h("summary", {}, "Transcription"), html(value.transcript));
  return [
    h(
      "figure",
      {},
      picture(value.poster),
      h(
        "figcaption",
        {},
        h("a", { href: value.url }, `Voir «\u00a0${value.title}\u00a0» sur YouTube`),
        facts.some(Boolean) && ` (${facts.filter(Boolean).join(", ")})`,
      ),
    ),
    transcript,
  ];
}

// Pages that are found when they are shown come with what a card says; chosen ones as links.
function card(page, level) {
  if (!("summary" in page)) return pageLink(page);
  return h(
    "article",
    { class: "card" },
    page.image && picture({ ...page.image, alt: "" }, "20rem"),
    h(`h${level}`, {}, pageLink(page)),
    text(page.summary),
    page.image?.credit && h("p", {}, h("small", {}, `© ${page.image.credit}`)),
  );
}

function pages(value, level, site) {
  const all = value.all && h("p", {}, link(value.all, site, { class: "more" }));
  if (!value.pages.length && !all) return null;
  const write = (page) => card(page, level + 1);
  return [heading(value.title, level), many(value.pages, write), all];
}

function programme(value, level) {
  const slot = (one) =>
    h(
      "li",
      {},
      one.start && h("p", { class: "hour" }, [one.start, one.end].filter(Boolean).join(" – ")),
      h("p", {}, h("strong", {}, one.title), one.speakers && `, ${one.speakers}`),
      one.description && html(one.description),
    );
  return [heading(value.title, level), h("ol", {}, value.slots.map(slot))];
}

function productions(value, level) {
  const one = (given) =>
    h(
      "li",
      {},
      h("p", {}, h("strong", {}, given.title), given.question && `\u00a0: ${given.question}`),
      given.description && html(given.description),
    );
  return [heading(value.title, level), h("ul", {}, value.productions.map(one))];
}

function hero(value, level) {
  return [
    text(value.eyebrow, { class: "eyebrow" }),
    heading(value.title, level),
    text(value.intro, { class: "lead" }),
    h(
      "form",
      { class: "find", role: "search", action: "#/recherche/", "data-find": true },
      h("label", { for: "mots" }, "Rechercher une initiative"),
      h("input", { id: "mots", name: "q", type: "search", autocomplete: "off" }),
      h("button", {}, "Rechercher"),
    ),
    value.shortcuts.length > 0 &&
      h("ul", { class: "chips" }, value.shortcuts.map((one) => h("li", {}, pageLink(one)))),
  ];
}

function region(value, level) {
  const one = (area) =>
    h(
      "li",
      {},
      h("a", { href: here(`/recherche/?departement=${area.code}`) }, area.label),
      `\u00a0: ${counted(area.total, "initiative", "initiatives")}`,
    );
  return [heading(value.title, level), h("ul", { class: "columns" }, value.departements.map(one))];
}

function partners(value, level) {
  const one = (given) =>
    h(
      "li",
      {},
      h("a", { href: here(given.path) }, given.logo ? picture(given.logo, "12rem") : given.name),
    );
  return [heading(value.title, level), h("ul", { class: "logos" }, value.organisations.map(one))];
}

function contact({ page, email }, level) {
  const way = page ? here(page.path) : email && `mailto:${email}`;
  return [
    heading("Être mis en relation", level),
    h("p", {}, "Le programme vous met en relation avec l’équipe de cette initiative."),
    way && h("p", {}, h("a", { class: "more", href: way }, "Écrire au programme")),
  ];
}

const WRITERS = {
  text: (value) => html(value),
  lead: (value) => h("p", { class: "lead" }, value),
  quote,
  image: (value) => figure(value.image, value.caption),
  gallery: (value, level) => [
    heading(value.title, level),
    h("div", { class: "grid" }, value.images.map((one) => figure(one.image, one.caption))),
  ],
  video,
  key_figure: keyFigure,
  key_figures: (value, level) => [
    heading(value.title, level),
    h("ul", { class: "figures" }, value.figures.map((one) => h("li", {}, keyFigure(one)))),
  ],
  call_to_action: (value, level, site) => [
    heading(value.title, level),
    text(value.text),
    value.link && h("p", {}, link(value.link, site, { class: "button" })),
  ],
  accordion,
  table,
  document: file,
  selection: pages,
  saved_search: pages,
  programme,
  productions,
  section: (value, level, site) =>
    h(
      "section",
      { class: `on-${value.background?.code ?? "none"}` },
      heading(value.title, level),
      blocks(value.content, site, level + 1),
    ),
  two_columns: (value, level, site) =>
    h(
      "div",
      { class: "grid" },
      h("div", {}, blocks(value.left, site, level)),
      h("div", {}, blocks(value.right, site, level)),
    ),
  need: guided,
  approach: guided,
  results: guided,
  conditions: guided,
  cost: guided,
  contact,
  point: (value) => h("p", {}, `Latitude ${value.latitude}, longitude ${value.longitude}`),
  hero_search: hero,
  latest_laureates: pages,
  latest_initiatives: pages,
  next_events: pages,
  themes: pages,
  region,
  partners,
};
