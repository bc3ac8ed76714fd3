// The guides: one for every stage that rules have, short enough for a minute, citing only articles that checked rules cite.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { STATUTES } from "../law/statutes.ts";
import { STAGES } from "../rules/stages.ts";
import { GUIDES, guideOf } from "./guides.ts";

const CATALOGUE = join(import.meta.dirname, "..", "rules", "catalogue");

interface Written {
  readonly stage: string;
  readonly basis: readonly { readonly statute: string; readonly edition: string; readonly article: string }[];
}
const rules = STAGES.flatMap(({ id }) =>
  readdirSync(join(CATALOGUE, id))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => parse(readFileSync(join(CATALOGUE, id, name), "utf8")) as Written),
);
const cited = new Set(
  rules.flatMap(({ basis }) =>
    basis.map(({ statute, edition, article }) => `${statute} ${edition} ${article}`),
  ),
);

test("every stage that has rules has its guide, once, in the order of a case's life or beside it", () => {
  expect(GUIDES.map(({ stage }) => stage).sort()).toEqual([...new Set(rules.map((r) => r.stage))].sort());
  for (const { id } of STAGES) expect(guideOf(id)?.steps.length).toBeGreaterThanOrEqual(3);
  expect(guideOf("trial")).toBeUndefined();
});

const steps = GUIDES.flatMap(({ stage, steps }) => steps.map((step) => ({ stage, ...step })));

test.each(steps)("$stage: $what cites only what rules cite, in an edition in force", ({ cites }) => {
  expect(cites.length).toBeGreaterThan(0);
  for (const { statute, edition, article } of cites) {
    expect(cited, `${statute} ${edition} ${article}`).toContain(`${statute} ${edition} ${article}`);
    const known = STATUTES.find(({ title }) => title === statute)?.editions.find(
      (one) => one.edition === edition,
    );
    expect(known, `${statute} ${edition}`).toBeDefined();
    expect(known?.until, `${statute} ${edition} is no longer in force`).toBeUndefined();
  }
});

test("each can be read in a minute: at most 480 characters of steps, none of them a wall", () => {
  for (const { stage, say, steps } of GUIDES) {
    const length = steps.reduce(
      (sum, { what, how, done }) => sum + what.length + how.length + done.length,
      0,
    );
    expect(length, stage).toBeLessThanOrEqual(480);
    expect(say.length, stage).toBeLessThanOrEqual(40);
    for (const { what, how, done } of steps) {
      expect(what.length, what).toBeLessThanOrEqual(14);
      expect(how.length, what).toBeLessThanOrEqual(110);
      expect(done.length, what).toBeLessThanOrEqual(60);
      expect(`${what}${how}${done}`).not.toMatch(/[!！]|请注意|违规操作/);
    }
  }
});
