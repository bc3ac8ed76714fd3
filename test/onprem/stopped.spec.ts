// How a service ends: asked to while requests are on their way, or hung and ended by its watch; nothing acknowledged is lost or doubled.
import { afterEach, beforeEach, expect, it } from "vitest";
import { api } from "../run/people.ts";
import { Installed } from "./installed.ts";
import { CASE, firstAdmin, officer, type Session, sync } from "./people.ts";

let at: Installed;
beforeEach(() => {
  at = new Installed();
});
afterEach(() => at.end());

interface Line {
  readonly record: string;
}
/** The numbers that the ledger has of each device, in its order. */
async function numbersOf({ token }: Session): Promise<Map<string, number[]>> {
  const path = `/v1/cases/${encodeURIComponent(CASE)}/ledger`;
  const { lines } = await api<{ lines: readonly Line[] }>(at.url, "GET", path, undefined, token);
  const found = new Map<string, number[]>();
  for (const { record } of lines) {
    const { sent } = JSON.parse(record) as { sent?: { device: string; seq: number } };
    if (sent !== undefined) found.set(sent.device, [...(found.get(sent.device) ?? []), sent.seq]);
  }
  return found;
}

it("asked to end with requests on their way, it has all that it acknowledged; what it did not answer is sent again and stands once", async () => {
  await at.start();
  const admin = await firstAdmin(at);
  const writers: Session[] = [];
  for (let n = 0; n < 8; n += 1) writers.push(await officer(at, admin, "root", `han${n}`));
  const told = writers.map(() => 0);
  let open = 0;
  let atEnd = 0;
  const writing = writers.map(async (who, i) => {
    for (let next = 1; ; next += 5) {
      open += 1;
      const done = await sync(at, who, next, next + 4).catch(() => undefined);
      open -= 1;
      if (done === undefined) return;
      told[i] = done.acked;
    }
  });
  await new Promise((pass) => setTimeout(pass, 600));
  atEnd = open;
  const began = Date.now();
  await at.kill("SIGTERM");
  expect(Date.now() - began).toBeLessThan(5_000);
  await Promise.all(writing);
  expect(atEnd).toBeGreaterThan(1);
  expect(Math.min(...told)).toBeGreaterThan(5);

  await at.start();
  // Each device sends again what it has no answer to, and what it has one to as well.
  for (const [i, who] of writers.entries()) {
    const last = told[i] ?? 0;
    expect((await sync(at, who, last - 4, last + 5)).acked).toBe(last + 5);
  }
  const [first] = writers;
  const found = first === undefined ? new Map<string, number[]>() : await numbersOf(first);
  expect([...found.values()].map((numbers) => numbers.length).sort()).toEqual(
    told.map((last) => last + 5).sort(),
  );
  for (const numbers of found.values()) expect(numbers).toEqual(numbers.map((_, i) => i + 1));
});

it("that hangs is ended by its watch with a line in the log, and started again it has everything", async () => {
  await at.set({ WATCH: "3" });
  await at.start();
  const han = await officer(at, await firstAdmin(at));
  await sync(at, han, 1, 3);
  process.kill(at.pid, "SIGSTOP");
  const hung = sync(at, han, 4, 4).then(
    () => "answered",
    () => "broken off",
  );
  await at.ended;
  await at.until(() => at.output.includes("服务 9 秒没有应答，已强制结束"));
  expect(await hung).toBe("broken off");
  await at.start();
  expect((await sync(at, han, 4, 5)).acked).toBe(5);
  expect([...(await numbersOf(han)).values()]).toEqual([[1, 2, 3, 4, 5]]);
});
