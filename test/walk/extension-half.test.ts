// @vitest-environment happy-dom
// The walk of one datum, first half: page cell → fact → finding → entry, each step against the hand-written files.
import "fake-indexeddb/auto";
import { beforeAll, expect, test } from "vitest";
import base from "#base-pack";
import { caseMemory, mergedCase, takeReading } from "../../extension/background/cases.ts";
import { waiting } from "../../extension/background/outbox.ts";
import { report } from "../../extension/background/report.ts";
import type { FrameReading } from "../../extension/protocol/messages.ts";
import { startReading } from "../../extension/reading/start-reading.ts";
import { pathOf } from "../../shared/dictionary/path.ts";
import { caseKey } from "../../shared/facts/case-key.ts";
import type { Fact } from "../../shared/facts/fact.ts";
import type { Judgement } from "../../shared/rules/finding.ts";
import { judge } from "../../shared/rules/judge.ts";
import type { Pack } from "../../shared/rules/pack.ts";
import { prepare } from "../../shared/rules/prepare.ts";
import type { SentEntry } from "../../shared/supervision/entry.ts";
import { fakeChrome } from "./fake-chrome.ts";
import { held, ms, walk } from "./files.ts";

const { canaries, html, url } = walk.cell;
const readAt = ms(walk.cell.readAt);

async function readPage(): Promise<FrameReading> {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
  document.body.innerHTML = html.join("");
  const ended = new AbortController();
  const readings: FrameReading[] = [];
  const session = startReading({
    document,
    onReading: (reading) => readings.push(reading),
    signal: ended.signal,
    now: () => readAt,
  });
  await session.settled(5_000);
  ended.abort();
  const last = readings.at(-1);
  if (last === undefined) throw new Error("the page was not read");
  return last;
}

let reading: FrameReading;
let judgement: Judgement;
beforeAll(async () => {
  fakeChrome();
  reading = await readPage();
});

const isOfDatum = ({ rule }: { readonly rule: string }): boolean => rule === walk.finding.finding.rule;

const memory = () => {
  const { platform, caseNumber = "" } = reading;
  return caseMemory(caseKey(platform, caseNumber) ?? "", caseNumber, platform);
};

test("page cell → fact", () => {
  const { pageKind, platform, caseNumber, completeLists, fact, beside } = walk.fact;
  expect(reading).toMatchObject({ pageKind, platform, caseNumber, completeLists });
  const path = ({ entity, id, field }: Fact) => pathOf({ element: entity, id, field });
  const isDatum = (one: Fact): boolean => one.entity === fact.entity && one.field === fact.field;
  expect(reading.facts.filter(isDatum)).toEqual([held(fact)]);
  const others = reading.facts.filter((one) => !isDatum(one));
  expect(others.map((one) => ({ path: path(one), state: one.state, value: one.value }))).toEqual(
    beside.map((one) => ({ value: undefined, ...one })),
  );
});

test("fact → finding", () => {
  takeReading(memory(), reading, `${reading.pageKind}|${reading.frame}`);
  const prepared = prepare(base as unknown as Pack);
  judgement = judge(prepared, mergedCase(memory()).sheet, readAt);
  const { finding, nextChange } = walk.finding;
  expect(judgement.at).toBe(ms(walk.finding.judgedAt));
  const found = judgement.findings.filter(isOfDatum);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject(held(finding));
  expect(judgement.nextChange).toBe(ms(nextChange));
});

test("finding → entry, and nothing that must stay in the browser is in what travels", async () => {
  const { device, referenceKey, entries } = walk.entry;
  expect(await report(device, referenceKey, memory(), judgement)).toBe(entries.length);
  const sent = (await waiting(device)).map(({ entry }) => entry);
  const [facts, findings] = entries.map(held);
  expect(sent[0]).toEqual(facts);
  // Of all that the page's other rules say, only the datum's own finding is written in the file.
  const ofDatum = (entry: SentEntry | undefined) =>
    entry?.body.kind === "findings"
      ? { ...entry, body: { ...entry.body, findings: entry.body.findings.filter(isOfDatum) } }
      : undefined;
  expect(ofDatum(sent[1])).toEqual(findings);
  const page = document.body.textContent;
  for (const canary of canaries) {
    expect(page).toContain(canary);
    expect(JSON.stringify(sent)).not.toContain(canary);
    expect(JSON.stringify(walk.entry.entries)).not.toContain(canary);
  }
});

test("what has been queued once is not queued again", async () => {
  const { device, referenceKey } = walk.entry;
  expect(await report(device, referenceKey, memory(), judgement)).toBe(0);
});
