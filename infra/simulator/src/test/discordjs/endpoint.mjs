// A bot without a gateway: takes interactions over HTTP and lets npm's discord-interactions judge the signatures.
import { createServer } from "node:http";
import { InteractionResponseType, InteractionType, verifyKey } from "discord-interactions";

const [url, token] = process.argv.slice(2);

async function step(name, work) {
  try {
    await work();
    console.log(JSON.stringify({ step: name, passed: true, detail: "" }));
  } catch (error) {
    console.log(JSON.stringify({ step: name, passed: false, detail: String(error?.stack ?? error) }));
  }
}

function same(actual, expected) {
  const [was, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (was !== wanted) throw new Error(`expected ${wanted}, but it was ${was}`);
}

async function call(method, path, body) {
  const response = await fetch(url + path, {
    method, body: body && JSON.stringify(body), headers: { Authorization: `Bot ${token}`, "Content-Type": "application/json" },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text && JSON.parse(text);
}

const application = await call("GET", "/api/v10/applications/@me");
const seen = { trusted: 0, forged: 0, pings: 0 };

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const server = createServer(async (request, response) => {
  const body = await bodyOf(request);
  const { "x-signature-ed25519": signature, "x-signature-timestamp": timestamp } = request.headers;
  if (!await verifyKey(body, signature, timestamp, application.verify_key)) {
    seen.forged++;
    response.writeHead(401).end("invalid request signature");
    return;
  }
  seen.trusted++;
  const interaction = JSON.parse(body);
  const answer = interaction.type === InteractionType.PING
    ? { type: InteractionResponseType.PONG }
    : { type: InteractionResponseType.CHANNEL_MESSAGE_WITH_SOURCE, data: { content: `pong for ${interaction.member.user.username}` } };
  if (interaction.type === InteractionType.PING) seen.pings++;
  response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(answer));
});
await new Promise(ready => server.listen(0, "127.0.0.1", ready));
const here = `http://127.0.0.1:${server.address().port}/interactions`;

await step("the application has a public key of 32 bytes", () => {
  if (!/^[0-9a-f]{64}$/.test(application.verify_key)) throw new Error(application.verify_key);
});

await step("the endpoint is taken once it answered a PING and refused a forged one", async () => {
  const changed = await call("PATCH", "/api/v10/applications/@me", { interactions_endpoint_url: here });
  same(changed.interactions_endpoint_url, here);
  same(seen, { trusted: 1, forged: 1, pings: 1 });
});

await step("a command is delivered with a signature that discord-interactions trusts", async () => {
  await call("POST", `/api/v10/applications/${application.id}/commands`, { name: "ping", description: "Answers" });
  const guild = (await call("GET", "/sim/v1/state")).guilds[0];
  const channel = guild.channels.find(one => one.name === "general").id;
  const carol = guild.members.find(one => one.name === "carol");
  const used = await call("POST", `/sim/v1/guilds/${guild.id}/channels/${channel}/commands`,
    { userId: carol.id, command: "ping", options: {}, wait: 8000 });
  same([used.state, used.messages.map(one => one.content)], ["answered", ["pong for carol"]]);
  same(seen, { trusted: 2, forged: 1, pings: 1 });
});

server.close();
server.closeAllConnections();
