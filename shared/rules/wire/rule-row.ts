// One rule of a pack as a flat row: clauses by dotted keys, conditions and limits in their short forms.
import type { Basis, Statute } from "../../law/statute.ts";
import type { Limit, LimitUnit } from "../../time/period.ts";
import type { PackedRule } from "../pack.ts";
import type { Tree } from "../tree.ts";
import { formOf, treeOf } from "./tree-form.ts";

/** What a rule's entries cite beside the article; each stands in the pack once. */
export type Cite = Omit<Basis, "article">;

/** The same with statute and edition by their places among the pack's statutes, and what else the entry says. */
export type CiteForm = readonly [statute: number, edition: number, more?: object] | Cite;

export function citeForm(cite: Cite, statutes: readonly Statute[]): CiteForm {
  const { statute, edition, ...more } = cite;
  const place = statutes.findIndex(({ title }) => title === statute);
  const at = statutes[place]?.editions.findIndex((one) => one.edition === edition) ?? -1;
  if (at < 0) return cite;
  return Object.keys(more).length === 0 ? [place, at] : [place, at, more];
}

/** The cite of its form. Throws a TypeError on a place that is not there. */
export function citeOf(form: CiteForm, statutes: readonly Statute[]): Cite {
  if (!Array.isArray(form)) return form as Cite;
  const [place, at, more] = form as readonly [number, number, object?];
  const statute = statutes[place];
  const edition = statute?.editions[at];
  if (statute === undefined || edition === undefined) throw new TypeError("A rule cites what is not there");
  return { statute: statute.title, edition: edition.edition, ...more };
}

export type Row = Record<string, unknown>;

/** A rule without its words: of `attest` it is left that there is one, of `unless` the conditions. */
export type WordlessRule = Pick<PackedRule, "basis" | "act" | "clock" | "marker"> & Row;

/** Clauses whose keys stand in the row by themselves: `clock.from`. */
const CLAUSES = ["clock", "pair"] as const;

const TREES = new Set(["when", "require", "where"]);
const LIMITS = new Set(["limit", "to", "add", "most", "slack"]);
/** Keys whose own keys are names of fields, or that hold words. */
const AS_IS = new Set(["same", "or", "over", "from"]);

const limitText = ({ amount, unit }: Limit): string => `${amount} ${unit}`;

function limitOf(text: unknown): Limit {
  const [amount, unit] = String(text).split(" ");
  return { amount: Number(amount), unit: unit as LimitUnit };
}

/** A value with its conditions and limits in their short forms, however deep they lie, and its keys in order. */
function short(key: string, value: unknown): unknown {
  if (AS_IS.has(key)) return ordered(value);
  if (TREES.has(key)) return formOf(value as Tree);
  if (LIMITS.has(key)) return limitText(value as Limit);
  if (key === "warn") return (value as readonly Limit[]).map(limitText);
  if (Array.isArray(value)) return value.map((one) => short("", one));
  return typeof value === "object" && value !== null ? mapped(value as Row, short) : value;
}

/** What `short` made of it, as it was. */
function long(key: string, value: unknown): unknown {
  if (AS_IS.has(key)) return value;
  if (TREES.has(key)) return treeOf(value);
  if (LIMITS.has(key)) return limitOf(value);
  if (key === "warn") return (value as readonly unknown[]).map(limitOf);
  if (Array.isArray(value)) return value.map((one) => long("", one));
  return typeof value === "object" && value !== null ? mapped(value as Row, long) : value;
}

const mapped = (value: Row, by: (key: string, one: unknown) => unknown): Row =>
  Object.fromEntries(
    Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort()
      .map((key) => [key, by(key, value[key])]),
  );

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  return typeof value === "object" && value !== null ? mapped(value as Row, (_, one) => ordered(one)) : value;
}

/** Where a marker stands that the rule does not put elsewhere; the row then says `true`. */
const ownMarker = (rule: Pick<PackedRule, "act" | "clock">): string => rule.clock?.until ?? rule.act;

/** The row of a rule; `cite` answers under which number an entry's statute and edition stand. */
export function rowOf(rule: WordlessRule, cite: (of: Cite) => number): Row {
  const { basis, marker, ...rest } = rule;
  const row: Row = {
    basis: basis.flatMap(({ article, ...of }) => [cite(of), article]),
    marker: marker === undefined ? undefined : marker === ownMarker(rule) ? true : marker,
  };
  for (const [key, value] of Object.entries(rest)) {
    if (value === undefined) continue;
    if (!CLAUSES.some((clause) => clause === key)) row[key] = short(key, value);
    else for (const [inner, one] of Object.entries(value as Row)) row[`${key}.${inner}`] = short(inner, one);
  }
  return row;
}

/** How the values of one key get back into the rules: made once for all of a pack, of which each has many. */
export interface KeyReader {
  /** What the row holds, as the rule holds it. */
  readonly made: (value: unknown) => unknown;
  readonly lay: (rule: Row, value: unknown) => void;
}

export function readerOfKey(key: string, cites: readonly Cite[]): KeyReader {
  const dot = key.indexOf(".");
  const inner = key.slice(dot + 1);
  const made = (value: unknown): unknown =>
    typeof value === "string" && !TREES.has(inner) && !LIMITS.has(inner) ? value : long(inner, value);
  if (key === "basis") {
    return {
      made: (value) => basisOf(value as readonly unknown[], cites),
      lay: (rule, value) => void (rule[key] = value),
    };
  }
  if (dot < 0) return { made, lay: (rule, value) => void (rule[key] = value) };
  const clause = key.slice(0, dot);
  return {
    made,
    lay: (rule, value) => {
      const there = (rule[clause] ??= {}) as Row;
      there[inner] = value;
    },
  };
}

function basisOf(pairs: readonly unknown[], cites: readonly Cite[]): readonly Basis[] {
  const basis: Basis[] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    const cite = cites[pairs[i] as number];
    if (cite === undefined) throw new TypeError("A rule cites an edition that is not there");
    basis.push({ ...cite, article: pairs[i + 1] as string });
  }
  return basis;
}

/** The rule into which every key has been laid. */
export function ruleOf(made: Row): PackedRule {
  const rule = made as unknown as PackedRule;
  if (made["marker"] === true) made["marker"] = ownMarker(rule);
  return rule;
}
