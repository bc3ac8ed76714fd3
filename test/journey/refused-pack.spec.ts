// A pack that is unsigned, altered or older is refused by the extension: the last good one stays in force and the refusal is shown.
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page, test } from "@playwright/test";
import { Overlay } from "../run/overlay.ts";
import { api, tokenOf } from "../run/people.ts";
import { signInBrowser, status, until } from "../run/steps.ts";
import { raise, type Stage } from "./stage.ts";

test.describe.configure({ mode: "serial" });

interface Signed {
  body: string;
  key: string;
  signature: string;
  hash: string;
}

let stage: Stage;
let between: Server;
let desk: Page;
let bend: ((pack: Signed) => Partial<Signed>) | undefined;

/** Stands between browser and worker and bends what it is told to: the network edge of this journey. */
const listen = (): Promise<Server> =>
  new Promise((done) => {
    const server = createServer((incoming, outgoing) => {
      const onward = request(
        `${stage.worker.url}${incoming.url}`,
        { method: incoming.method, headers: { ...incoming.headers, "accept-encoding": "identity" } },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on("data", (part: Buffer) => parts.push(part));
          answer.on("end", () => {
            let body = Buffer.concat(parts).toString();
            if (
              bend !== undefined &&
              /^\/v1\/pack(?:\?|$)/.test(incoming.url ?? "") &&
              answer.statusCode === 200
            ) {
              const { pack } = JSON.parse(body) as { pack: Signed };
              body = JSON.stringify({ pack: { ...pack, ...bend(pack) } });
            }
            const {
              "content-length": _,
              "content-encoding": __,
              "transfer-encoding": ___,
              ...headers
            } = answer.headers;
            outgoing.writeHead(answer.statusCode ?? 502, headers).end(body);
          });
        },
      );
      onward.on("error", () => outgoing.writeHead(502).end());
      incoming.pipe(onward);
    });
    server.listen(0, "127.0.0.1", () => done(server));
  });

test.beforeAll(async () => {
  stage = await raise();
  between = await listen();
  desk = await signInBrowser(
    stage.browser,
    `http://127.0.0.1:${(between.address() as AddressInfo).port}`,
    stage.people.officer,
  );
});
test.afterAll(async () => {
  between.close();
  await stage.end();
});

/** Publishes a small change as a new revision, so that there is something to fetch. */
const publish = async (): Promise<number> => {
  const token = await tokenOf(stage.worker.url, stage.people.admin);
  const call = <T>(method: string, path: string, body?: unknown): Promise<T> =>
    api<T>(stage.worker.url, method, path, body, token);
  const { revision, rules } = await call<{ revision: number; rules: { owner: string }[] }>(
    "GET",
    "/v1/pack/sources",
  );
  const changed = { ...rules[0], owner: `法制支队 ${revision}` };
  return (
    await call<{ revision: number }>("POST", "/v1/packs", {
      base: revision,
      say: "换维护人",
      rules: [changed],
      checklists: [],
    })
  ).revision;
};

/** A new sign-in asks for the pack again, as every start of the browser does. */
const askAgain = async (): Promise<void> => {
  await signInBrowser(
    stage.browser,
    `http://127.0.0.1:${(between.address() as AddressInfo).port}`,
    stage.people.officer,
  );
};

for (const [name, how] of [
  ["altered", (p: Signed) => ({ body: p.body.replace("2026", "2027") })],
  ["stripped of its signature", () => ({ signature: "" })],
  [
    "signed by another key",
    (p: Signed) => ({ signature: p.signature.replace(/^../, (two) => (two === "00" ? "11" : "00")) }),
  ],
] as const)
  test(`a pack ${name} is refused, the last good one stays`, async () => {
    const before = (await status(desk)).pack.revision;
    bend = how;
    await publish();
    await askAgain();
    const refused = await until("the refusal is told", async () => (await status(desk)).pack.refused);
    expect(refused).toMatch(/签名/);
    expect((await status(desk)).pack.revision).toBe(before);
    const host = await stage.browser.context.newPage();
    await host.goto(`${stage.twin.url}/new/#/case/A9901045200002026110187/interview/b2`);
    const overlay = new Overlay(host);
    await overlay.click("button");
    await overlay.wait("*", "规则包");
    await host.close();
  });

test("an older pack than the one in force is refused", async () => {
  const token = await tokenOf(stage.worker.url, stage.people.officer);
  const { pack: older } = await api<{ pack: Signed }>(stage.worker.url, "GET", "/v1/pack", undefined, token);
  bend = undefined;
  const revision = await publish();
  await askAgain();
  await until("the good one is in force", async () => (await status(desk)).pack.revision === revision);
  expect((await status(desk)).pack.refused).toBeUndefined();
  bend = () => older;
  await askAgain();
  expect(await until("the refusal is told", async () => (await status(desk)).pack.refused)).toMatch(/不高于/);
  expect((await status(desk)).pack.revision).toBe(revision);
});
