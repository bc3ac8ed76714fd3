// The push socket: one ticket, one socket, and what is announced on it.
import { evictAllDurableObjects } from "cloudflare:test";
import * as v from "valibot";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Push } from "../../shared/api/contract.ts";
import { CASE, fact, factsEntry, signedEntry } from "./batch.ts";
import { advance, HOUR, MINUTE, ring, ringDirectory, START, setClock } from "./clock.ts";
import { call, deploy, hire, type Person, request } from "./deployment.ts";
import { fakeGateway } from "./gateway.ts";

let admin: Person;
let officer: Person;
let legal: Person;
beforeEach(async () => {
  setClock(START);
  fakeGateway();
  admin = await deploy();
  officer = await hire(admin, "han", ["officer"]);
  legal = await hire(admin, "fa", ["legal"]);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const ticket = async (who = officer) => (await call("socketTicket", {}, { token: who.token })).body.ticket;
const open = (protocols: string, more: Record<string, string> = {}) =>
  request("/v1/socket", { headers: { upgrade: "websocket", "sec-websocket-protocol": protocols, ...more } });
const code = async (reply: Response) => ((await reply.json()) as { code: string }).code;

/** A connected socket with all that it has been told. */
async function listen(): Promise<{ pushes: Push[]; socket: WebSocket }> {
  const reply = await open(`first-button, ticket.${await ticket()}`);
  const socket = reply.webSocket;
  if (reply.status !== 101 || socket === null) throw new Error(`no socket: ${reply.status}`);
  expect(reply.headers.get("sec-websocket-protocol")).toBe("first-button");
  socket.accept();
  const pushes: Push[] = [];
  socket.addEventListener("message", ({ data }) => {
    if (data !== "pong") pushes.push(v.parse(Push, JSON.parse(String(data))));
  });
  return { pushes, socket };
}
const sync = (entries: readonly unknown[]) =>
  call("sync", { device: officer.device, entries }, { token: officer.token });

describe("a ticket", () => {
  it("opens one socket", async () => {
    const once = await ticket();
    expect((await open(`first-button, ticket.${once}`)).status).toBe(101);
    const again = await open(`first-button, ticket.${once}`);
    expect([again.status, await code(again)]).toEqual([401, "not-signed-in"]);
  });
  it("is over after half a minute", async () => {
    const late = await ticket();
    advance(MINUTE);
    expect(await code(await open(`first-button, ticket.${late}`))).toBe("not-signed-in");
  });
  it.each([
    "first-button",
    "ticket.00",
    "first-button, ticket.",
    `first-button, ticket.${"0".repeat(48)}`,
    `ticket.${"0".repeat(48)}`,
  ])("is not %j", async (protocols) => {
    expect(await code(await open(protocols))).toBe("not-signed-in");
  });
  it("is nothing for a web page, nor for a plain request", async () => {
    const mine = await ticket();
    expect(await code(await open(`first-button, ticket.${mine}`, { origin: "https://evil.test" }))).toBe(
      "not-allowed",
    );
    expect(await code(await request("/v1/socket"))).toBe("bad-shape");
    const origin = `chrome-extension://${"b".repeat(32)}`;
    expect((await open(`first-button, ticket.${mine}`, { origin })).status).toBe(101);
  });
  it("cannot be replaced by a header of one's own", async () => {
    const reply = await open("first-button", { "x-first-button-member": officer.id });
    expect(reply.status).toBe(401);
  });
});

describe("an open socket hears of", () => {
  it("cases, notes and reminders of its unit", async () => {
    const { pushes } = await listen();
    await sync([
      factsEntry(1, [
        fact("measures/m1.kind", "刑事拘留", START),
        fact("measures/m1.startedAt", START - 30 * HOUR, START),
        fact("measures/m1.sentToHouseAt", null, START),
        fact("measures/m1.endedAt", null, START),
      ]),
    ]);
    const anchor = { page: "case", url: "", frame: "", css: "#a" };
    await call(
      "createNote",
      { kind: "指导", said: "尽快", anchor },
      { token: legal.token, params: { key: CASE } },
    );
    await vi.waitFor(() =>
      expect(new Set(pushes.map(({ type }) => type))).toEqual(new Set(["pack", "case", "reminder", "note"])),
    );
    expect(pushes.find(({ type }) => type === "case")).toEqual({ type: "case", caseKey: CASE });
  });
  it("changes while the object slept", async () => {
    const { pushes, socket } = await listen();
    await sync([signedEntry(1)]);
    await vi.waitFor(() => expect(pushes.length).toBeGreaterThan(0));
    const before = pushes.length;
    await evictAllDurableObjects();
    await sync([signedEntry(2)]);
    await vi.waitFor(() => expect(pushes.length).toBeGreaterThan(before));
    const pong = new Promise((done) =>
      socket.addEventListener("message", ({ data }) => data === "pong" && done(data)),
    );
    socket.send("ping");
    expect(await pong).toBe("pong");
  });
  it("a changed statute library, once for several changes, and nothing where nothing was changed", async () => {
    while (await ringDirectory()) await Promise.resolve();
    const { pushes } = await listen();
    const library = () => pushes.filter(({ type }) => type === "statutes").length;
    const load = (edition: string, token = admin.token) => {
      const articles = [{ number: "1", paragraphs: [{ text: "为了巡河。" }] }];
      return call("loadStatute", { text: { statute: "星河市巡河条例", edition, articles } }, { token });
    };
    await load("2015-03-01");
    await load("2023-10-09");
    expect(await ringDirectory()).toBe(true);
    await vi.waitFor(() => expect(library()).toBe(1));
    expect((await load("2024-10-09", officer.token)).status).toBe(403);
    expect(await ringDirectory()).toBe(false);
    expect(library()).toBe(1);
  });
  it("nothing when only somebody looks", async () => {
    await sync([signedEntry(1)]);
    await ring();
    const { pushes } = await listen();
    await call("caseView", undefined, { token: legal.token, params: { key: CASE } });
    await new Promise((done) => setTimeout(done, 50));
    expect(pushes).toEqual([]);
  });
});
