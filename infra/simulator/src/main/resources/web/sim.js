const base = "/sim/v1";

/** The simulator's own words for why it refused, or that it could not be reached. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function call(method, path, body) {
  let answer;
  try {
    answer = await fetch(base + path, {
      method,
      headers: body && { "content-type": "application/json" },
      body: body && JSON.stringify(body),
    });
  } catch {
    throw new Refused(0, "The simulator cannot be reached.");
  }
  const text = await answer.text();
  const json = text ? JSON.parse(text) : undefined;
  if (!answer.ok) throw new Refused(answer.status, json?.detail ?? json?.title ?? `The simulator answered ${answer.status}.`);
  return json;
}

export const get = (path) => call("GET", path);
export const post = (path, body) => call("POST", path, body);
export const put = (path) => call("PUT", path);
export const remove = (path) => call("DELETE", path);

/** An interaction that was started, once the bot has answered or acknowledged it, or it has failed. */
export async function outcome(started) {
  let seen = started;
  while (seen.state === "pending") seen = await get(`/interactions/${started.id}?wait=3500`);
  return seen;
}

/** Calls back with every change; a lost connection is taken up again for as long as the page is open. */
export function follow({ opened, lost, changed }) {
  const stream = new EventSource(base + "/stream");
  stream.onopen = opened;
  stream.onmessage = (event) => changed(JSON.parse(event.data));
  stream.onerror = () => {
    lost();
    if (stream.readyState !== EventSource.CLOSED) return;
    setTimeout(() => follow({ opened, lost, changed }), 2000);
  };
}
