/*
 * The page of results, once htmx has replaced a part of it: where the focus goes, what is said.
 * The page works without this file: every link is an address, every control is in a form.
 */
const RESULTS = "reponse";
const answer = document.getElementById(RESULTS);
const heading = () => document.getElementById("resultats");
let before = null; // what was used to ask, and what stood open

/** Return the rank of the chip that was used among the others, or -1. */
const rankOf = (chip) => [...answer.querySelectorAll(".results__chips a")].indexOf(chip);

/** Return where the focus goes for a way of asking; nothing where it stays. */
function goal({ control, rank, isSubmitted }) {
  if (control.dataset.unfolds) {
    const facet = document.getElementById(control.dataset.unfolds);
    return facet.querySelector("a[data-unfolds]:only-child") ?? facet;
  }
  if (rank >= 0) {
    const chips = answer.querySelectorAll(".results__chips a");
    return chips[Math.min(rank, chips.length - 1)] ?? heading();
  }
  return isSubmitted || control.closest(".pagination") ? heading() : null;
}

/** Say how many results there are, once, where nothing else says it; nothing, to begin with. */
function announce(text = "") {
  document.getElementById("annonce").textContent = text.trim().replace(/\s+/g, " ");
}

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  const event = detail.requestConfig.triggeringEvent;
  const fold = answer.querySelector(".more-filters");
  before = {
    control: detail.elt,
    rank: rankOf(detail.elt),
    isSubmitted: event?.type === "submit",
    isOpen: fold?.open && !(event?.type === "submit" && fold.contains(event.submitter)),
  };
  answer.ariaBusy = "true";
  announce();
});

document.addEventListener("htmx:afterSwap", ({ detail }) => {
  if (detail.target.id !== RESULTS || !before) return;
  const fold = answer.querySelector(".more-filters");
  if (fold && before.isOpen) fold.open = true;
});

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (detail.target.id !== RESULTS || !before) return;
  answer.ariaBusy = null;
  const place = goal(before);
  place?.focus();
  if (place === heading()) place.scrollIntoView({ block: "start" });
  else if (!before.control.dataset.unfolds) announce(heading().textContent);
  before = null;
});

// The site does not answer, or not as it should: the browser says so better than silence.
for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, ({ detail }) => {
    const { path, parameters } = detail.requestConfig;
    const query = new URLSearchParams(parameters).toString();
    location.assign(query && !path.includes("?") ? `${path}?${query}` : path);
  });
}

// The address of a form that was sent without script has parameters that say nothing.
const { address } = heading().dataset;
const isWhole = !answer.querySelector(".notice--problem") && !location.search.includes("plus=");
if (isWhole) {
  history.replaceState(history.state, "", address + location.hash);
}
