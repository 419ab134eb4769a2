/* The page around the map: the search that it shows, its form, the cards of its list. */
const RESULTS = "reponse";
const FORM = "recherche-formulaire";
const CARD = "[data-page]";
const DECIMALS = 2; // about a kilometre
const WAIT = { timeout: 10_000, maximumAge: 600_000 };

/** Return the parameters of what is shown. */
export function shownSearch() {
  const { address } = document.getElementById("resultats").dataset;
  return new URL(address, location.href).searchParams;
}

/** Return the parameters that points depend on: no area, no order, no page. */
export function searchOfPoints(search = shownSearch()) {
  const kept = new URLSearchParams(search);
  for (const name of ["bbox", "tri", "page"]) kept.delete(name);
  return kept.toString();
}

/** Set fields of the form, by name, and send it as a filter does. */
export function ask(values) {
  const form = document.getElementById(FORM);
  let field;
  for (const [name, value] of Object.entries(values)) {
    field = form.elements[name] ?? addField(name);
    field.value = value;
  }
  if (window.htmx) field.dispatchEvent(new Event("change", { bubbles: true }));
  else form.requestSubmit();
}

function addField(name) {
  const field = Object.assign(document.createElement("input"), { type: "hidden", name });
  field.setAttribute("form", FORM);
  document.getElementById(RESULTS).append(field);
  return field;
}

/** Call back once new results are shown. */
export function onResults(act) {
  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    if (detail.target.id === RESULTS) act();
  });
}

/** Call back with the identifier of the card that is looked at, or null. */
export function onCard(act) {
  const results = document.getElementById(RESULTS);
  const look = ({ target }) => act(Number(target.closest(CARD)?.dataset.page) || null);
  for (const name of ["pointerover", "focusin"]) results.addEventListener(name, look);
  for (const name of ["pointerleave", "focusout"]) results.addEventListener(name, () => act(null));
}

/** Make the cards of these identifiers stand out, and no other. */
export function lightCards(ids) {
  for (const card of document.querySelectorAll(CARD)) {
    card.classList.toggle("is-on-map", ids.includes(Number(card.dataset.page)));
  }
}

/** « Autour de moi »: a press asks the browser; what it tells is rounded before it leaves it. */
export function lookAround(fold) {
  if (!window.isSecureContext || !navigator.geolocation) return;
  const say = (when) => {
    for (const sentence of fold.querySelectorAll("[data-when]")) {
      sentence.hidden = !sentence.dataset.when.includes(when);
    }
  };
  const search = ({ coords }) => {
    say("nothing");
    fold.querySelector("summary").focus();
    fold.open = false;
    const place = [coords.latitude, coords.longitude].map((side) => side.toFixed(DECIMALS));
    ask({ bbox: "", autour: place.join() });
  };
  fold.hidden = false;
  fold.querySelector("button").addEventListener("click", () => {
    say("asking");
    navigator.geolocation.getCurrentPosition(search, ({ code }) => say(code), WAIT);
  });
}
