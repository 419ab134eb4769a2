// What surrounds every page: identity, menu, footer, funders. Read once: /api/v1/site.
import { read } from "./api.js";
import { h } from "./dom.js";
import { address, here } from "./links.js";
import { picture } from "./pictures.js";

let reading;

export function siteOf() {
  reading ??= read("site").then((site) => ({ ...site, root: site.url.replace(/\/$/, "") }));
  return reading;
}

export async function frame() {
  const site = await siteOf();
  document.querySelector("#entete").replaceChildren(...top(site));
  document.querySelector("#pied").replaceChildren(...bottom(site));
}

const items = (links, site) =>
  h("ul", {}, links.map((one) => h("li", {}, h("a", { href: address(one, site.root) }, one.label))));

function top(site) {
  const brand = site.logo ? picture(site.logo, "12rem") : site.name;
  return [
    h("p", { class: "brand" }, h("a", { href: here("/") }, brand)),
    h("nav", { "aria-label": "Menu principal" }, items(site.menu, site)),
    h(
      "form",
      { role: "search", action: "#/recherche/", "data-find": true, class: "small find" },
      h("label", { for: "chercher" }, "Rechercher"),
      h("input", { id: "chercher", name: "q", type: "search", autocomplete: "off" }),
      h("button", {}, "Chercher"),
    ),
  ];
}

function bottom(site) {
  const { funding, contact, accounts } = site;
  const account = (one) => h("li", {}, h("a", { href: one.url }, one.network));
  return [
    h("p", {}, h("strong", {}, site.name), site.tagline && ` — ${site.tagline}`),
    h("nav", { "aria-label": "Pied de page" }, items(site.footer, site)),
    contact.email && h("p", {}, h("a", { href: `mailto:${contact.email}` }, contact.email)),
    accounts.length > 0 && h("ul", {}, accounts.map(account)),
    h("section", { class: "funders", "aria-label": "Financeurs" }, funders(funding)),
    h("p", {}, "Ce site est un exemple : tout son contenu vient de l’API du hub."),
  ].filter(Boolean);
}

function funders(funding) {
  const one = (given) => {
    const shown = given.logo ? picture(given.logo, "10rem") : given.name;
    return h("li", {}, given.url ? h("a", { href: given.url }, shown) : shown);
  };
  const emblem =
    funding.european_emblem &&
    h("img", { src: funding.european_emblem, alt: "", width: 72, height: 48 });
  return [
    emblem && h("p", { class: "europe" }, emblem, "Cofinancé par l’Union européenne"),
    funding.funders.length > 0 && h("ul", { class: "logos" }, funding.funders.map(one)),
    funding.statement && h("p", {}, funding.statement),
  ];
}
