// Guesses which fields of the dictionary a cell of an unknown page may be, for a person to choose from.
import { readValue } from "../facts/value.ts";
import { dictionary } from "./dictionary.ts";
import type { ElementId, Field } from "./field.ts";
import { foldLabel, squeeze } from "./fold.ts";

export interface Guess {
  readonly element: ElementId;
  readonly field: Field;
  /** Only good for ordering. */
  readonly score: number;
}

export interface Guessed {
  readonly label: string;
  readonly value: string;
  readonly codes?: readonly string[];
  /** The element that the place of the page is about. */
  readonly element?: ElementId | undefined;
  /** Fields that the page shows elsewhere already: `measures.kind`. */
  readonly taken?: ReadonlySet<string>;
}

/** How much of two words is the same, by their characters, the last two counting most: 0 to 1. */
export function alike(a: string, b: string): number {
  if (a === "" || b === "") return 0;
  if (a === b) return 1;
  const left = [...b];
  let same = 0;
  for (const char of a) {
    const at = left.indexOf(char);
    if (at < 0) continue;
    left.splice(at, 1);
    same++;
  }
  const dice = (2 * same) / (a.length + b.length);
  const inside = a.includes(b) || b.includes(a) ? 0.15 : 0;
  const ending = a.slice(-2) === b.slice(-2) ? 0.05 : 0;
  return Math.min(0.99, dice + inside + ending);
}

/** How well a field can hold this text: 1 when its type says so, 0 when any text would do, below when it cannot. */
function fits(field: Field, value: string): number {
  if (value === "") return 0;
  const reading = readValue(field, value);
  if (reading.state !== "known") return -0.6;
  return field.type.is === "text" || field.type.is === "list" ? 0 : 1;
}

const LABEL = 0.7;
const TYPE = 0.15;
const PLACE = 0.12;
const CODE = 0.3;
const TAKEN = 0.2;

/** All fields of the dictionary, the likeliest first. */
export function guessFields({ label, value, codes = [], element, taken }: Guessed): readonly Guess[] {
  const word = foldLabel(label);
  const names = new Set(
    codes
      .flatMap((code) => [code, code.split(/[^A-Za-z0-9]/).at(-1) ?? ""])
      .map((code) => code.toUpperCase()),
  );
  const guesses: Guess[] = [];
  for (const kind of dictionary)
    for (const field of kind.fields) {
      const likeness = Math.max(
        ...[field.label, ...field.synonyms].map((one) => alike(word, foldLabel(one))),
        0.8 * alike(word, foldLabel(kind.label + field.label)),
      );
      const coded = field.codes.some((code) => names.has(code)) ? CODE : 0;
      const held = fits(field, value);
      const score =
        LABEL * likeness +
        (held < 0 || likeness > 0 ? TYPE * held : 0) +
        (kind.id === element ? PLACE : 0) +
        coded -
        (taken?.has(`${kind.id}.${field.id}`) ? TAKEN : 0);
      guesses.push({ element: kind.id, field, score });
    }
  return guesses.sort((a, b) => b.score - a.score);
}

/** Fields whose Chinese name, synonym, code or element holds every word of the query, the plainest first. */
export function searchFields(query: string): readonly Guess[] {
  const words = query.split(/\s+/).map(squeeze).filter(Boolean);
  if (words.length === 0) return [];
  const found: Guess[] = [];
  for (const kind of dictionary)
    for (const field of kind.fields) {
      const names = [field.label, ...field.synonyms, ...field.codes, field.id].map((name) =>
        name.toUpperCase(),
      );
      const has = (word: string) =>
        kind.label.includes(word) || names.some((name) => name.includes(word.toUpperCase()));
      if (!words.every(has)) continue;
      const score = Math.max(...words.map((word) => alike(word, field.label)));
      found.push({ element: kind.id, field, score });
    }
  return found.sort((a, b) => b.score - a.score);
}
