// An image in the sizes that the hub has made: the browser takes the one that it needs.
import { h } from "./dom.js";

const BEST_FIRST = ["image/avif", "image/webp"];

export function picture(image, sizes = "(min-width: 48rem) 44rem, 100vw") {
  const made = (kind) =>
    image.renditions.filter((one) => one.media_type === kind).map((one) => `${one.url} ${one.width}w`);
  const sources = BEST_FIRST.filter((kind) => made(kind).length).map((kind) =>
    h("source", { type: kind, srcset: made(kind).join(", "), sizes }),
  );
  const { url, width, height, alt } = image;
  return h("picture", {}, sources, h("img", { src: url, width, height, alt, loading: "lazy" }));
}

export function figure(image, caption = "") {
  const credit = image.credit ? h("small", {}, `© ${image.credit}`) : null;
  const said = caption || credit ? h("figcaption", {}, caption, " ", credit) : null;
  return h("figure", {}, picture(image), said);
}
