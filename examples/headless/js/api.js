// Reads the API. The browser keeps the answers and asks again with their ETag: nothing to do here.
import { HUB } from "./config.js";

const SILENT = { title: "Vérifiez votre connexion, puis rechargez cette page." };

// `status` is 0 where nothing answers.
export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || "Le hub ne répond pas comme prévu.");
    this.status = status;
  }
}

export async function read(path, parameters = {}) {
  const address = new URL(`${HUB}/api/v1/${path}`);
  for (const [name, value] of pairs(parameters)) address.searchParams.append(name, value);
  return readAt(address);
}

export async function readAt(address) {
  const response = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => {
    throw new Refusal(0, SILENT);
  });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(response.status, body);
  return body;
}

// Parameters as an object (a list is a repeated parameter) or as URLSearchParams.
function pairs(parameters) {
  if (parameters instanceof URLSearchParams) return [...parameters];
  return Object.entries(parameters).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one]),
  );
}
