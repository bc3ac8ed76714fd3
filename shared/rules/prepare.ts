// Makes a pack ready for judging: every condition compiled once, the rules in order, the editions with their days.
import { elementOf } from "../dictionary/dictionary.ts";
import type { ElementId } from "../dictionary/field.ts";
import type { Moment } from "../facts/sheet.ts";
import type { Basis, Statute } from "../law/statute.ts";
import type { Count, HolidayPlan, Limit } from "../time/period.ts";
import { endField } from "./act-end.ts";
import { warningLengths } from "./colour.ts";
import { compile, compileNow, type Node, readerOf } from "./compile.ts";
import { LazyRule, madeOf } from "./lazy-rule.ts";
import { EDITION, fieldAt } from "./names.ts";
import type { Outcome, Period, Stood } from "./outcome.ts";
import type { Pack, PackedRule } from "./pack.ts";
import type { PreparedPair } from "./pair.ts";
import { hasGaps, prepareBasis, UNCITED } from "./prepare-basis.ts";
import {
  chainOf,
  type PreparedExtension,
  type PreparedRestart,
  type PreparedStop,
  pairFor,
  readerAt,
  stopOf,
} from "./prepare-clauses.ts";
import type { Reader } from "./scope.ts";
import { parseTemplate, type Template } from "./template.ts";

/** A basis with the days its edition is in force, as instants. */
export interface PreparedBasis {
  readonly basis: Basis;
  readonly label: string;
  /** First and last instant in force (ms); an edition still in force lasts for ever. */
  readonly from: number;
  readonly until: number;
  /** Day from which a continuing state is counted at the earliest. */
  readonly since: string;
  readonly sinceMs: number;
  /** What a duty that was met comes to under this edition, kept because most duties are. */
  met: Outcome | undefined;
}

export interface PreparedClock {
  readonly from: Reader;
  /** Undefined where the rule's `pair` ends it. */
  readonly until: Reader | undefined;
  readonly steps: readonly Limit[];
  readonly count: Count;
  readonly warnings: readonly number[];
  /** Periods already counted, by limit and start: facts change far less often than they are judged. */
  readonly counted: Map<readonly Limit[], Map<Moment, Period>>;
  /** Outcomes by both ends of their period, each as long as it stands. */
  readonly stood: Map<number, Stood>;
}

export interface PreparedRule {
  readonly rule: PackedRule;
  readonly each: ElementId;
  readonly many: boolean;
  readonly list: Reader;
  readonly when: Node | undefined;
  readonly require: Node | undefined;
  readonly unless: readonly { readonly when: Node; readonly say: string }[];
  readonly extend: readonly PreparedExtension[];
  readonly restart: readonly PreparedRestart[];
  readonly stop: readonly PreparedStop[];
  /** Neither restarted nor extended nor stopped: by far the most clocks. */
  readonly plain: boolean;
  readonly clock: PreparedClock | undefined;
  readonly pair: PreparedPair | undefined;
  /** The field whose date chooses the edition; undefined for a continuing state. */
  readonly act: Reader | undefined;
  readonly bases: readonly PreparedBasis[];
  /** Whether entries differ by the kind of case. */
  readonly byKind: boolean;
  /** Whether `when` asks for the edition, so that it has to be chosen first. */
  readonly asksEdition: boolean;
  /** Whether the pack knows days of the cited statutes on which none of the cited editions was in force. */
  readonly gaps: boolean;
  /** Whether any of its conditions asks for the edition, so that two editions may answer differently. */
  readonly byEdition: boolean;
  /** The field at which an act without a period ends. */
  readonly actEnd: Reader | undefined;
  readonly marker: Reader | undefined;
  readonly why: Template | undefined;
}

export interface Prepared {
  readonly revision: number;
  readonly hash: string;
  readonly holidays: HolidayPlan;
  readonly rules: readonly PreparedRule[];
}

/** What `prepare` needs of a pack; a rule's examples are run on a pack of that one rule. */
export type JudgedPack = Pick<Pack, "revision" | "rules" | "statutes" | "holidays">;

/**
 * A pack's rules in their order, each made ready when it is first needed. Drafts, silent (shadow) and retired rules do not
 * speak and are left out. A rule that names a field or an edition that is not there throws, naming it, when it is made
 * (`makeAll`): packs are checked when built and when they come from outside.
 */
export function prepare(pack: JudgedPack, hash = ""): Prepared {
  const speaking = pack.rules.filter(
    ({ status, scope }) => (status === "live" || status === "trial") && scope === undefined,
  );
  return {
    revision: pack.revision,
    hash,
    holidays: pack.holidays,
    rules: speaking.map((rule) => new LazyRule(rule, () => prepareRule(rule, pack.statutes))),
  };
}

