// What the server says, asked beside the page: the tests compare what is shown with it.
import assert from "node:assert/strict";

export async function ask(server, path, token) {
  const answer = await fetch(server.url + path, token ? { headers: { Authorization: `Bearer ${token}` } } : {});
  assert.equal(answer.status, 200, `${path}: ${answer.status}`);
  return answer.json();
}

export async function act(server, token, body) {
  const answer = await fetch(`${server.url}/api/review/acts`, {
    method: "POST", body: JSON.stringify(body),
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", Origin: server.url },
  });
  assert.equal(answer.status, 201, await answer.text());
}

/** The incidents at a place as items of the API, those first that the most reports tell of. */
export async function incidentsAt(server, place, token) {
  const page = await ask(server, `/api/collections/incidents/items?f=json&limit=50&place=${encodeURIComponent(place)}`, token);
  assert.ok(page.features.length, `no incident at ${place}`);
  return page.features.sort((a, b) => b.properties.reports - a.properties.reports);
}

export const incidentAt = async (server, place, token) => (await incidentsAt(server, place, token))[0];

export const evidenceOf = (server, id, token) => ask(server, `/api/incidents/${id}/evidence`, token);

export function killed(evidence) {
  const { low, best, high } = evidence.incident.figures.find((one) => one.harm === "killed" && !one.status && !one.group);
  return { low, best, high };
}
