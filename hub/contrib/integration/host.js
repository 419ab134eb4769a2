/*
 * Shows what a partner chose of the site in its own page: https://…/integration/hub.js, version 1.
 *
 * Each link that names a frame (`data-integration`) gets that frame after it, and goes once the
 * frame has said how high it is; without this script, or without the site, the link stays. So do
 * the frames of our oEmbed descriptions where no WordPress has taken care of them.
 * Of a frame, nothing is read but that number.
 */
(() => {
  const site = new URL(document.currentScript.src).origin;
  const LEAST = 80;
  const MOST = 10_000;
  const shown = [];

  /** Return an address of ours that may stand in a frame; nothing for any other. */
  function frameAddress(text) {
    try {
      const address = new URL(text, site);
      return address.origin === site && address.pathname.startsWith("/integration/") ? address : null;
    } catch {
      return null;
    }
  }

  /** Put a frame after an element, which it takes the place of once it has spoken. */
  function show(address, title, before) {
    const secret = [...crypto.getRandomValues(new Uint8Array(10))].map((one) => (one % 36).toString(36)).join("");
    const frame = document.createElement("iframe");
    address.hash = `?hub=${secret}`;
    frame.title = title.trim().replace(/\s+/g, " ");
    frame.loading = "lazy";
    // Without an origin of its own, the frame has neither cookies nor memory.
    frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation");
    Object.assign(frame.style, { display: "block", inlineSize: "100%", blockSize: "20rem", border: "0", colorScheme: "normal" });
    shown.push({ frame, secret, before });
    frame.src = address;
    before.after(frame);
  }

  addEventListener("message", ({ source, origin, data }) => {
    const one = shown.find(({ frame }) => frame.contentWindow === source);
    // A sandbox has the origin "null"; the secret is known to what we have loaded there only.
    if (!one || !["null", site].includes(origin)) return;
    if (data?.message !== "height" || data.secret !== one.secret) return;
    const height = Math.ceil(Number(data.value));
    if (height >= LEAST && height <= MOST) {
      one.frame.style.blockSize = `${height}px`;
      one.before.hidden = true;
    }
  });

  function showAll() {
    for (const link of document.querySelectorAll("a[data-integration]")) {
      const address = frameAddress(link.dataset.integration);
      link.removeAttribute("data-integration");
      if (address) show(address, link.textContent, link);
    }
    // WordPress gives a secret to those that it shows itself.
    for (const frame of document.querySelectorAll("iframe.wp-embedded-content:not([data-secret])")) {
      const address = frameAddress(frame.src);
      const quotation = frame.previousElementSibling;
      if (!address || !quotation?.matches("blockquote.wp-embedded-content")) continue;
      show(address, frame.title, quotation);
      frame.remove();
    }
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", showAll);
  else showAll();
})();
