// What stands at an address that is no page of the tree: a term, an organisation, a territory…
import { read } from "./api.js";
import { HUB } from "./config.js";
import { h } from "./dom.js";
import { here, pageLink } from "./links.js";
import { results } from "./lists.js";
import { picture } from "./pictures.js";

const WRITERS = { organisation, term, vocabulary, territories, territory, "site-plan": plan };
const TITLES = { accessibility: "Accessibilité du hub", map: "Carte" };

export function other(found) {
  const write = WRITERS[found.kind];
  if (write) return write(found);
  return [
    h("h1", {}, TITLES[found.kind] ?? "Une autre page du hub"),
    h("p", {}, h("a", { class: "button", href: `${HUB}${found.path}` }, "Lire cette page sur le hub")),
  ];
}

const entry = (one) => h("a", { href: here(one.path) }, one.label);
const columns = (items, write) =>
  h("ul", { class: "columns" }, items.map((one) => h("li", {}, write(one))));

async function initiatives(filter) {
  return [h("h2", {}, "Les initiatives"), results(await read("initiatives", filter))];
}

async function organisation({ id }) {
  const found = await read(`organisations/${id}`);
  const role = ({ role, from_year, to_year }) =>
    `${role.label}${from_year ? `, ${[from_year, to_year].filter(Boolean).join("–")}` : ""}`;
  return [
    h("p", { class: "eyebrow" }, "Organisation"),
    h("h1", {}, found.name),
    found.logo && picture(found.logo, "12rem"),
    found.description && h("p", {}, found.description),
    found.programme_roles.length > 0 && columns(found.programme_roles, role),
    found.website && h("p", {}, h("a", { href: found.website }, found.website)),
  ];
}

async function territories() {
  const found = await read("territoires");
  return [h("h1", {}, "Territoires"), columns(found.items, entry), h("p", {}, h("small", {}, found.attribution))];
}

async function territory({ id }) {
  const found = await read(`territoires/${id}`);
  const communes = columns(found.communes, (one) => one.label);
  return [
    h("p", { class: "eyebrow" }, found.kind.label),
    h("h1", {}, found.label),
    await initiatives({ [found.kind.code]: found.code }),
    h("details", {}, h("summary", {}, `Les communes (${found.communes.length})`), communes),
  ];
}

async function vocabulary({ id }) {
  const found = await read(`vocabulaires/${id}`);
  const line = (one) => [entry(one), one.definition && h("p", {}, one.definition)];
  return [h("h1", {}, found.label), h("ul", {}, found.terms.map((one) => h("li", {}, line(one))))];
}

async function term({ id, path }) {
  const [scheme] = path.split("/").filter(Boolean).slice(-2);
  const vocabulary = await read(`vocabulaires/${scheme}`);
  const found = vocabulary.terms.find((one) => one.id === id);
  return [
    h("p", { class: "eyebrow" }, entry(vocabulary)),
    h("h1", {}, found.label),
    found.definition && h("p", { class: "lead" }, found.definition),
    // The kinds of events are no filter of initiatives.
    scheme !== "type-evenement" && (await initiatives({ [scheme]: found.code })),
  ];
}

async function plan() {
  const pages = [];
  let found = await read("pages", { fields: "title,path", limit: 100 });
  for (;;) {
    pages.push(...found.items);
    if (!found.next) break;
    found = await read("pages", new URL(found.next).searchParams);
  }
  pages.sort((one, two) => one.path.localeCompare(two.path, "fr"));
  return [h("h1", {}, "Plan du site"), columns(pages, pageLink)];
}
