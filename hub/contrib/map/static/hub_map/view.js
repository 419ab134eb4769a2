/* Where the map looks, what lies under its marks, and who moved it: the visitor, or the page. */
import { sidesOf } from "./points.js";

const FARTHEST = 5;
const NEAR_ENOUGH = 11; // for a few results
const NEAREST = 14; // where there are no tiles, nothing more is to be seen
const HALF_LETTER = 4.5; // pixels, as the two below
const HALF_MARK = 32;
const ROOMS = [0, -40, 40, 64]; // below where a name stands best
const MARGIN = 0.1; // of the view: marks just outside of it are there when it moves
const EDGE = 64; // pixels, which a mark that has the focus does not stand in
const DECIMALS = 4; // of an area: eleven metres
const CALM = matchMedia("(prefers-reduced-motion: reduce)");
const BY_TOUCH = matchMedia("(any-pointer: coarse)");

export class View {
  /** `settings` are those of the section; `ground` the outlines, in GeoJSON, and the names. */
  constructor(canvas, { tiles, tileMaxZoom }, { outlines, names }) {
    const maxZoom = tiles ? Number(tileMaxZoom) : NEAREST;
    this.maxZoom = maxZoom;
    this.map = L.map(canvas, {
      attributionControl: false, // under the map
      boxZoom: false,
      inertia: !CALM.matches,
      maxZoom,
      minZoom: FARTHEST,
      zoomAnimation: !CALM.matches,
      zoomControl: false,
      zoomSnap: tiles ? 1 : 0.25,
    });
    if (tiles) L.tileLayer(tiles, { maxZoom }).addTo(this.map);
    const className = `map__land${tiles ? " map__land--on-tiles" : ""}`;
    const land = L.geoJSON(outlines, { interactive: false, style: { className } }).addTo(this.map);
    this.region = land.getBounds();
    this.narrowed = L.layerGroup().addTo(this.map);
    this.written = L.layerGroup().addTo(this.map);
    this.names = tiles ? [] : names;
    this.map.createPane("names").ariaHidden = true;
  }

  /** Write the names of the ground that a zoom has room for, where marks leave some. */
  write(marks) {
    const zoom = this.map.getZoom();
    const taken = marks.map((mark) => this.map.latLngToLayerPoint(mark));
    this.written.clearLayers();
    for (const [name, lng, lat, from, to] of this.names) {
      if (zoom < from || zoom >= to || !this.drawn.contains([lat, lng])) continue;
      const place = this.map.latLngToLayerPoint([lat, lng]);
      const half = HALF_LETTER * name.length + HALF_MARK;
      const isFree = (y) => taken.every((one) => Math.abs(one.x - place.x) > half || Math.abs(one.y - y) > HALF_MARK);
      place.y = ROOMS.map((up) => place.y + up).find(isFree);
      if (!place.y) continue;
      const html = Object.assign(document.createElement("span"), { textContent: name });
      const icon = L.divIcon({ html, className: `map__name map__name--${to}`, iconSize: null });
      const options = { icon, pane: "names", interactive: false, keyboard: false };
      L.marker(this.map.layerPointToLatLng(place), options).addTo(this.written);
    }
  }

  /** Call back after each move, with whether a visitor made it. */
  onMoved(act) {
    // Leaflet moves the map in its new size a little later.
    this.map.on("resize", () => (this.isOurs = true));
    this.map.on("moveend", () => {
      const { isOurs } = this;
      this.isOurs = false;
      act(!isOurs);
    });
  }

  get calm() {
    return CALM.matches ? { animate: false } : {};
  }

  see(bounds, options) {
    this.isOurs = true;
    this.map.fitBounds(bounds, { ...this.calm, ...options });
  }

  seeAll(points) {
    this.see(points || this.region, points ? { maxZoom: NEAR_ENOUGH, padding: [EDGE, EDGE] } : { padding: [9, 9] });
  }

  zoom(step) {
    this.map.setZoom(this.map.getZoom() + step);
  }

  /** Bring a mark in sight. */
  reach(mark) {
    const { x, y } = this.map.latLngToContainerPoint(mark);
    const { x: width, y: height } = this.map.getSize();
    if (Math.min(x, y, width - x, height - y) >= EDGE) return;
    this.isOurs = true;
    this.map.panInside(mark, { padding: [EDGE, EDGE], ...this.calm });
  }

  get seen() {
    return this.map.getBounds();
  }

  /** The area whose marks are drawn. */
  get drawn() {
    return this.seen.pad(MARGIN);
  }

  /** What is seen, as the address of a search says it; empty where all of the region is. */
  areaWith(points) {
    if (this.seen.contains(this.region) && (!points || this.seen.contains(points))) return "";
    return sidesOf(this.seen).map((side) => Number(side.toFixed(DECIMALS))).join();
  }

  /** Draw the area and the circle that a search is narrowed to; return the area, or null. */
  narrow(search) {
    this.narrowed.clearLayers();
    const style = { className: "map__area", interactive: false };
    const [lat, lng] = (search.get("autour") ?? "").split(",").map(Number);
    if (Number.isFinite(lng)) L.circle([lat, lng], { ...style, radius: search.get("rayon") * 1000 }).addTo(this.narrowed);
    const [west, south, east, north] = (search.get("bbox") ?? "").split(",").map(Number);
    if (!(west < east && south <= north)) return null; // none, or round the world
    return L.rectangle([[south, west], [north, east]], style).addTo(this.narrowed).getBounds();
  }

  /**
   * Let the page scroll over the map until the visitor activates it: a finger and the wheel then
   * move the map. With Ctrl, the wheel enlarges it at any time.
   */
  wait(button) {
    let isActive = false;
    const set = () => {
      button.textContent = isActive ? "Désactiver la carte" : "Activer la carte";
      const does = isActive || !BY_TOUCH.matches ? "enable" : "disable";
      for (const gesture of ["dragging", "touchZoom", "doubleClickZoom"]) this.map[gesture]?.[does]();
    };
    const onWheel = (event) => isActive || event.ctrlKey || event.metaKey || event.stopPropagation();
    button.addEventListener("click", () => set((isActive = !isActive)));
    this.map.getContainer().addEventListener("wheel", onWheel, { capture: true });
    set();
  }
}
