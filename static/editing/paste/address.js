/** Where a pasted link may lead. */

const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|_hsenc|_hsmi|igshid|xtor|at_\w+)$/i;
const READABLE = new Set(["http:", "https:", "mailto:"]);

/**
 * Return the address to keep, "" where there is none to speak of (a note, a place in the same
 * document), or null for one that leads no reader anywhere: a file, a script, the admin, a draft.
 */
export const readAddress = (href, site) => {
  const given = href.trim();
  if (!given || given.startsWith("#")) return "";
  const address = parsed(given);
  if (!address || !READABLE.has(address.protocol)) return null;
  if (address.protocol === "mailto:") return address.href;
  const target = behindRedirection(address);
  if (isPrivate(target, site)) return null;
  return withoutTracking(target);
};

const parsed = (text) => {
  try {
    return new URL(text);
  } catch {
    return null;
  }
};

/** Google and Outlook put their own address before that of the author. */
const behindRedirection = (address) => {
  const { hostname, pathname, searchParams } = address;
  const isGoogle = /(?:^|\.)google\.[a-z.]+$/.test(hostname) && pathname === "/url";
  const isOutlook = hostname.endsWith(".safelinks.protection.outlook.com");
  const wrapped = isGoogle ? searchParams.get("q") ?? searchParams.get("url") : searchParams.get("url");
  const target = isGoogle || isOutlook ? parsed(wrapped ?? "") : null;
  return target && /^https?:$/.test(target.protocol) ? target : address;
};

const isPrivate = (address, { origin, privatePaths }) =>
  address.origin === origin && privatePaths.some((path) => address.pathname.startsWith(path));

const withoutTracking = (address) => {
  const names = [...address.searchParams.keys()].filter((name) => TRACKING.test(name));
  for (const name of names) address.searchParams.delete(name);
  return address.href;
};
