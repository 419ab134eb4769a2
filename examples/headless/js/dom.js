// Elements without a library: `h("a", { href: "/" }, "Accueil")`. Text is text, never HTML.
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((one) => one || one === 0));
  return element;
}

// The HTML that the hub gives is clean (docs/api.md): it has no script, no style and no class. Links
// in it that lead to a page of the site become links of ours.
export function html(source, tag = "div", attributes = {}) {
  const element = h(tag, attributes);
  element.innerHTML = source;
  for (const link of element.querySelectorAll("a[data-path]")) link.href = `#${link.dataset.path}`;
  return element;
}

export function many(items, write) {
  return items.length ? h("ul", { class: "cards" }, items.map((one) => h("li", {}, write(one)))) : null;
}
