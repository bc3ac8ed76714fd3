// What dropped files come to: each read, pieces of one statute joined, and checked against the rules in force.
import type { LoadedStatute } from "../../../shared/api/routes/statutes.ts";
import type { Refusal } from "../../../shared/facts/errors.ts";
import { type CitationProblem, checkCitations } from "../../../shared/law/library/check-citations.ts";
import { checkText, statuteHash } from "../../../shared/law/library/check-text.ts";
import { editionKey, joinPieces } from "../../../shared/law/library/join-pieces.ts";
import { plainLines } from "../../../shared/law/library/plain-text.ts";
import {
  readStatute,
  type Said,
  type StatuteFile,
  saidByFile,
} from "../../../shared/law/library/read-statute.ts";
import type { StatuteText } from "../../../shared/law/library/statute-text.ts";
import { STATUTES } from "../../../shared/law/statutes.ts";
import type { Rule } from "../../../shared/rules/rule.ts";

/** A file as it was dropped, with what the administrator says of it. */
export interface DroppedFile {
  readonly id: string;
  readonly name: string;
  /** Its text, or why there is none. */
  readonly text: string | Refusal;
  readonly said: Said;
}

/** One statute of the drop, in one file or several. */
export interface Staged {
  readonly files: readonly DroppedFile[];
  readonly read:
    | { readonly ok: true; readonly text: StatuteText; readonly hash: string }
    | { readonly ok: false; readonly refusal: Refusal };
}

const one = (file: DroppedFile): StatuteFile | Refusal => {
  if (typeof file.text !== "string") return file.text;
  const read = readStatute(file.text, file.name, STATUTES, file.said);
  return read.ok ? read.value : read.refusal;
};

/** What a file says of itself, to fill the fields with; nothing for one that has no text. */
export function fileSays({ text, name }: DroppedFile): Said {
  if (typeof text !== "string") return {};
  const { title, edition, from } = saidByFile(plainLines(text), name, STATUTES);
  return {
    ...(title === undefined ? {} : { title }),
    ...(edition === undefined ? {} : { edition }),
    ...(from === undefined ? {} : { from }),
  };
}

/** The statutes of these files in the order in which they were dropped; what could not be read stands for itself. */
export function stage(files: readonly DroppedFile[]): readonly Staged[] {
  const groups = new Map<string, { files: DroppedFile[]; read: StatuteFile[] }>();
  const rows: (Staged | string)[] = [];
  for (const file of files) {
    const read = one(file);
    if ("code" in read) {
      rows.push({ files: [file], read: { ok: false, refusal: read } });
      continue;
    }
    const key = editionKey(read.text);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { files: [file], read: [read] });
      rows.push(key);
    } else {
      group.files.push(file);
      group.read.push(read);
    }
  }
  return rows.map((row) => {
    if (typeof row !== "string") return row;
    const group = groups.get(row);
    if (group === undefined) throw new Error(`no group of files ${row}`);
    const joined = joinPieces(group.read);
    const checked = joined.ok && joined.value[0] !== undefined ? checkText(joined.value[0]) : joined;
    if (!checked.ok) return { files: group.files, read: { ok: false, refusal: checked.refusal } };
    const text = checked.value as StatuteText;
    return { files: group.files, read: { ok: true, text, hash: statuteHash(text) } };
  });
}

export interface Check {
  /** Citations of this very edition. */
  readonly citations: number;
  /** The rules cite this statute, but another edition of it. */
  readonly otherEdition: boolean;
  readonly problems: readonly CitationProblem[];
}

/** The citations of one text by the rules in force, and those that do not hold. */
export function checkStaged(text: StatuteText, rules: readonly Rule[]): Check {
  const mine = rules.filter(({ basis }) => basis.some(({ statute }) => statute === text.statute));
  const { problems } = checkCitations(mine, [text], STATUTES);
  const citations = usesOf(text, mine);
  return {
    citations,
    otherEdition: citations === 0 && mine.length > 0,
    // Other statutes that these rules cite are not this file's matter.
    problems: problems.filter((one) => editionKey(one) === editionKey(text)),
  };
}

/** How many citations name this statute and edition. */
export const usesOf = (
  of: Pick<StatuteText, "statute" | "edition">,
  rules: readonly Pick<Rule, "basis">[],
): number =>
  rules.reduce(
    (sum, { basis }) => sum + basis.filter((entry) => editionKey(entry) === editionKey(of)).length,
    0,
  );

export interface Wanted {
  readonly statute: string;
  readonly edition: string;
  readonly count: number;
  /** Another edition of it is loaded. */
  readonly other: boolean;
}

/** Editions that rules cite and nobody has loaded, the most cited first. */
export function wantedOf(
  rules: readonly Pick<Rule, "basis">[],
  loaded: readonly LoadedStatute[],
): readonly Wanted[] {
  const have = new Set(loaded.map(editionKey));
  const titles = new Set(loaded.map(({ statute }) => statute));
  const counts = new Map<string, Wanted>();
  for (const { basis } of rules)
    for (const entry of basis) {
      const key = editionKey(entry);
      if (have.has(key)) continue;
      const { statute, edition } = entry;
      counts.set(key, {
        statute,
        edition,
        count: (counts.get(key)?.count ?? 0) + 1,
        other: titles.has(statute),
      });
    }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
