// The pack that ships offers templates to fill in and names the exceptions of its rules, also without network.
import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";
import base from "#base-pack";
import { ruleHelp } from "./rule-help.ts";

const nothing = { get: async () => ({}), set: async () => undefined, remove: async () => undefined };

beforeEach(() => {
  vi.stubGlobal("chrome", { storage: { local: nothing, session: nothing, managed: nothing } });
});

const rules = base.rules as unknown as readonly {
  readonly id: string;
  readonly template?: string;
  readonly unless?: readonly { readonly say: string }[];
}[];

test("every template of the pack leaves to the officer what only the officer knows", async () => {
  const offered = rules.filter(({ template }) => template !== undefined);
  expect(offered.length).toBeGreaterThan(5);
  for (const { id } of offered) {
    const { template = "" } = await ruleHelp(id);
    expect(template, id).toContain("＿＿");
    expect(template, id).toBe(template.trim());
  }
});

test("the exceptions are said once each; a rule that the pack does not have offers nothing", async () => {
  const [known] = rules.filter(({ unless = [] }) => unless.length > 0);
  const { exceptions } = await ruleHelp(known!.id);
  expect(exceptions).toEqual([...new Set(known!.unless!.map(({ say }) => say))]);
  expect(await ruleHelp("no-such-rule")).toEqual({ exceptions: [] });
});
