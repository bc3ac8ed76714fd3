// The walk of one datum, second half, in workerd: entry → unit row → alarm → reminder, each step against the same files.
import { runInDurableObject } from "cloudflare:test";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ring, setClock } from "../../worker/tests/clock.ts";
import { call, deploy, hire, inUnit, type Person, unitStub } from "../../worker/tests/deployment.ts";
import { signatureOf } from "../../worker/unit/gateway.ts";
import { held, ms, walk } from "./files.ts";

const { entries } = walk.entry;
const { rows, reminder } = walk;
const RULE = rows.finding.rule;

/** The gateway edge: what it received, body and signature. */
const received: { readonly body: string; readonly signature: string | null }[] = [];
let officer: Person;

beforeAll(async () => {
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    received.push({ body: await request.text(), signature: request.headers.get("x-signature") });
    return new Response("{}");
  });
  // Years ahead of the machine's clock, so that no alarm goes off by itself.
  setClock(ms(rows.receivedAt));
  officer = await hire(await deploy(), "han", ["officer"], { phone: reminder.phone });
});
afterAll(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const all = (query: string): Promise<Record<string, unknown>[]> =>
  inUnit("root", (sql) => sql.exec(query).toArray());
/** The ledger's own words on the datum's rule, in their order. */
const ledger = async (): Promise<unknown[]> =>
  (await all("SELECT kind, record FROM entries WHERE by = 'object' AND case_key <> '' ORDER BY idx"))
    .map(({ kind, record }) => ({ kind, ...(JSON.parse(String(record)) as { body: object }).body }))
    .filter((line) => "rule" in line && line.rule === RULE);

test("entry → unit rows", async () => {
  const sent = await call(
    "sync",
    { device: officer.device, entries: entries.map(held) },
    { token: officer.token },
  );
  expect([sent.status, sent.body.acked]).toEqual([200, entries.length]);
  const { fact, finding, deadline } = rows;
  const facts = await all("SELECT * FROM facts");
  expect(facts).toHaveLength(entries[0]?.body.facts?.length ?? 0);
  expect(facts.filter(({ field }) => field === fact.field)).toEqual([held(fact)]);
  const [found, ...more] = (await all("SELECT * FROM findings")).filter(({ rule }) => rule === RULE);
  expect(more).toEqual([]);
  expect(found).toEqual({ ...held(finding), key: expect.stringMatching(/^[0-9a-f]{16}$/) });
  expect(await all("SELECT * FROM cases")).toEqual([{ ...held(deadline), by: officer.id }]);
  expect((await all("SELECT * FROM entries WHERE seq = 1"))[0]).toMatchObject(held(rows.ledger));
});

test("unit row → alarm", async () => {
  // The word to the directory that this unit keeps the case goes first.
  expect(await ring()).toBe(true);
  const alarm = await runInDurableObject(unitStub("root"), (_, { storage }) => storage.getAlarm());
  expect(alarm).toBe(ms(walk.alarm.alarm));
});

test("alarm → notification, of which the gateway hears nothing", async () => {
  setClock(ms(walk.alarm.alarm));
  expect(await ring()).toBe(true);
  const [made] = await all(`SELECT channel FROM reminders WHERE rule = '${RULE}' AND colour = 'orange'`);
  expect(made?.channel).toBe(reminder.noticed);
  expect(received).toEqual([]);
});

test("alarm → reminder, which reaches the gateway once", async () => {
  setClock(ms(reminder.rungAt));
  expect(await ring()).toBe(true);
  const made = await all(`SELECT * FROM reminders WHERE rule = '${RULE}' AND colour = 'red'`);
  expect(made).toEqual([
    { ...held(reminder.reminder), id: made[0]?.id, facts: expect.stringMatching(/^[0-9a-f]{16}$/) },
  ]);
  const id = String(made[0]?.id);
  const parcels = await all(`SELECT * FROM outbox WHERE id = '${id}'`);
  expect(parcels).toMatchObject([{ ...held(reminder.outbox), member: officer.id }]);
  const messages = received.filter(({ body }) => JSON.parse(body).id === id);
  expect(messages).toHaveLength(1);
  const [message] = messages;
  expect(JSON.parse(message?.body ?? "")).toEqual({ id, ...reminder.message });
  expect(message?.signature).toBe(signatureOf("a shared secret", message?.body ?? ""));
  expect(await ledger()).toMatchObject(reminder.ledger);
});
