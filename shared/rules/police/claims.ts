// Finds rules that claim the same twice, and rules that contradict each other.
import type { PackedRule } from "../pack.ts";
import type { Tree } from "../tree.ts";
import { type Complaint, complaintsOf } from "./complaint.ts";
import { negated, normalised } from "./normal.ts";

const form = (tree: Tree | undefined): Tree | undefined =>
  tree === undefined ? undefined : normalised(tree);

/** On what a rule is judged, and when it applies. */
const subject = ({ each, when, kinds }: PackedRule): string =>
  JSON.stringify([each ?? "case", form(when), [...(kinds ?? [])].sort()]);

const pairOf = ({ pair }: PackedRule): unknown =>
  pair && { ...pair, where: form(pair.where), same: Object.entries(pair.same ?? {}).sort() };

/** Everything that decides a verdict; title, words and weight do not. */
function claim(rule: PackedRule): string {
  const { act, clock, require, unless, extend, stop, restart, attest, clash, scope, basis } = rule;
  const editions = basis.map(({ edition }) => edition).sort();
  const counted = clock && [clock.from, clock.until, clock.limit, clock.count, clock.begun];
  const exceptions = [unless, extend, restart].map((all) => (all ?? []).map(({ when }) => form(when)));
  const rest = [stop, attest, clash, scope, extend?.map(({ to, add }) => [to, add])];
  return JSON.stringify([
    subject(rule),
    act,
    editions,
    counted,
    form(require),
    pairOf(rule),
    exceptions,
    rest,
  ]);
}

/** Rules in groups that share a key; groups of one are left out. */
function alike(rules: readonly PackedRule[], key: (rule: PackedRule) => string): readonly PackedRule[][] {
  const groups = new Map<string, PackedRule[]>();
  for (const rule of rules) {
    const at = key(rule);
    groups.set(at, [...(groups.get(at) ?? []), rule]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

const named = (rules: readonly PackedRule[]): string => rules.map(({ id }) => id).join("、");

export function doubleComplaints(rules: readonly PackedRule[]): readonly Complaint[] {
  const claims = alike(rules, claim).flatMap(([first, ...more]) =>
    complaintsOf("double", first!.id, [`与 ${named(more)} 的对象、条件和要求都相同，请合成一条`]),
  );
  const titles = alike(rules, ({ title }) => title).flatMap(([first, ...more]) =>
    complaintsOf("double", first!.id, [`标题“${first!.title}”与 ${named(more)} 相同，办案人分不清`]),
  );
  return [...claims, ...titles];
}

const spoken = ({ status }: PackedRule): boolean => status === "live" || status === "trial";

export function contradictions(rules: readonly PackedRule[]): readonly Complaint[] {
  const speaking = rules.filter(spoken);
  const clocked = speaking.filter(({ clock }) => clock !== undefined);
  const period = (rule: PackedRule) =>
    JSON.stringify([subject(rule), rule.audience, rule.clock?.from, rule.clock?.until, pairOf(rule)]);
  const limits = alike(clocked, period).flatMap((group) => pairsOf(group).flatMap(limitsDiffer));
  const asked = speaking.filter(({ require }) => require !== undefined);
  const requires = alike(asked, subject).flatMap((group) =>
    pairsOf(group).flatMap(([a, b]) =>
      JSON.stringify(form(a.require)) === JSON.stringify(normalised(negated(b.require!)))
        ? complaintsOf("contradiction", a.id, [`要求的正是 ${b.id} 不许的`])
        : [],
    ),
  );
  return [...limits, ...requires];
}

const pairsOf = (group: readonly PackedRule[]): readonly (readonly [PackedRule, PackedRule])[] =>
  group.flatMap((a, i) => group.slice(i + 1).map((b) => [a, b] as const));

/** Same period, same article, another length; what other editions or kinds of case say may differ. */
function limitsDiffer([a, b]: readonly [PackedRule, PackedRule]): readonly Complaint[] {
  const shared = a.basis.some((one) =>
    b.basis.some(
      (other) =>
        one.statute === other.statute &&
        one.edition === other.edition &&
        one.article === other.article &&
        (one.kinds === undefined ||
          other.kinds === undefined ||
          one.kinds.some((kind) => other.kinds!.includes(kind))),
    ),
  );
  const same =
    JSON.stringify([a.clock?.limit, a.clock?.count]) === JSON.stringify([b.clock?.limit, b.clock?.count]);
  if (!shared || same) return [];
  return complaintsOf("contradiction", a.id, [`与 ${b.id} 从同一刻到同一刻、依据同一条，期限却不同`]);
}
