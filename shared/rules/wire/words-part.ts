// The words of a pack apart from what judges: each rule's own, with the checklist lines that speak of it beside them.
import type { PackedChecklist, PackedRule } from "../pack.ts";
import type { Row, WordlessRule } from "./rule-row.ts";
import { type Cell, type Line, linesOf, textOf } from "./words-text.ts";

/** Words that stand in a rule's line: remedy and titles are told in the same terms as the checklists' lines. */
const BESIDE = ["title", "titleDue", "fix"] as const;
/** Words that stand together for all rules. */
const APART = ["why", "needs", "guide", "template"] as const;

/** A rule's words: those of `BESIDE`, what an `attest` asks, then what each `unless` says; and those of `APART`. */
export interface RuleWords {
  readonly line: Line;
  readonly apart: Line;
}

/** A rule's words and the rule without them. */
export function parted(rule: PackedRule): { readonly words: RuleWords; readonly rest: WordlessRule } {
  const { attest, unless, ...rest } = rule;
  const row: WordlessRule = { ...rest, attest: attest && true, unless: unless?.map(({ when }) => when) };
  const taken = (key: (typeof BESIDE)[number] | (typeof APART)[number]): Cell => {
    delete row[key];
    return rule[key];
  };
  const line = [...BESIDE.map(taken), attest?.say, ...(unless ?? []).map(({ say }) => say)];
  return { words: { line, apart: APART.map(taken) }, rest: row };
}

/** The text of all words: a line for each rule, then the checklists' free lines, their titles, and the words of `APART`. */
export function wordsText(
  rules: readonly RuleWords[],
  lists: readonly PackedChecklist[],
  numbers: ReadonlyMap<string, number>,
): string {
  const lines = rules.map(({ line }) => [...line]);
  const free: Cell[] = [];
  for (const { items } of lists) {
    for (const { rule, say, how } of items) {
      const number = rule === undefined ? undefined : numbers.get(rule);
      (number === undefined ? free : lines[number]!).push(say, how);
    }
  }
  const titles = lists.map(({ title }) => title);
  return textOf([...lines, free, titles, ...APART.map((_, at) => rules.map(({ apart }) => apart[at]))]);
}

/** Words on their way back into a pack: what belongs to a checklist is taken line by line. */
export class Words {
  readonly #lines: readonly Line[];
  readonly #count: number;
  /** Where the next checklist line of each rule stands, and last that of no rule. */
  readonly #next: number[] = [];

  /** Throws a TypeError when the text has not the lines of so many rules. */
  constructor(text: string, count: number) {
    this.#lines = linesOf(text);
    this.#count = count;
    if (this.#lines.length !== count + 2 + APART.length) throw new TypeError("The words are of another pack");
  }

  /** Lays its words into the rule of this number, whose `unless` is its conditions. */
  lay(number: number, rule: Row): void {
    const line = this.#lines[number]!;
    const put = (key: string, cell: Cell): void => {
      if (cell !== undefined) rule[key] = cell;
    };
    let at = 0;
    for (const key of BESIDE) put(key, line[at++]);
    for (const [i, key] of APART.entries()) put(key, this.#lines[this.#count + 2 + i]![number]);
    const attest = line[at++];
    if (rule["attest"] === true) rule["attest"] = { say: attest };
    const conditions = rule["unless"];
    if (Array.isArray(conditions)) {
      rule["unless"] = conditions.map((when: unknown) => ({ when, say: line[at++] }));
    }
    this.#next[number] = at;
  }

  /** The next checklist line of the rule with this number, or of none. */
  take(number: number | undefined): readonly [say: Cell, how: Cell] {
    const line = this.#lines[number ?? this.#count];
    const at = this.#next[number ?? this.#count] ?? 0;
    this.#next[number ?? this.#count] = at + 2;
    return [line?.[at], line?.[at + 1]];
  }

  titleOf(list: number): Cell {
    return this.#lines[this.#count + 1]?.[list];
  }
}
