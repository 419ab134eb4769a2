// The search: words, suggestions while one types, facets with their counts. The parameters are those
// of the hub's own pages, so that an address of one is an address of the other.
import { read } from "./api.js";
import { h } from "./dom.js";
import { counted } from "./french.js";
import { siteOf } from "./frame.js";
import { address, here } from "./links.js";
import { results } from "./lists.js";

const PAUSE = 200; // milliseconds without a key before suggestions are asked for

export async function searchPage(parameters) {
  const found = await read("recherche", parameters);
  return [h("h1", {}, "Recherche"), form(found, parameters)];
}

function form(found, parameters) {
  const words = h("input", {
    id: "question",
    name: "q",
    type: "search",
    value: parameters.get("q"),
    autocomplete: "off",
    "aria-describedby": "aide",
  });
  const offered = h("ul", { class: "suggestions", "aria-label": "Suggestions" });
  let waiting;
  words.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => suggest(words.value, offered), PAUSE);
  });
  const corrected =
    found.done.is_corrected && h("p", {}, `Résultats pour «\u00a0${found.done.words}\u00a0».`);
  return h(
    "div",
    { class: "search" },
    h(
      "form",
      { action: "#/recherche/", "data-find": true, role: "search", "aria-label": "Affiner" },
      h(
        "div",
        { class: "find" },
        h("label", { for: "question" }, "Mots cherchés"),
        words,
        h("button", {}, "Chercher"),
      ),
      h("p", { id: "aide", class: "when" }, "Des suggestions paraissent pendant la frappe."),
      offered,
      h(
        "details",
        { open: matchMedia("(min-width: 60rem)").matches },
        h("summary", {}, "Filtres"),
        found.facets.filter((one) => one.choices.length).map(facet),
      ),
    ),
    h("div", {}, corrected, results(found)),
  );
}

async function suggest(words, offered) {
  if (!words.trim()) return offered.replaceChildren();
  const { groups } = await read("suggestions", { q: words }).catch(() => ({ groups: [] }));
  const { root } = await siteOf();
  const lines = groups.flatMap((group) => group.items);
  const line = (one) => {
    const href = one.url ? address(one, root) : here(`/recherche/?${one.query}`);
    return h("li", {}, h("a", { href }, one.label, one.detail && h("small", {}, ` ${one.detail}`)));
  };
  offered.replaceChildren(...lines.map(line));
  document.querySelector("#annonce").textContent = counted(lines.length, "suggestion", "suggestions");
}

// Choosing a value asks the search again: the counts of the others follow.
function facet(given) {
  const chosen = given.choices.some((one) => one.is_chosen);
  const choice = (one) =>
    h(
      "li",
      { class: one.parent && "below" },
      h(
        "label",
        {},
        h("input", {
          type: "checkbox",
          name: given.name,
          value: one.code,
          checked: one.is_chosen,
          onchange: (event) => event.target.form.requestSubmit(),
        }),
        one.count === null ? one.label : `${one.label} (${one.count})`,
      ),
    );
  return h(
    "details",
    { class: "facet", open: chosen },
    h("summary", {}, given.label),
    h(
      "fieldset",
      {},
      h("legend", { class: "unseen" }, given.label),
      h("ul", {}, given.choices.map(choice)),
    ),
  );
}
