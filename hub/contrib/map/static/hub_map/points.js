/* Where the initiatives of a search are, grouped for each zoom, and what those in sight are called. */
const DEGREE = 1e5; // the file has whole numbers
const RADIUS = 60; // pixels: marks that near are one
const MOST = 100; // names of one question, as the server says
const WAIT_MS = 40;

/** Return what an address answers, as JSON. Rejects where it fails. */
export async function read(address, signal) {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

export const NONE = { total: 0, placed: 0, id: [], lon: [], lat: [], exact: "" };

export class Points {
  /** `columns` are those of points.json; what stays together at `maxZoom` is a stack. */
  constructor(columns, maxZoom) {
    this.columns = columns;
    this.maxZoom = maxZoom;
    this.index = new Supercluster({
      extent: 256, // Leaflet's tiles, not the 512 pixels it expects
      radius: RADIUS,
      maxZoom,
      map: ({ exact }) => ({ exact }),
      reduce: (sum, { exact }) => (sum.exact += exact),
    }).load(columns.id.map((id, rank) => this.feature(id, rank)));
  }

  feature(id, rank) {
    const { lon, lat, exact } = this.columns;
    return {
      geometry: { type: "Point", coordinates: [lon[rank] / DEGREE, lat[rank] / DEGREE] },
      properties: { id, exact: Number(exact[rank]) },
    };
  }

  /** How many results have no place. */
  get unplaced() {
    return this.columns.total - this.columns.placed;
  }

  /** What holds all points, or null. */
  get bounds() {
    const { lat, lon } = this.columns;
    return lat.length ? L.latLngBounds(lat.map((north, rank) => [north / DEGREE, lon[rank] / DEGREE])) : null;
  }

  /** Return how many points an area holds. */
  countIn(area) {
    const [west, south, east, north] = sidesOf(area).map((side) => side * DEGREE);
    const { lon, lat } = this.columns;
    return lon.filter((x, rank) => x >= west && x <= east && lat[rank] >= south && lat[rank] <= north).length;
  }

  /** Return the marks of an area at a zoom: each is a pin with its `id`, or a `cluster`. */
  marksIn(area, zoom) {
    return this.index.getClusters(sidesOf(area), zoom).map((feature) => this.mark(feature));
  }

  mark({ geometry, properties }) {
    const [lng, lat] = geometry.coordinates;
    if (!properties.cluster) return { key: properties.id, lat, lng, ...properties };
    const { cluster_id: cluster, point_count: count, exact } = properties;
    const opensAt = this.index.getClusterExpansionZoom(cluster);
    const isStack = opensAt > this.maxZoom;
    // The same for another search, where as many stand at the same place.
    const key = [count, exact, isStack, lat, lng].join();
    return { key, cluster, lat, lng, count, exact, opensAt, isStack };
  }

  /** Return the identifiers that a mark stands for. */
  idsOf({ id, cluster }) {
    if (!cluster) return [id];
    return this.index.getLeaves(cluster, Infinity).map(({ properties }) => properties.id);
  }
}

export class Names {
  constructor(address) {
    this.address = address;
    this.known = new Map(); // identifier -> promise of { title, address, place, exact }
    this.waiting = new Map(); // identifier -> what settles its promise
  }

  /** Return the promise of what is said of a page; null where it is not known, for now or at all. */
  get(id) {
    if (!this.known.has(id)) {
      if (!this.waiting.size) setTimeout(() => this.ask(), WAIT_MS);
      this.known.set(id, new Promise((resolve) => this.waiting.set(id, resolve)));
    }
    return this.known.get(id);
  }

  ask() {
    // In their order: the same pins make the same address, which browsers keep.
    const asked = [...this.waiting.keys()].sort((one, other) => one - other);
    while (asked.length) this.askFor(asked.splice(0, MOST));
  }

  async askFor(ids) {
    const settle = ids.map((id) => [id, this.waiting.get(id)]);
    for (const id of ids) this.waiting.delete(id);
    const query = new URLSearchParams(ids.map((id) => ["id", id]));
    const named = await read(`${this.address}?${query}`).catch(() => {
      for (const id of ids) this.known.delete(id); // asked again when it is wanted again
      return {};
    });
    for (const [id, resolve] of settle) resolve(named[id] ?? null);
  }
}

/** Return west, south, east and north. */
export const sidesOf = (area) => [area.getWest(), area.getSouth(), area.getEast(), area.getNorth()];
