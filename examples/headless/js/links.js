// A page of the site stands at `#/its/path/`: any server of files will do.
import { h } from "./dom.js";

export const here = (path) => `#${path}`;

// Where a link of the API leads: to a page of the site, to another address of it, or elsewhere.
export function address(link, root) {
  if (link.page) return here(link.page.path);
  return root && link.url.startsWith(`${root}/`) ? here(link.url.slice(root.length)) : link.url;
}

export const pageLink = (page, attributes = {}) =>
  h("a", { ...attributes, href: here(page.path) }, page.title);

export function links(title, pages, level = 2) {
  if (!pages || !pages.length) return null;
  return h(
    "section",
    { class: "beside" },
    h(`h${level}`, {}, title),
    h("ul", {}, pages.map((one) => h("li", {}, pageLink(one)))),
  );
}
