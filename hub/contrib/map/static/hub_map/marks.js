/*
 * The marks on the map: real buttons for clusters, real links for pins; Leaflet only places them.
 * A mark that stays in sight keeps its element, hence the focus; one that goes hands it on. All are
 * one tab stop: arrows go to the nearest mark that way, Home and End from west to east.
 */
import { clusterName, number, pinName } from "./wording.js";

const PANE = "marks";
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const WIDE = 2; // how far aside a mark may be, for one step ahead

export class Marks {
  /** `does` says what follows: `open` a press, `reach` a focus by the keyboard, `look` a look. */
  constructor(map, names, does) {
    this.map = map;
    this.names = names;
    this.does = does;
    this.shown = new Map(); // key -> { mark, control, marker }
    this.pane = map.createPane(PANE);
    Object.assign(this.pane, { role: "group", ariaLabel: "Initiatives sur la carte" });
    this.pane.addEventListener("keydown", (event) => this.onKey(event));
    for (const name of ["pointerover", "focusin"]) this.pane.addEventListener(name, (event) => this.onLook(event));
    for (const name of ["pointerout", "focusout"]) this.pane.addEventListener(name, () => does.look(null));
  }

  /** Show these marks and no other. */
  draw(marks) {
    const former = [...this.shown.values()];
    this.shown = new Map(
      marks.map((mark) => [mark.key, Object.assign(this.shown.get(mark.key) ?? this.add(mark), { mark })]),
    );
    if (!this.has(this.current)) this.replace(this.current);
    for (const one of former) if (!this.has(one)) one.marker.remove();
  }

  has(one) {
    return Boolean(one) && this.shown.get(one.mark.key) === one;
  }

  /** Make the neighbour of a mark that goes the tab stop; it, or the map, has the focus next. */
  replace(gone) {
    const next = gone ? nearest(this.placed(gone), this.all)?.one : this.shown.values().next().value;
    this.choose(next);
    if (gone?.control === document.activeElement) (next?.control ?? this.map.getContainer()).focus({ preventScroll: true });
  }

  get all() {
    return [...this.shown.values()].map((one) => this.placed(one));
  }

  placed(one) {
    const { x, y } = this.map.latLngToLayerPoint(one.mark);
    return { one, x, y };
  }

  add(mark) {
    const control = mark.cluster ? clusterButton(mark) : pinLink(mark);
    const icon = L.divIcon({ html: control, className: "", iconSize: null });
    const marker = L.marker(mark, { pane: PANE, icon, interactive: false, keyboard: false });
    const one = { mark, control, marker: marker.addTo(this.map) };
    L.DomEvent.disableClickPropagation(control);
    control.addEventListener("click", (event) => this.onPress(event, one));
    if (!mark.cluster) this.name(one);
    return one;
  }

  /** Give a pin the title and the address of its initiative, once they are known. */
  async name({ mark, control }) {
    const named = await this.names.get(mark.id);
    if (!named) return;
    control.ariaLabel = pinName({ ...named, exact: mark.exact });
    control.href = named.address;
    control.role = null;
    control.lastChild.textContent = named.title;
  }

  onPress(event, one) {
    // Links open where the browser is asked to open them.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.choose(one);
    this.does.open(one.mark, one.control);
  }

  onKey(event) {
    const { key, target } = event;
    const from = this.all.find(({ one }) => one.control === target);
    if (!from || event.altKey || event.ctrlKey || event.metaKey) return;
    const isUnnamed = target.role === "button" && (key === "Enter" || key === " ");
    const next = goal(key, from, this.all);
    if (key === "Escape") this.map.getContainer().focus({ preventScroll: true });
    else if (key === "+" || key === "-") this.map.setZoom(this.map.getZoom() + Number(`${key}1`));
    else if (isUnnamed) target.click();
    else if (next) next.one.control.focus({ preventScroll: true });
    else if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
  }

  onLook({ type, target }) {
    const control = target.closest(".mark");
    const one = [...this.shown.values()].find((other) => other.control === control);
    if (!one) return;
    this.does.look(one.mark);
    if (type !== "focusin") return;
    this.choose(one);
    if (control.matches(":focus-visible")) this.does.reach(one.mark);
  }

  /** Make one of the marks the tab stop of all. */
  choose(one) {
    if (this.current) this.current.control.tabIndex = -1;
    this.current = one;
    if (one) one.control.tabIndex = 0;
  }

  /** Make one mark stand out, or none. */
  light(key) {
    for (const { mark, control } of this.shown.values()) control.classList.toggle("mark--lit", mark.key === key);
  }
}

const classOf = (kind, { exact }) => `mark mark--${kind}${exact ? "" : " mark--approximate"}`;

function clusterButton(mark) {
  return Object.assign(document.createElement("button"), {
    type: "button",
    className: `${classOf("cluster", mark)} mark--${String(mark.count).length}`,
    ariaLabel: clusterName(mark),
    ariaHasPopup: mark.isStack ? "dialog" : null,
    tabIndex: -1,
    textContent: number(mark.count),
  });
}

function pinLink(mark) {
  const link = Object.assign(document.createElement("a"), {
    className: classOf("pin", mark),
    role: "button", // until its address is known
    ariaLabel: pinName({ exact: mark.exact }),
    ariaHasPopup: "dialog",
    tabIndex: -1,
  });
  const label = document.createElement("span");
  label.className = "mark__label";
  link.append(label);
  return link;
}

/** Return where a key leads: null where nothing is that way, undefined where it leads nowhere. */
function goal(key, from, marks) {
  if (key in WAYS) return least(marks, (one) => wayTo(one, from, WAYS[key]));
  if (key === "Home") return least(marks, ({ x }) => x);
  if (key === "End") return least(marks, ({ x }) => -x);
  return undefined;
}

/** Return the nearest of some marks, or null. */
const nearest = (from, marks) =>
  least(marks, ({ x, y }) => Math.hypot(x - from.x, y - from.y));

function wayTo(one, from, [right, down]) {
  const x = one.x - from.x;
  const y = one.y - from.y;
  const ahead = x * right + y * down;
  const aside = Math.abs(x * down) + Math.abs(y * right);
  return ahead > 0 && aside <= WIDE * ahead ? ahead + WIDE * aside : Infinity;
}

function least(marks, cost) {
  let found = null;
  let best = Infinity;
  for (const one of marks) {
    if (cost(one) < best) [found, best] = [one, cost(one)];
  }
  return found;
}
