// Batches of one session at once: two are worked on, more are turned away unread and told when to come back; other sessions do not notice.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { begin, holdBack } from "../at-once.ts";
import { signedEntry } from "./batch.ts";
import { HOUR, START, setClock } from "./clock.ts";
import { call, deploy, hire, type Person, request } from "./deployment.ts";

let han: Person;
let li: Person;
beforeEach(async () => {
  setClock(START);
  const admin = await deploy();
  [han, li] = [await hire(admin, "han", ["officer"]), await hire(admin, "li", ["officer"])];
});
afterEach(() => {
  vi.useRealTimers();
});

const send = ({ token, device }: Person, seq: number, body?: BodyInit) =>
  request("/v1/sync", {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: body ?? JSON.stringify({ device, entries: [signedEntry(seq)] }),
  });

it("are taken one after the other, what is on top comes later, and nothing is lost of it", async () => {
  const answers = await Promise.all([
    ...[1, 1, 1, 1, 1].map((seq) => send(han, seq)),
    ...[1, 1].map((seq) => send(li, seq)),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 503, 503, 503, 200, 200]);
  expect(answers[2]?.headers.get("retry-after")).toBe("5");
  expect(await answers[2]?.json()).toMatchObject({
    code: "busy",
    message: expect.stringContaining("没有保存"),
  });
  for (const seq of [2, 3]) {
    const reply = await send(han, seq);
    expect(((await reply.json()) as { acked: number }).acked).toBe(seq);
  }
});

it("of which some are refused or break off make room again", async () => {
  const broken = () =>
    new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error("reset")) });
  for (let n = 0; n < 4; n += 1) {
    expect((await send(han, 1, "{")).status).toBe(400);
    expect((await send(han, 1, broken())).status).toBe(400);
  }
  expect((await call("sync", { device: han.device, entries: [] }, { token: han.token })).status).toBe(200);
});

it("that are never finished are forgotten after half a minute, and a clock that is set back forgets them too", () => {
  for (const now of [START, START + 1]) expect(begin("t", now)).toBeTypeOf("function");
  expect(begin("t", START + 29_000)).toBeUndefined();
  expect(begin("t", START + 30_000)).toBeTypeOf("function");
  expect(begin("t", START + 30_000)).toBeUndefined();
  expect(begin("t", START - 86_400_000)).toBeTypeOf("function");
});

it("that are turned away wait to be told so, but not more of them than can be kept waiting", async () => {
  const took = async (): Promise<number> => {
    const from = performance.now();
    await holdBack("t", START + HOUR);
    return performance.now() - from;
  };
  const all = await Promise.all(Array.from({ length: 300 }, took));
  expect(all.filter((ms) => ms >= 900)).toHaveLength(256);
  // Those of before are forgotten, whether or not they were still there to be told.
  await expect(
    Promise.race([holdBack("t", START + HOUR + 1_000).then(() => "told"), Promise.resolve("waits")]),
  ).resolves.toBe("waits");
});