/** Makes every rule ready at once. Throws as `prepareRule` does. */
export function makeAll({ rules }: Prepared): void {
  for (const rule of rules) madeOf(rule);
}

type Making = Omit<PreparedRule, "when" | "require"> & { when: Node | undefined; require: Node | undefined };

/** One rule made ready, whatever its status: the studio tries drafts by their examples. */
export function prepareRule(rule: PackedRule, statutes: readonly Statute[]): PreparedRule {
  try {
    const each = elementOf(rule.each ?? "case")?.id ?? "case";
    checkEnds(rule);
    const node = (tree: PackedRule["when"]): Node | undefined =>
      tree === undefined ? undefined : compile(tree, each);
    const cited = rule.basis.map((basis) => prepareBasis(basis, statutes));
    const bases = cited.length === 0 ? [UNCITED] : cited;
    const steps = rule.clock === undefined ? [] : [rule.clock.limit];
    const reader = (path: string): Reader => readerAt(each, path);
    /** Compiles a condition when it is first asked and takes itself out of the way. */
    const first = (key: "when" | "require"): Node | undefined => {
      const tree = rule[key];
      if (tree === undefined) return undefined;
      return (scope) => {
        const made = compileNow(tree, each);
        prepared[key] = made;
        return made(scope);
      };
    };
    const prepared: Making = {
      rule,
      each,
      many: elementOf(each)?.cardinality === "many",
      list: readerOf(each, ""),
      when: first("when"),
      require: first("require"),
      unless: (rule.unless ?? []).map(({ when, say }) => ({ when: compile(when, each), say })),
      plain: [rule.extend, rule.restart, rule.stop].every((one) => (one ?? []).length === 0),
      extend: chainOf(rule, steps, node),
      restart: (rule.restart ?? []).map(({ from, when, say }) => ({
        from: reader(from),
        when: node(when),
        say,
      })),
      stop: (rule.stop ?? []).map((stop) => stopOf(stop, each)),
      pair: rule.pair && pairFor(rule.pair, each),
      clock: rule.clock && {
        from: reader(rule.clock.from),
        until: rule.clock.until === undefined ? undefined : reader(rule.clock.until),
        steps,
        count: rule.clock.count,
        warnings: warningLengths(rule.clock.warn),
        counted: new Map(),
        stood: new Map(),
      },
      act: rule.act === "continuing" ? undefined : reader(rule.act),
      bases,
      byKind: rule.basis.some(({ kinds }) => kinds !== undefined),
      asksEdition: asksEdition(rule.when),
      gaps: hasGaps(bases, statutes),
      byEdition: bases.length > 1 && asksEdition(rule),
      actEnd: actEndOf(rule, each),
      marker: markerOf(rule, reader),
      why: rule.why === undefined ? undefined : parseTemplate(rule.why, each),
    };
    return prepared;
  } catch (cause) {
    throw new Error(`Rule ${rule.id} cannot be made ready`, { cause });
  }
}

/** What a rule needs and the shape of a pack cannot say. Throws: such a rule could be judged of nothing. */
function checkEnds({ clock, pair, extend, basis, needs, scope }: PackedRule): void {
  if (scope === "unit") return;
  if (basis.length === 0 && needs === undefined) throw new Error("A rule cites the law it rests on");
  if (clock !== undefined && (clock.until === undefined) === (pair === undefined)) {
    throw new Error("A clock is ended by a field or by another act, by one of them");
  }
  if (clock !== undefined && pair !== undefined && pair.at === undefined) {
    throw new Error("An act that ends a clock has a date");
  }
  for (const { to, add } of extend ?? []) {
    if ((to === undefined) === (add === undefined)) throw new Error("An extension has either to or add");
  }
}

const asksEdition = (part: unknown): boolean =>
  JSON.stringify(part ?? null).includes(JSON.stringify(["var", EDITION]));

function actEndOf({ act, clock }: PackedRule, each: ElementId): Reader | undefined {
  const end = clock === undefined ? endField(act) : undefined;
  return end === undefined || fieldAt(each, end) === undefined ? undefined : readerAt(each, end);
}

/** Where the marker stands: as the rule says, else at the field that ends the period, else at the act. */
function markerOf(rule: PackedRule, reader: (path: string) => Reader): Reader | undefined {
  const path = rule.marker ?? rule.clock?.until ?? (rule.act === "continuing" ? undefined : rule.act);
  return path === undefined ? undefined : reader(path);
}
