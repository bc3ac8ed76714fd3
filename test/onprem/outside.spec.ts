// What an installation reaches: the gateways of its settings, signed and in time, also after a stop; and nothing else.
import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { afterEach, beforeEach, expect, it } from "vitest";
import { api, makeMember } from "../run/people.ts";
import { Installed } from "./installed.ts";
import { CASE, DEVICE, firstAdmin, signIn } from "./people.ts";

interface Heard {
  readonly path: string;
  readonly body: string;
  readonly signature: string;
}

/** A server of the closed network; it keeps what it hears. */
async function listener(answer: object): Promise<{ url: string; heard: Heard[]; server: Server }> {
  const heard: Heard[] = [];
  const server = createServer(async (request: IncomingMessage, reply) => {
    let body = "";
    for await (const part of request) body += String(part);
    heard.push({ path: request.url ?? "", body, signature: String(request.headers["x-signature"] ?? "") });
    reply.setHeader("content-type", "application/json").end(JSON.stringify(answer));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`, heard, server };
}

let at: Installed;
let gateway: Awaited<ReturnType<typeof listener>>;
let other: Awaited<ReturnType<typeof listener>>;
beforeEach(async () => {
  at = new Installed();
  gateway = await listener({ ok: true });
  other = await listener({ unit: "root", name: "x", child: "x" });
});
afterEach(async () => {
  await at.end();
  gateway.server.close();
  other.server.close();
});

const HOUR = 3_600_000;
/** A man detained at an instant (ms) who has not been taken to a detention house. */
const detained = (startedAt: number) => {
  const known = (field: string, value: string | number) => ({
    entity: "measures",
    id: "m1",
    field,
    state: "known",
    value,
    at: Date.now(),
    page: "case",
  });
  const blank = ["endedAt", "sentToHouseAt"].map((field) => ({
    entity: "measures",
    id: "m1",
    field,
    state: "absent",
    at: Date.now(),
    page: "case",
  }));
  return [known("kind", "刑事拘留"), known("startedAt", startedAt), ...blank];
};

it("a deadline that passes while the service is down rings when it is back, at the gateway, once and signed", async () => {
  await at.set({ SMS_URL: `${gateway.url}/sms`, SMS_SECRET: "a shared secret" });
  await at.start();
  const admin = await firstAdmin(at);
  const phone = "00000037215";
  const han = {
    account: "han",
    name: "韩某某",
    password: "correct horse",
    roles: ["officer"],
    unit: "root",
    phone,
  };
  await makeMember(at.url, admin.token, han);
  const { token } = await signIn(at, "han");
  const facts = detained(Date.now() - 24 * HOUR + 5_000);
  const entry = {
    seq: 1,
    at: new Date().toISOString(),
    caseKey: CASE,
    body: { kind: "facts", facts, complete: [] },
  };
  await api(at.url, "POST", "/v1/sync", { device: DEVICE, entries: [entry] }, token);
  await at.kill();
  await new Promise((pass) => setTimeout(pass, 6_000));
  expect(gateway.heard).toEqual([]);
  await at.start();
  await at.until(() => gateway.heard.some(({ body }) => body.includes("送看守所")));
  const [message] = gateway.heard.filter(({ body }) => body.includes("送看守所"));
  expect(message?.path).toBe("/sms");
  expect(message?.signature).toBe(
    createHmac("sha256", "a shared secret")
      .update(message?.body ?? "")
      .digest("hex"),
  );
  expect(JSON.parse(message?.body ?? "{}")).toMatchObject({ to: phone });
  await new Promise((pass) => setTimeout(pass, 500));
  expect(gateway.heard.filter(({ body }) => body.includes("送看守所"))).toHaveLength(1);
});

it("an address that no setting names is not called, and the log says so; named, it is", async () => {
  await at.start();
  const admin = await firstAdmin(at);
  const join = () =>
    api(at.url, "POST", "/v1/rollup/parent", { url: other.url, code: "ABCD-EFGH-JKMN" }, admin.token);
  await expect(join()).rejects.toThrow("上级平台");
  expect(other.heard).toEqual([]);
  expect(at.output).toContain(`"event":"egress-refused","to":"${other.url}"`);
  await at.kill();
  await at.set({ EGRESS_ALSO: other.url });
  await at.start();
  await join();
  expect(other.heard.map(({ path }) => path)).toContain("/v1/rollup/enrol");
});

it("a named address outside of the networks allowed is not reached", async () => {
  await at.set({ EGRESS_ALSO: other.url, EGRESS_NETWORKS: "10.99.0.0/16" });
  await at.start();
  const admin = await firstAdmin(at);
  const body = { url: other.url, code: "ABCD-EFGH-JKMN" };
  await expect(api(at.url, "POST", "/v1/rollup/parent", body, admin.token)).rejects.toThrow("上级平台");
  expect(other.heard).toEqual([]);
});
