// Follows the address: asks the hub what stands there, and shows it.
import { read, Refusal } from "./api.js";
import { h } from "./dom.js";
import { frame, siteOf } from "./frame.js";
import { here } from "./links.js";
import { list } from "./lists.js";
import { other } from "./others.js";
import { page } from "./pages.js";
import { searchPage } from "./search.js";

const main = document.querySelector("#contenu");
// `?apercu=…`: the admin of the hub shows a draft here, for who edits it (docs/headless.md).
const draft = new URLSearchParams(location.search).get("apercu");
let asked = 0;

const place = () => decodeURI(location.hash.slice(1)) || "/";

async function show() {
  const turn = ++asked;
  main.setAttribute("aria-busy", "true");
  const shown = await answer(place()).catch(problem);
  if (turn !== asked || !shown) return; // the visitor has gone on, or is sent elsewhere
  main.replaceChildren(...[shown].flat(Infinity).filter(Boolean));
  main.removeAttribute("aria-busy");
  const title = main.querySelector("h1")?.textContent ?? "";
  document.title = [title, (await siteOf()).name].filter(Boolean).join(" – ");
  document.querySelector("#annonce").textContent = title;
  if (turn > 1) main.focus();
  window.scrollTo(0, 0);
  document.body.dataset.shown = place();
}

async function answer(path) {
  if (draft && path === "/") return page(await read("apercu", { token: draft }), await siteOf());
  const [site, found] = await Promise.all([siteOf(), read("route", { path })]);
  const parameters = new URLSearchParams(path.split("?")[1] ?? "");
  if (found.kind === "redirect") return moved(found);
  if (found.kind === "page") {
    const given = found.page;
    return [page(given, site), await list(given, parameters)];
  }
  return found.kind === "search" ? searchPage(parameters) : other(found);
}

function moved(found) {
  location.replace(found.path ? here(found.path) : found.url);
}

function problem(error) {
  const said = {
    404: ["Page introuvable", "Cette adresse ne mène à rien, ou plus à rien de public."],
    410: ["Page supprimée", "Cette page a existé ; elle a été retirée du site."],
  };
  const [title, sentence] = (error instanceof Refusal && !draft && said[error.status]) || [
    "Le contenu n’est pas venu",
    error.message,
  ];
  const back = h("p", {}, h("a", { class: "button", href: here("/") }, "Revenir à l’accueil"));
  return [h("h1", {}, title), h("p", {}, sentence), back];
}

// The forms of search lead to an address, as links do.
document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-find]")) return;
  event.preventDefault();
  const given = new URLSearchParams(new FormData(event.target));
  for (const [name, value] of [...given]) if (!value) given.delete(name);
  const path = event.target.getAttribute("action").slice(1);
  location.hash = [path, given.toString()].filter(Boolean).join("?");
});

document.querySelector("#evitement").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});

window.addEventListener("hashchange", show);
frame().catch(() => {}); // the page says what is wrong
show();
