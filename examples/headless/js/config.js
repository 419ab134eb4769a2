// Where the hub is. `?hub=https://…` in the address of this page tries another one.
const asked = new URLSearchParams(location.search).get("hub");

export const HUB = (asked || "http://localhost:8000").replace(/\/+$/, "");
