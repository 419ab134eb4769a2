// Dates and numbers as a French reader writes them.
const DAY = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "Europe/Paris" });
const NUMBER = new Intl.NumberFormat("fr-FR");

export const day = (text) => (text ? DAY.format(new Date(text)) : "");
export const number = (value) => NUMBER.format(value);
export const counted = (value, singular, plural) =>
  `${number(value)}\u00a0${Math.abs(value) < 2 ? singular : plural}`;

export function length(iso) {
  const [, hours, minutes, seconds] = /PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?/.exec(iso || "") || [];
  return [hours && `${hours}\u00a0h`, minutes && `${minutes}\u00a0min`, seconds && `${seconds}\u00a0s`]
    .filter(Boolean)
    .join(" ");
}
