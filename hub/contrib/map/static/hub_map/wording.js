/* What the map says. */
const WHOLE = new Intl.NumberFormat("fr-FR");

export const number = (count) => WHOLE.format(count);

/** « 1 initiative », « 1 873 initiatives ». */
export const counted = (count) => `${number(count)}\u00a0initiative${count > 1 ? "s" : ""}`;

export const inTheArea = (count) =>
  `${count ? counted(count) : "Aucune initiative"} dans la zone affichée`;

/** The name of a cluster: how many, and what a press does. */
export function clusterName({ count, exact, isStack }) {
  const precision = exact ? "" : ", positions approximatives";
  const does = isStack ? "au même endroit, voir la liste" : "agrandir";
  return `${counted(count)}${isStack ? " " : ", "}${does}${precision}`;
}

/** The place of an initiative, and whether it is where it says. */
export const placeName = ({ place, exact }) =>
  [place, exact ? "" : "position approximative"].filter(Boolean).join(", ");

/** The name of a pin, of which more or less is known. */
export const pinName = ({ title = "Initiative", place, exact }) =>
  [title, placeName({ place, exact })].filter(Boolean).join(", ");
