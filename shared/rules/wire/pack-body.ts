// A pack as the text that is signed, kept and sent: a first line that judges, and below it the words.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "../canonical.ts";
import { LIMITS } from "../limits.ts";
import type { ChecklistItem, Pack, PackedChecklist } from "../pack.ts";
import { type Columns, columnsOf, readColumn } from "./columns.ts";
import {
  type Cite,
  type CiteForm,
  citeForm,
  citeOf,
  type Row,
  readerOfKey,
  rowOf,
  ruleOf,
} from "./rule-row.ts";
import { formOf, treeOf } from "./tree-form.ts";
import { parted, Words, wordsText } from "./words-part.ts";

/** The form of the text. One of form 1 is the pack's own JSON in one line. */
const FORMAT = 2;

/** SHA-256 (hex) of a text. */
export const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** A checklist's line without its words: its rule's number where it has the rule's id, its own id where only a person ticks it. */
type Item =
  | number
  | string
  | (Omit<ChecklistItem, "say" | "how" | "rule"> & { readonly rule?: number | string });

interface Body extends Omit<Pack, "format" | "rules" | "checklists"> {
  readonly format: typeof FORMAT;
  /** Hash of the words, by which who has them already can say so. */
  readonly words: string;
  readonly count: number;
  readonly cites: readonly CiteForm[];
  readonly rules: Columns;
  readonly checklists: readonly (Omit<PackedChecklist, "title" | "items" | "when"> & {
    readonly when?: unknown;
    readonly items: readonly Item[];
  })[];
}

/** Columns of which most is conditions: side by side they are told in each other's terms. */
const CONDITIONS = ["id", "when", "require", "unless", "pair.where", "extend", "stop", "restart", "clash"];

/**
 * The text of a pack: the same pack has the same text everywhere. The first line is canonical JSON and all that judging
 * needs; the lines below are titles, remedies, fact lines and what the checklists say.
 */
export function bodyOf(pack: Pack): string {
  const { rules, checklists, ...head } = pack;
  const numbers = new Map(rules.map(({ id }, number) => [id, number]));
  const cites = new Map<string, number>();
  const cite = (of: Cite): number => {
    const text = canonicalJson(of);
    if (!cites.has(text)) cites.set(text, cites.size);
    return cites.get(text)!;
  };
  const halves = rules.map(parted);
  const columns = columnsOf(
    halves.map(({ rest }) => rowOf(rest, cite)),
    CONDITIONS,
  );
  const said = halves.map((half) => half.words);
  const words = wordsText(said, checklists, numbers);
  const core = canonicalJson({
    ...head,
    format: FORMAT,
    words: hashOf(words),
    count: rules.length,
    cites: [...cites.keys()].map((text) => citeForm(JSON.parse(text) as Cite, pack.statutes)),
    rules: columns,
    checklists: checklists.map(({ title: _, when, items, ...list }) => ({
      ...list,
      when: when && formOf(when),
      items: items.map((item) => itemForm(item, numbers)),
    })),
  });
  return `${core}\n${words}`;
}

function itemForm(item: ChecklistItem, numbers: ReadonlyMap<string, number>): Item {
  const { say: _, how: __, rule, ...rest } = item;
  const number = rule === undefined ? undefined : numbers.get(rule);
  if (number !== undefined && rule === item.id && rest.attest === undefined) return number;
  if (rule === undefined && rest.attest === true) return item.id;
  return { ...rest, ...(rule === undefined ? {} : { rule: number ?? rule }) };
}

/** The two parts of a pack's text; a text of form 1 has no words of its own. */
export function partsOf(body: string): { readonly core: string; readonly words: string | undefined } {
  const end = body.indexOf("\n");
  return end < 0
    ? { core: body, words: undefined }
    : { core: body.slice(0, end), words: body.slice(end + 1) };
}

/** The hash of the words that a first line asks for; undefined for a text of form 1, which holds its own. */
export const wordsNamed = (line: string): string | undefined => /"words":"([0-9a-f]{64})"/.exec(line)?.[1];

/**
 * What a text from outside says, of either form; whether that is a pack has still to be checked (`shapeOf`). Throws a
 * SyntaxError on a text that is no JSON and a TypeError on a form that nothing can be made of.
 */
export function readBody(body: string): unknown {
  const { core, words } = partsOf(body);
  const value: unknown = JSON.parse(core);
  const inParts = typeof value === "object" && value !== null && "format" in value && value.format === FORMAT;
  if (!inParts && words !== undefined) throw new TypeError("Words below a pack that holds its own");
  return inParts ? joined(value as Body, words) : value;
}

/** The pack of a text that this program has made, or verified before. */
export const packIn = (body: string): Pack => readBody(body) as Pack;

function joined(core: Body, text: string | undefined): unknown {
  const { words: _, count, cites: forms, rules: columns, checklists, ...head } = core;
  if (text === undefined) throw new TypeError("The pack comes without its words");
  if (!(Number.isInteger(count) && count <= LIMITS.rules)) throw new TypeError(`A pack of ${count} rules`);
  const cites = forms.map((form) => citeOf(form, head.statutes));
  const rows = Array.from({ length: count }, (): Row => ({}));
  for (const [key, column] of columns) {
    const { made, lay } = readerOfKey(key, cites);
    readColumn(key, column, count, made, (at, value) => lay(rows[at]!, value));
  }
  const words = new Words(text, count);
  const rules = rows.map((row, number) => {
    words.lay(number, row);
    return ruleOf(row);
  });
  const ids = rules.map(({ id }) => id);
  return {
    ...head,
    format: 1,
    rules,
    checklists: checklists.map(({ when, items, ...list }, at) => ({
      ...list,
      title: words.titleOf(at),
      ...(when === undefined ? {} : { when: treeOf(when) }),
      items: items.map((item) => itemOf(item, ids, words)),
    })),
  };
}

function itemOf(form: Item, ids: readonly string[], words: Words): unknown {
  const { rule, ...rest } =
    typeof form === "number"
      ? { id: ids[form], rule: form }
      : typeof form === "string"
        ? { id: form, attest: true, rule: undefined }
        : form;
  const [say, how] = words.take(typeof rule === "number" ? rule : undefined);
  return {
    ...rest,
    say,
    ...(how === undefined ? {} : { how }),
    ...(rule === undefined ? {} : { rule: typeof rule === "number" ? ids[rule] : rule }),
  };
}
