// The numbers of a check sheet, and what of it was not checked: the lists' own lines, and the rules beside them.
import type { Reply } from "../../../shared/api/contract.ts";
import { pathLabel } from "../../../shared/dictionary/words.ts";
import type { UnitFinding } from "../../../shared/supervision/entry.ts";
import type { SheetPart } from "./standing.ts";

export interface Sums {
  readonly breached: number;
  readonly due: number;
  /** Duties that a person confirms, and nobody has. */
  readonly open: number;
  readonly unknown: number;
  readonly met: number;
}

export type View = Pick<Reply<"caseView">, "findings">;

/** Breaches that nobody has mended. */
export const breachesOf = ({ findings }: View): readonly UnitFinding[] =>
  findings.filter(({ verdict, mended }) => verdict === "breached" && mended === undefined);

/** How the case stands in five numbers: findings, and the lines that wait for somebody's word. */
export function sumsOf(view: View, parts: readonly SheetPart[]): Sums {
  const count = (is: UnitFinding["verdict"]): number =>
    view.findings.filter(({ verdict }) => verdict === is).length;
  return {
    breached: breachesOf(view).length,
    due: count("due"),
    open: parts.flatMap(({ lines }) => lines).filter(({ is }) => is === "open").length,
    unknown: count("unknown"),
    met: count("met"),
  };
}

/** The last word of a field's name: `警情 → 是否紧急警情` is 是否紧急警情. */
const fieldWord = (path: string): string => pathLabel(path).split(" → ").at(-1) ?? path;

export interface Unread {
  readonly count: number;
  /** What they miss, what most of them miss first. */
  readonly fields: readonly string[];
}

function unread(findings: readonly Pick<UnitFinding, "missing">[]): Unread {
  const often = new Map<string, number>();
  for (const { missing } of findings)
    for (const word of new Set(missing.map(fieldWord))) often.set(word, (often.get(word) ?? 0) + 1);
  return { count: findings.length, fields: [...often].sort(([, a], [, b]) => b - a).map(([word]) => word) };
}

/** Lines of a list that were not checked. */
export const missingIn = ({ lines }: Pick<SheetPart, "lines">): Unread =>
  unread(lines.flatMap(({ is, finding }) => (is === "unknown" ? [finding ?? { missing: [] }] : [])));

/** Unchecked findings of rules that none of these lists names. */
export function unlistedOf({ findings }: View, parts: readonly SheetPart[]): Unread {
  const listed = new Set(parts.flatMap(({ list }) => list.items.map(({ rule }) => rule)));
  return unread(findings.filter(({ verdict, rule }) => verdict === "unknown" && !listed.has(rule)));
}

/** Whether anything of a list's stage was read or confirmed: where not, its lines only repeat the rule book. */
export const isTouched = ({ lines }: Pick<SheetPart, "lines">): boolean =>
  lines.some(({ is }) => is !== "open" && is !== "unknown");
