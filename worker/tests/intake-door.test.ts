// A flood of unsigned messages: turned away before it is read, without holding up a system that signs.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { paceOf } from "../directory/intake-pace.ts";
import { Door } from "../intake/door.ts";
import { advance, MINUTE } from "./clock.ts";
import { inDirectory, request } from "./deployment.ts";
import { begin, connect, countOf, incident, J1, type Source, send } from "./intake-sender.ts";

beforeEach(begin);
afterEach(() => vi.useRealTimers());

/** Knocks with a body of a megabyte; how much of it was taken off the line, and what was answered. */
async function knock(
  source: string,
  headers: Record<string, string>,
): Promise<{ status: number; code: string; after: string | null; read: number }> {
  let read = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        read += 65_536;
        if (read > 1_000_000) controller.close();
        else controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    },
    { highWaterMark: 0 },
  );
  const reply = await request(`/v1/intake/${source}`, { method: "POST", body, headers });
  const { code } = (await reply.json()) as { code: string };
  return { status: reply.status, code, after: reply.headers.get("retry-after"), read };
}
const forged = () => ({ "x-timestamp": String(Date.now()), "x-signature": "ab".repeat(32) });
const nobody = (n: number): Source => ({
  key: "11".repeat(32),
  source: { id: `s${String(n).padStart(16, "0")}` } as Source["source"],
});

describe("what cannot be signed is not read", () => {
  it.each([
    ["no signature", () => ({}), "unsigned-request"],
    ["a signature of another length", () => ({ ...forged(), "x-signature": "ab" }), "unsigned-request"],
    ["no time", () => ({ ...forged(), "x-timestamp": "" }), "stale-request"],
    ["an old time", () => ({ ...forged(), "x-timestamp": String(Date.now() - 6 * MINUTE) }), "stale-request"],
  ])("%s", async (_, headers, code) => {
    const { source } = await connect("incident");
    const got = await knock(source.id, headers());
    expect([got.status, got.code, got.read]).toEqual([401, code, 0]);
  });
});

it("a connection under whose name others send is looked at again after a while, each told when; its own messages arrive", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const source = await connect("incident");
  const got = [];
  for (let n = 0; n < 63; n += 1) got.push(await knock(source.source.id, forged()));
  expect(got.slice(0, 60).every(({ status, read }) => status === 401 && read > 1_000_000)).toBe(true);
  expect(got.slice(60).map(({ status, code, after, read }) => [status, code, after, read])).toEqual(
    [60, 61, 62].map(() => [429, "too-many", "3", 0]),
  );
  expect(log.mock.calls.flat().filter((line) => String(line).includes("unsigned-turned-away"))).toHaveLength(
    1,
  );
  log.mockRestore();
  expect((await send(source, [incident("e1", J1)])).status).toBe(429);
  advance(3_000);
  expect((await send(source, [incident("e1", J1)])).status).toBe(200);
  expect(await countOf("cg", "intake_events")).toBe(1);
});

it("a flood under invented names holds nobody up who has signed well of late", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  advance(10 * MINUTE);
  const [known, fresh] = [await connect("incident"), await connect("cabinet")];
  expect((await send(known, [incident("e1", J1)])).status).toBe(200);
  const codes = [];
  for (let n = 0; n < 140; n += 1) codes.push((await send(nobody(n), [incident("e1", J1)])).status);
  expect([codes.filter((code) => code === 401).length, codes.at(-1)]).toEqual([120, 429]);
  expect((await send(known, [incident("e2", `${J1}2`)])).status).toBe(200);
  // One of which nothing has been seen yet waits with the others, for less than a second each.
  expect((await send(fresh, [])).status).toBe(429);
  advance(1_000);
  expect((await send(fresh, "{}")).body.code).toBe("bad-shape");
  log.mockRestore();
});

describe("the door", () => {
  it("lets no more in at once than one after the other, and gives back what was signed", () => {
    const door = new Door();
    const now = 1_900_000_000_000;
    const burst = Array.from({ length: 80 }, () => door.enter("s1", now));
    expect(burst.filter((wait) => wait === undefined)).toHaveLength(60);
    for (let n = 0; n < 60; n += 1) door.passed("s1", now);
    expect(door.enter("s1", now)).toBeUndefined();
    door.passed("s1", now);
    for (let n = 0; n < 500; n += 1) {
      expect(door.enter("s1", now)).toBeUndefined();
      door.passed("s1", now);
    }
  });
  it("keeps nobody out for what a clock said that was set back", () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const door = new Door();
    const ahead = 2_000_000_000_000;
    for (let n = 0; n < 70; n += 1) door.enter("s1", ahead);
    const back = ahead - 365 * 24 * 60 * MINUTE;
    expect(door.enter("s1", ahead)).toBe(3);
    expect(door.enter("s1", back)).toBeUndefined();
    vi.restoreAllMocks();
  });
});

it("the pace of a connection that signs is not held up by a clock that was set back either", async () => {
  const ahead = 2_000_000_000_000;
  const paced = (now: number) => inDirectory((sql) => paceOf(sql, "s1", now));
  for (let n = 0; n < 70; n += 1) await paced(ahead);
  const back = ahead - 365 * 24 * 60 * MINUTE;
  expect(await paced(back)).toBe(1);
  expect(await paced(back + 1_000)).toBeUndefined();
});
