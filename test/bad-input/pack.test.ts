// Malformed packs at the gate: huge, deep, half, or with a pattern that would stop every page; none gets in, none takes long.
import { expect, test } from "vitest";
import { canonicalJson } from "../../shared/rules/canonical.ts";
import { LIMITS } from "../../shared/rules/limits.ts";
import type { Pack } from "../../shared/rules/pack.ts";
import { verifyPack } from "../../shared/rules/signed-pack.ts";
import { BASE, KEY, signText } from "./packs.ts";

const [first, ...others] = BASE.rules;
const withWhen = (when: unknown): string =>
  canonicalJson({ ...BASE, rules: [{ ...first, when }, ...others] } as unknown as Pack);
const withProfile = (change: object, page: object = {}): string =>
  canonicalJson({
    ...BASE,
    profiles: [
      { id: "p", name: "p", platform: "p", match: [], pages: [{ id: "a", label: "a", ...page }], ...change },
    ],
  } as unknown as Pack);

const chain = (nodes: number): unknown => {
  let tree: unknown = ["lit", true];
  for (let i = 0; i < nodes; i += 1) tree = ["!", tree];
  return tree;
};
const wide = (nodes: number): unknown => ["list", ...Array.from({ length: nodes }, () => ["lit", 1])];
const bushy = (depth: number): unknown =>
  depth === 0 ? ["lit", true] : ["&&", bushy(depth - 1), bushy(depth - 1)];
/** Nested too deeply for anything that walks it by recursion, so it is written as text. */
const abyss = canonicalJson(BASE).replace(
  '"rules":[',
  `"rules":[${"[".repeat(1_000_000)}${"]".repeat(1_000_000)},`,
);

const BAD: Readonly<Record<string, readonly [body: string, code: string, say: string]>> = {
  "a tree of a million nodes": [withWhen(wide(1_000_000)), "too-large", "MB"],
  "a tree of a hundred thousand nodes in a row": [withWhen(wide(100_000)), "bad-shape", "rules.0.when"],
  "a bush of a thousand nodes": [withWhen(bushy(9)), "bad-shape", "rules.0.when"],
  "a tree of a hundred levels": [withWhen(chain(100)), "bad-shape", "rules.0.when"],
  "a million brackets": [abyss, "bad-shape", "rules.0"],
  "an unknown operator": [
    withWhen(["matches", ["var", "kind"], ["lit", "(a+)+$"]]),
    "bad-shape",
    "rules.0.when",
  ],
  "a pattern that never ends": [withProfile({ match: ["^(\\w+\\s?)+$"] }), "bad-shape", "profiles.0.match.0"],
  "a page pattern that never ends": [
    withProfile({}, { url: "(a|a)*$" }),
    "bad-shape",
    "profiles.0.pages.0.url",
  ],
  "a pattern that is none": [withProfile({ match: ["("] }), "bad-shape", "profiles.0.match.0"],
  "half a download": [canonicalJson(BASE).slice(0, 20_000), "bad-json", "JSON"],
};

test.each(Object.entries(BAD))("%s is refused at once", (_, [body, code, say]) => {
  const signed = signText(body);
  const from = performance.now();
  const result = verifyPack(signed, KEY);
  expect(performance.now() - from).toBeLessThan(3_000);
  expect(result.ok ? "let in" : result.refusal.code).toBe(code);
  expect(result.ok ? "" : result.refusal.message).toContain(say);
});

test("the same pack without a fault is let in, up to the limits themselves", () => {
  expect(verifyPack(signText(canonicalJson(BASE)), KEY).ok).toBe(true);
  expect(verifyPack(signText(withProfile({ match: ["^https?://[^/]+/new/"] })), KEY).ok).toBe(true);
  expect(verifyPack(signText(withWhen(chain(LIMITS.depth))), KEY).ok).toBe(true);
});
