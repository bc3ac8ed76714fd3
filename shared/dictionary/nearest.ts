// Names the known word nearest to a misspelt one, for messages that show the way out.
import { dictionary } from "./dictionary.ts";
import type { ElementKind } from "./field.ts";

/** Edits (insert, delete, replace, swap of neighbours) between two words. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** The nearest candidate, capitals not counted; undefined when nothing is near (more than a third to be changed, and at least two letters). */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.slice(0, 64).toLowerCase();
  let best: string | undefined;
  let least = Math.max(2, Math.ceil(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const changes = distance(wanted, candidate.toLowerCase());
    if (changes < least && changes < candidate.length) [best, least] = [candidate, changes];
  }
  return best;
}

/** The words under which a field may be asked for: id, label, synonyms, codes. */
export const namesOf = (kind: ElementKind): readonly string[] =>
  kind.fields.flatMap((field) => [field.id, field.label, ...field.synonyms, ...field.codes]);

/** A misspelt field's nearest one in an element, as a message shows it: `startedAt（执行时间）`. */
export function nearestField(
  element: string,
  word: string,
  kinds: readonly ElementKind[] = dictionary,
): string | undefined {
  const kind = kinds.find(({ id }) => id === element);
  const name = kind && nearest(word, namesOf(kind));
  const field = kind?.fields.find(
    (one) =>
      one.id === name || one.label === name || one.synonyms.includes(name!) || one.codes.includes(name!),
  );
  return field && `${field.id}（${field.label}）`;
}

/** A misspelt element's nearest one: `measures（强制措施）`. */
export function nearestElement(word: string, kinds: readonly ElementKind[] = dictionary): string | undefined {
  const name = nearest(
    word,
    kinds.flatMap(({ id, label }) => [id, label]),
  );
  const kind = kinds.find(({ id, label }) => id === name || label === name);
  return kind && `${kind.id}（${kind.label}）`;
}
