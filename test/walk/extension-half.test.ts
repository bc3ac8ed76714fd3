// The walk of one datum, first half: page cell → fact → finding → entry, each step against the hand-written files.
// @vitest-environment happy-dom
import "../../extension/test-tab.ts";
import "fake-indexeddb/auto";
import { beforeAll, expect, test } from "vitest";
import base from "#base-pack";
import { type CaseMemory, caseMemory, mergedCase, takeReading } from "../../extension/background/cases.ts";
import { waiting } from "../../extension/background/outbox.ts";
import { report } from "../../extension/background/report.ts";
import type { FrameReading } from "../../extension/protocol/messages.ts";
import { pathOf, placeOf } from "../../shared/dictionary/path.ts";
import { caseKey } from "../../shared/facts/case-key.ts";
import type { Fact } from "../../shared/facts/fact.ts";
import type { Judgement } from "../../shared/rules/finding.ts";
import { judge } from "../../shared/rules/judge.ts";
import type { Pack } from "../../shared/rules/pack.ts";
import { prepare } from "../../shared/rules/prepare.ts";
import type { SentEntry } from "../../shared/supervision/entry.ts";
import { fakeChrome } from "./fake-chrome.ts";
import { held, ms, walk } from "./files.ts";
import { readPage } from "./read-page.ts";

const { canaries, html, url } = walk.cell;
const readAt = ms(walk.cell.readAt);

const isOfDatum = ({ rule }: { readonly rule: string }): boolean => rule === walk.finding.finding.rule;

/** The facts as the second file has them, put into the memory of their case. */
function remembered(): CaseMemory {
  const { pageKind, platform, caseNumber, completeLists, fact, beside } = walk.fact;
  const facts = beside.map(({ path, ...one }) => {
    const { element, id, field = "" } = placeOf(path) ?? { element: "case", id: "" };
    return { ...one, entity: element, id, field, at: readAt, page: pageKind } as Fact;
  });
  const memory = caseMemory(caseKey(platform, caseNumber) ?? "", caseNumber, platform);
  takeReading(memory, { ...reading, facts: [held(fact) as Fact, ...facts], completeLists }, pageKind);
  return memory;
}

let reading: FrameReading;
beforeAll(async () => {
  fakeChrome();
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
  document.body.innerHTML = html.join("");
  reading = await readPage(readAt);
});

const judged = (memory: CaseMemory): Judgement =>
  judge(prepare(base as unknown as Pack), mergedCase(memory).sheet, ms(walk.finding.judgedAt));

const sent = async (): Promise<readonly SentEntry[]> =>
  (await waiting(walk.entry.device)).map(({ entry }) => entry);

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
  const judgement = judged(remembered());
  const { finding, nextChange } = walk.finding;
  const found = judgement.findings.filter(isOfDatum);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject(held(finding));
  expect(judgement.nextChange).toBe(ms(nextChange));
});

test("finding → entry, queued once", async () => {
  const { device, referenceKey, entries } = walk.entry;
  const memory = remembered();
  expect(await report(device, referenceKey, memory, judged(memory))).toBe(entries.length);
  expect(await report(device, referenceKey, memory, judged(memory))).toBe(0);
  const [first, second, ...more] = await sent();
  const [facts, findings] = entries.map(held);
  expect(first).toEqual(facts);
  // Of all that the page's other rules say, only the datum's own finding is written in the file.
  const body = second?.body;
  const ofDatum = body?.kind === "findings" ? { ...body, findings: body.findings.filter(isOfDatum) } : body;
  expect({ ...second, body: ofDatum }).toEqual(findings);
  expect(more).toEqual([]);
});

test("nothing that must stay in the browser is in what travels", async () => {
  const page = document.body.textContent;
  const wire = JSON.stringify([await sent(), walk.entry.entries]);
  for (const canary of canaries) {
    expect(page).toContain(canary);
    expect(wire).not.toContain(canary);
  }
});
