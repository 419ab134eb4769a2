// In the panel of the admin, the page is loaded anew at each change: it is put back where it was
// scrolled. Wagtail asks its own pages; this answers as they do (docs/headless.md).
import { HUB } from "./config.js";

export function speakToTheAdmin() {
  if (window.top === window) return;
  const hub = new URL(HUB).origin;
  const say = (words) =>
    window.top.postMessage({ wagtail: { origin: location.origin, ...words } }, hub);
  window.addEventListener("message", ({ origin, data }) => {
    const asked = origin === hub && data ? data.wagtail : null;
    if (asked?.type === "w-preview:get-scroll-position") {
      say({ type: "w-preview:set-scroll-position", x: scrollX, y: scrollY });
    } else if (asked?.type === "w-preview:set-scroll-position") {
      scrollTo({ left: asked.x, top: asked.y, behavior: "instant" });
    }
  });
  say({ type: "w-preview:request-scroll" });
}
