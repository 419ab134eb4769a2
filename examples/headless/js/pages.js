// Each type of page: what all have, the facts of its type, its content, and where it leads.
import { blocks } from "./blocks.js";
import { h, html } from "./dom.js";
import { counted, day, length, number } from "./french.js";
import { here, links, pageLink } from "./links.js";
import { figure } from "./pictures.js";

export function page(given, site) {
  const opens = given.body?.blocks[0]?.type === "hero_search"; // its title is that of the page
  const content = given.body?.blocks ?? [];
  return h(
    "article",
    { class: `page ${given.type}` },
    opens ? blocks(content.slice(0, 1), site, 1) : header(given),
    h("div", { class: "prose" }, blocks(opens ? content.slice(1) : content, site)),
    after(given),
  );
}

function header(given) {
  return [
    given.parent && h("p", { class: "eyebrow" }, pageLink(given.parent)),
    h("h1", {}, given.title),
    given.quoted_title && h("p", { class: "said" }, `«\u00a0${given.quoted_title}\u00a0»`),
    given.summary && h("p", { class: "lead" }, given.summary),
    given.quote && said(given),
    given.image && figure(given.image),
    given.video_url && h("p", {}, h("a", { class: "button", href: given.video_url }, "Voir la vidéo sur YouTube")),
    facts(given),
  ];
}

function said(given) {
  const author = given.quote_author && h("figcaption", {}, given.quote_author);
  return h("figure", {}, h("blockquote", {}, h("p", {}, `«\u00a0${given.quote}\u00a0»`)), author);
}

// What is known of a page, as a list of names and values; what is unknown takes no line.
function facts(given) {
  const rows = FACTS.map(([name, value]) => [name, value(given)]).filter(([, value]) => shown(value));
  if (!rows.length) return null;
  return h("dl", { class: "facts" }, rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
}

const shown = (value) => (Array.isArray(value) ? value.some(Boolean) : value || value === 0);
const label = (name) => (given) => given[name]?.label;
const outside = (url, text) => url && h("a", { href: url }, text);
const list = (items, write) =>
  items?.length ? h("ul", {}, items.map((one) => h("li", {}, write(one)))) : null;

const role = (one) => [`${one.role.label}\u00a0: `, named(one.organisation), person(one.contact)];
const named = (one) => (one?.path ? h("a", { href: here(one.path) }, one.name) : one?.name);
const person = (one) => one && [" — ", one.name, one.email && [" ", outside(`mailto:${one.email}`, one.email)]];
const prize = (one) => [`${one.stage.label} ${one.year}`, one.category && `, ${one.category}`, one.mention && `, ${one.mention}`];
const term = (one) => [`${one.scheme.label}\u00a0: ${one.term.label}`, one.evidence && ` — ${one.evidence}`];
const place = (one) => one && [one.address, one.commune?.label ?? one.departement?.label].filter(Boolean).join(", ");
const measure = (one) => `${one.label ? `${one.label}\u00a0: ` : ""}${number(one.value)}\u00a0${one.unit}`;
const download = (one) => outside(one.url, `${one.title} (${one.format})`);

const FACTS = [
  ["Quand", (page) => page.schedule && [page.schedule.label, page.schedule.is_cancelled && " (annulé)"]],
  ["Nature", label("kind")],
  ["Lieu", (page) => [page.place_name, place(page.place)].filter(Boolean).join(", ")],
  ["Venir", (page) => page.access],
  ["S’inscrire", (page) => outside(page.registration_url, "Formulaire d’inscription")],
  ["Dans", (page) => page.inside && pageLink(page.inside)],
  ["Activité", (page) => page.activity],
  ["Besoin", (page) => page.need],
  ["Secteur", label("sector")],
  ["Statut", label("legal_status")],
  ["Salariés", (page) => page.headcount && [number(page.headcount), page.headcount_year && ` (${page.headcount_year})`]],
  ["Où elle en est", label("maturity")],
  ["Recensée en", (page) => page.year && String(page.year)],
  ["Vérifiée le", (page) => day(page.last_verified)],
  ["Prix", (page) => list(page.prizes ?? (page.prize ? [page.prize] : []), prize)],
  ["Initiative", (page) => page.initiative && pageLink(page.initiative)],
  ["Témoignage", (page) => page.video && pageLink(page.video)],
  ["Organisations", (page) => list(page.organisations, role)],
  ["Contact", (page) => page.contact && person(page.contact)],
  ["Caractérisation", (page) => list(page.characterisation, term)],
  ["Étiquettes", (page) => list(page.tags, (one) => one.label)],
  ["Site web", (page) => outside(page.website, page.website)],
  ["Participants", (page) => page.participants && counted(page.participants, "personne", "personnes")],
  ["Structures", (page) => page.structures && counted(page.structures, "structure", "structures")],
  ["Profils", (page) => page.profiles],
  ["Date", (page) => page.date_label || day(page.published_on)],
  ["Durée", (page) => length(page.duration)],
  ["Qui parle", (page) => page.speakers],
  ["Langue", label("language")],
  ["Fichier", (page) => page.document && download(page.document)],
  ["Chiffres", (page) => list([...(page.figures ?? []), ...(page.measures ?? [])], measure)],
  ["Chapitres", (page) => list(page.chapters, (one) => outside(one.url, one.title))],
];

// Where a page leads: the lists of pages of all types.
const LISTS = [
  ["stages", "Étapes"],
  ["reports", "Comptes rendus"],
  ["events_inside", "Dans cet événement"],
  ["subjects", "De quoi parle la vidéo"],
  ["stories", "Histoires"],
  ["videos", "Vidéos"],
  ["events", "Événements"],
  ["publications", "Publications"],
  ["initiatives", "Initiatives"],
  ["related", "À lire aussi"],
];

function after(given) {
  const transcript =
    given.transcript && h("details", {}, h("summary", {}, "Transcription"), html(given.transcript));
  return [transcript, LISTS.map(([name, title]) => links(title, given[name]))];
}
