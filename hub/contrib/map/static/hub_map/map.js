/*
 * Puts the map in the place of its drawing, once it is near the view and all it needs is there.
 * Whatever fails, the drawing stays.
 */
import { searchOfPoints } from "./page.js";
import { read } from "./points.js";

const NEAR = "300px"; // of the view
const LIVE = "map--live"; // of the section: its drawing comes anew with each search

async function start(section) {
  const { outlines, toponyms, points, leaflet, supercluster } = section.dataset;
  const asked = searchOfPoints();
  const [{ Explorer }, land, names, columns] = await Promise.all([
    import("./explorer.js"),
    read(outlines),
    read(toponyms),
    read(`${points}?${asked}`),
    import(leaflet),
    import(supercluster),
  ]);
  await untilLeft(section);
  const live = section.querySelector(".map__live");
  live.hidden = false;
  section.classList.add(LIVE);
  try {
    new Explorer(section, { outlines: land, names }, columns, asked);
  } catch (error) {
    live.hidden = true;
    section.classList.remove(LIVE);
    throw error;
  }
}

/** Wait until nothing of the drawing has the focus: what has it does not go away. */
async function untilLeft(section) {
  while (document.activeElement.closest(".map__static")) {
    await new Promise((left) => section.addEventListener("focusout", () => setTimeout(left), { once: true }));
  }
}

for (const section of document.querySelectorAll("[data-map]")) {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      start(section).catch((error) => console.warn("The map stays a drawing.", error));
    },
    { rootMargin: NEAR },
  );
  watch.observe(section);
}
