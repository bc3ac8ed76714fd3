// An alarm that the runtime has given up, after failing again and again: the deadline rings all the same once somebody of the unit is there.
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { api, makeMember } from "../run/people.ts";
import { Installed } from "./installed.ts";
import { CASE, DEVICE, firstAdmin, signIn } from "./people.ts";

let at: Installed;
let gateway: Server;
const heard: string[] = [];
beforeEach(async () => {
  at = new Installed();
  heard.length = 0;
  gateway = createServer(async (request, reply) => {
    let body = "";
    for await (const part of request) body += String(part);
    heard.push(body);
    reply.setHeader("content-type", "application/json").end("{}");
  });
  await new Promise<void>((done) => gateway.listen(0, "127.0.0.1", done));
});
afterEach(async () => {
  await at.end();
  gateway.close();
});

const HOUR = 3_600_000;

it("is set anew by the next who signs in", async () => {
  const address = gateway.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  await at.set({ SMS_URL: url, SMS_SECRET: "a shared secret" });
  await at.start();
  const admin = await firstAdmin(at);
  const han = {
    account: "han",
    name: "韩某某",
    password: "correct horse",
    roles: ["officer"],
    phone: "00000037215",
  };
  await makeMember(at.url, admin.token, { ...han, unit: "root" });
  const { token } = await signIn(at, "han");
  const now = Date.now();
  const facts = [
    { field: "kind", state: "known", value: "刑事拘留" },
    { field: "startedAt", state: "known", value: now - 24 * HOUR + 4_000 },
    { field: "endedAt", state: "absent" },
    { field: "sentToHouseAt", state: "absent" },
  ].map((fact) => ({ entity: "measures", id: "m1", at: now, page: "case", ...fact }));
  const entry = {
    seq: 1,
    at: new Date(now).toISOString(),
    caseKey: CASE,
    body: { kind: "facts", facts, complete: [] },
  };
  await api(at.url, "POST", "/v1/sync", { device: DEVICE, entries: [entry] }, token);
  await at.kill();
  // So the runtime leaves them after its last try: the object still has the time, nothing is planned any more.
  const planned = new DatabaseSync(join(at.data, "objects/first-button-Unit/metadata.sqlite"));
  expect(planned.prepare("DELETE FROM _cf_ALARM").run().changes).toBeGreaterThan(0);
  planned.close();
  await new Promise((pass) => setTimeout(pass, 4_500));
  await at.start();
  await signIn(at, "han");
  await at.until(() => heard.some((body) => body.includes("送看守所")));
});
