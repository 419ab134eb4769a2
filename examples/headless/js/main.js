// Follows the address: asks the hub what stands there, and shows it.
import { read, Refusal } from "./api.js";
import { h } from "./dom.js";
import { frame, siteOf } from "./frame.js";
import { here } from "./links.js";
import { list } from "./lists.js";
import { other } from "./others.js";
import { page } from "./pages.js";
import { speakToTheAdmin } from "./preview.js";
import { searchPage } from "./search.js";

const main = document.querySelector("#contenu");
// `?apercu=…`: the admin of the hub shows a draft here, for who edits it (docs/headless.md). Links
// lead out of it: they have a hash.
const token = new URLSearchParams(location.search).get("apercu");
const isDraft = () => Boolean(token) && !location.hash;
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
  const { name } = await siteOf().catch(() => ({}));
  document.title = [title, name].filter(Boolean).join(" – ");
  document.querySelector("#annonce").textContent = title;
  if (turn > 1) main.focus();
  window.scrollTo(0, 0);
  document.body.dataset.shown = place();
}

async function answer(path) {
  if (isDraft()) return draft();
  const [site, found] = await Promise.all([siteOf(), read("route", { path })]);
  const parameters = new URLSearchParams(path.split("?")[1] ?? "");
  if (found.kind === "redirect") return moved(found);
  if (found.kind === "page") {
    const given = found.page;
    return [page(given, site), await list(given, parameters)];
  }
  return found.kind === "search" ? searchPage(parameters) : other(found);
}

async function draft() {
  document.head.append(h("meta", { name: "robots", content: "noindex" }));
  const [given, site] = await Promise.all([read("apercu", { token }), siteOf()]);
  return [h("p", { class: "draft" }, "Aperçu d’un brouillon, tel qu’il serait en ligne."), page(given, site)];
}

function moved(found) {
  location.replace(found.path ? here(found.path) : found.url);
}

function problem(error) {
  const [title, sentence] = said(error);
  const back = h("p", {}, h("a", { class: "button", href: here("/") }, "Revenir à l’accueil"));
  return [h("h1", {}, title), h("p", {}, sentence), back];
}

function said(error) {
  const known = {
    404: ["Page introuvable", "Cette adresse ne mène à rien, ou plus à rien de public."],
    410: ["Page supprimée", "Cette page a existé ; elle a été retirée du site."],
  };
  if (!(error instanceof Refusal)) {
    console.error(error);
    return ["Cette page ne s’affiche pas", "Une erreur est survenue dans cet exemple."];
  }
  if (!error.status) return ["Le hub ne répond pas", error.message];
  if (isDraft()) return ["Cet aperçu ne s’ouvre pas", error.message];
  return known[error.status] ?? ["Le contenu n’est pas venu", error.message];
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
show().then(() => isDraft() && speakToTheAdmin());
