/*
 * The map at work: it shows what the search of the page finds, at the area that the address says,
 * else all of it; and where it looks may become a filter of that search.
 */
import { Marks } from "./marks.js";
import { ask, lightCards, lookAround, onCard, onResults, searchOfPoints, shownSearch } from "./page.js";
import { Panel } from "./panel.js";
import { Names, NONE, Points, read } from "./points.js";
import { View } from "./view.js";
import { counted, inTheArea } from "./wording.js";

const SETTLED_MS = 500;
const FAILED = "La carte n’a pas pu être mise à jour\u00a0; la liste, elle, est à jour.";

export class Explorer {
  /** `section` is what the server wrote, `ground` what lies under it; `columns` answer `asked`. */
  constructor(section, ground, columns, asked) {
    this.section = section;
    this.view = new View(this.part("canvas"), section.dataset, ground);
    this.view.onMoved((isVisitor) => this.onMoved(isVisitor));
    const names = new Names(section.dataset.names);
    this.panel = new Panel(this.part("panel"), names, this.part("canvas"));
    this.marks = new Marks(this.view.map, names, this);
    this.take(columns, asked);
    this.listen();
    this.onResults(); // the page may have changed them meanwhile
  }

  part(name) {
    return this.section.querySelector(`.map__${name}`);
  }

  listen() {
    const pressed = (name, act) => this.part(name).addEventListener("click", act);
    pressed("overview", () => this.seeAll());
    pressed("closer", () => this.view.zoom(1));
    pressed("farther", () => this.view.zoom(-1));
    pressed("here", () => this.searchHere());
    this.follows = this.part("follow").control;
    this.follows.addEventListener("change", () => this.follows.checked && this.searchHere());
    this.view.wait(this.part("activate"));
    this.view.map.on("click", () => this.panel.close());
    lookAround(this.part("around"));
    onCard((id) => this.marks.light(id && this.keyHolding(id)));
    onResults(() => this.onResults());
  }

  /** Show the points that answer a search, where the address of the page says. */
  take(columns, asked) {
    this.asked = asked;
    this.points = new Points(columns, this.view.maxZoom);
    const { unplaced } = this.points;
    this.part("unplaced").textContent = unplaced ? `${counted(unplaced)} sans lieu, à voir dans la liste.` : "";
    this.place();
  }

  place() {
    const search = shownSearch();
    const area = this.view.narrow(search);
    const asked = search.get("bbox") ?? "";
    const isSeen = asked === this.expected || (area && asked === this.area);
    Object.assign(this, { area: asked, expected: null });
    this.panel.close();
    this.hideHere();
    if (isSeen) this.draw();
    else if (area) this.view.see(area);
    else this.view.seeAll(this.asked && this.points.bounds);
  }

  onResults() {
    const search = shownSearch();
    const asked = searchOfPoints(search);
    if (asked !== this.asked) this.fetch(asked);
    else if ((search.get("bbox") ?? "") !== this.area) this.place();
  }

  async fetch(asked) {
    this.request?.abort();
    this.request = new AbortController();
    this.asked = asked;
    try {
      this.take(await read(`${this.section.dataset.points}?${asked}`, this.request.signal), asked);
    } catch (error) {
      if (error.name === "AbortError") return;
      this.take(NONE, null);
      this.say(FAILED);
    }
  }

  draw() {
    const marks = this.points.marksIn(this.view.drawn, this.view.map.getZoom());
    this.marks.draw(marks);
    this.view.write(marks);
    this.holders = null;
    if (this.asked !== null) this.say(inTheArea(this.points.countIn(this.view.seen)));
  }

  /** Say what is seen, once the map stands still, and once. */
  say(text) {
    clearTimeout(this.saying);
    const status = this.part("status");
    this.saying = setTimeout(() => status.textContent !== text && status.replaceChildren(text), SETTLED_MS);
  }

  onMoved(isVisitor) {
    this.draw();
    clearTimeout(this.following);
    if (!isVisitor) return;
    if (this.follows.checked) this.following = setTimeout(() => this.searchHere(), SETTLED_MS);
    else this.part("here").hidden = false;
  }

  /** Narrow the results to what the map shows. */
  searchHere() {
    this.hideHere();
    this.askFor(this.view.areaWith(this.points.bounds));
  }

  seeAll() {
    this.view.seeAll();
    this.askFor("");
  }

  askFor(area) {
    if (area !== this.area) ask({ bbox: (this.expected = area) });
  }

  hideHere() {
    const here = this.part("here");
    if (document.activeElement === here) this.part("canvas").focus({ preventScroll: true });
    here.hidden = true;
  }

  /** Open what a mark stands for: a card, a list, or the map nearer. */
  open(mark, control) {
    this.panel.close();
    if (!mark.cluster || mark.isStack) this.panel.show(this.points.idsOf(mark), control);
    else this.view.map.setView(mark, mark.opensAt, this.view.calm);
  }

  reach(mark) {
    this.panel.close();
    this.view.reach(mark);
  }

  look(mark) {
    lightCards(mark ? this.points.idsOf(mark) : []);
  }

  /** Return the key of the mark that stands for an initiative. */
  keyHolding(id) {
    const keysOf = ({ mark }) => this.points.idsOf(mark).map((one) => [one, mark.key]);
    this.holders ??= new Map([...this.marks.shown.values()].flatMap(keysOf));
    return this.holders.get(id);
  }
}
