/*
 * Tells the page that holds this one how high it is. Two kinds of hosts, told apart by the hash:
 * `#?secret=…`, WordPress (wp-embed.js), which also follows links for us; `#?hub=…`, our own script
 * (/integration/hub.js), whose frames may follow links by themselves.
 */
(() => {
  const host = window.parent;
  if (host === window) return;
  let isWordPress = false;
  let secret = "";

  function readHash() {
    const [, kind, given] = /.*[?&](secret|hub)=([A-Za-z0-9]+)/.exec(location.hash) ?? [];
    isWordPress = kind === "secret";
    secret = given ?? "";
    // The other pages of a list stand in this frame too, and speak with the same host.
    for (const link of document.querySelectorAll("a[href]:not([target])")) link.hash = location.hash;
    sendHeight();
  }

  const send = (message, value) => {
    if (secret) host.postMessage({ message, value, secret }, "*");
  };
  const sendHeight = () => send("height", Math.ceil(document.body.getBoundingClientRect().height));

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[target=_top]");
    if (!link || !isWordPress || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    send("link", link.href);
  });
  addEventListener("message", ({ source, data }) => {
    if (source === host && data?.message === "ready" && data.secret === secret) sendHeight();
  });
  addEventListener("hashchange", readHash);
  addEventListener("load", sendHeight);
  new ResizeObserver(sendHeight).observe(document.body);
  readHash();
})();
