// Puts an outcome into words: the finding with everything that a why-card prints.
import { dayKey, dayOf } from "../time/civil.ts";
import { reckon } from "../time/deadline.ts";
import { stepsText } from "../time/limit.ts";
import type { HolidayPlan } from "../time/period.ts";
import { chooseBasis } from "./basis.ts";
import { fieldsOf, missingPaths } from "./fields.ts";
import type { Finding, LawReading } from "./finding.ts";
import { holderOf } from "./holder.ts";
import { keyOf } from "./key.ts";
import { earliest } from "./moment.ts";
import type { Outcome, Told } from "./outcome.ts";
import type { PreparedBasis, PreparedRule } from "./prepare.ts";
import { NOTHING, pathOf, type Scope } from "./scope.ts";
import { whyOf } from "./why.ts";
import { WORDS } from "./words.ts";
import { saidOf, workingOf } from "./working.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The finding of an outcome. `scope` must still hold the reads of that very evaluation. Keys without a value are left out,
 * so that a finding is the same before and after JSON.
 */
export function describe(rule: PreparedRule, outcome: Outcome, scope: Scope): Finding {
  const { rule: source } = rule;
  const on = scope.self === NOTHING || !rule.many ? rule.each : `${rule.each}/${scope.self.id}`;
  const fields = fieldsOf(scope);
  const missing = missingPaths(scope);
  const reason = outcome.reason ?? (missing.length === 0 ? undefined : reasonOf(scope));
  const why = whyOf(rule, outcome, reason, scope);
  const chosen = outcome.basis ?? (outcome.verdict === "moot" ? onlyBasis(rule, scope) : undefined);
  const basis = chosen ?? rule.bases[0];
  const finding: Writable<Finding> = {
    rule: source.id,
    title: outcome.verdict === "due" ? (source.titleDue ?? source.title) : source.title,
    on,
    verdict: outcome.verdict,
    colour: outcome.colour,
    applies: outcome.applies,
    missing,
    why,
    statute: basis?.basis.statute ?? "",
    edition: chosen?.basis.edition ?? "",
    article: basis?.basis.article ?? "",
    working: workingOf(rule, outcome, scope),
    fields,
    weight: source.weight,
    audience: source.audience,
    stage: source.stage,
    fix: source.fix,
    gate: source.gate ?? "none",
    owner: source.owner,
    key: keyOf(source.id, on, fields),
  };
  if (reason !== undefined) finding.reason = reason;
  if (outcome.exception !== undefined) finding.exception = outcome.exception;
  if (outcome.next !== undefined) finding.nextChange = outcome.next;
  if (basis?.basis.quote !== undefined) finding.quote = basis.basis.quote;
  if (chosen !== undefined && chosen.label !== "") finding.editionLabel = chosen.label;
  if (source.quiet === true) finding.quiet = true;
  const actDay = rule.act && holderOf(scope, rule, rule.act).cells[rule.act.field];
  if (typeof actDay === "number") finding.actDay = dayKey(dayOf(actDay));
  else if (typeof actDay === "string") finding.actDay = actDay;
  if (rule.marker !== undefined) finding.marker = pathOf(rule.marker, holderOf(scope, rule, rule.marker));
  addPeriod(finding, rule, outcome, scope.plan);
  if (outcome.readings !== undefined) {
    finding.readings = outcome.readings.map(toldOf);
    finding.open = WORDS.lawOpen;
  }
  return finding;
}

const toldOf = ({ basis: { basis, label }, verdict, colour, due }: Told): LawReading => ({
  statute: basis.statute,
  edition: basis.edition,
  editionLabel: label,
  article: basis.article,
  verdict,
  colour,
  ...(due === undefined ? {} : { due }),
});

/** The edition of a rule that asks nothing here; undefined where the act's date leaves it open. */
function onlyBasis(rule: PreparedRule, scope: Scope): PreparedBasis | undefined {
  const choice = scope.self === NOTHING ? undefined : chooseBasis(rule, scope);
  return Array.isArray(choice) ? undefined : (choice as PreparedBasis | undefined);
}

function addPeriod(
  finding: Writable<Finding>,
  rule: PreparedRule,
  outcome: Outcome,
  plan: HolidayPlan,
): void {
  const { counting, due, lenient, since, mended } = outcome;
  if (since !== undefined) finding.since = since;
  if (mended !== undefined) finding.mended = mended;
  if (rule.extend.length > 0) {
    const extend = extensionsOf(rule, outcome, plan);
    if (extend.length > 0) finding.extend = extend;
  }
  if (counting === undefined) return;
  finding.from = earliest(counting.start);
  if (due === undefined) return;
  finding.due = due;
  finding.warnings = (rule.clock?.warnings ?? []).map((length) => due - length);
  if (lenient === undefined || lenient === due) return;
  finding.lenient = lenient;
  const { open } = saidOf(counting.period);
  if (open !== undefined) finding.open = open;
}

/** Why it is unknown, as its missing fields tell. */
function reasonOf({ missing }: Scope): string | undefined {
  let list = false;
  for (let i = 0; i < missing.size; i++) {
    const { reader, element } = missing.at(i);
    if (element.conflicts?.includes(reader.field))
      return element.names?.[reader.field] === undefined ? "conflict" : "person";
    if (reader.field === "") list = true;
  }
  return list ? "list" : undefined;
}

/** Extensions not yet granted, with the instant that each would reach. */
function extensionsOf(
  rule: PreparedRule,
  outcome: Outcome,
  plan: HolidayPlan,
): NonNullable<Finding["extend"]> {
  const { counting } = outcome;
  const left = rule.extend.slice((counting?.granted ?? -1) + 1);
  return left.map(({ reach, approver }) =>
    counting === undefined || rule.clock === undefined
      ? { to: stepsText(reach), approver }
      : {
          to: stepsText(reach),
          approver,
          due: reckon(counting.start, reach, rule.clock.count, plan, counting.skip).due,
        },
  );
}
