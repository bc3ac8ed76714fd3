// How platforms word the fields of the dictionary beside its own labels and synonyms, and what such a wording can mean.
import { dictionary } from "./dictionary.ts";
import { indexLabels, type LabelIndex, type LabelMatch, matchIn } from "./match.ts";
import { wordings } from "./wordings/wordings.ts";

/** For each field: wordings that say by themselves what they mean, and those that say it only among their kind. */
export type Wordings = Readonly<Record<string, readonly [anywhere: string, within: string]>>;

export interface Worded {
  /** Fields that the wording means wherever it stands. */
  readonly anywhere: readonly LabelMatch[];
  /** Fields that it means where the things it stands among are of their element: 提取时间 of property, 柜号 of property. */
  readonly within: readonly LabelMatch[];
}

/** Less than any synonym: the dictionary's own words go before. */
const WEIGHT = 0.3;

const NOTHING: Worded = { anywhere: [], within: [] };
const words = (text: string): readonly string[] => text.split(" ").filter((word) => word !== "");

function indexOf(which: 0 | 1): LabelIndex {
  const kinds = dictionary.map((kind) => {
    const of: Wordings = wordings[kind.id] ?? {};
    return {
      ...kind,
      fields: kind.fields
        .filter(({ id }) => of[id] !== undefined)
        .map((field) => ({ ...field, synonyms: words(of[field.id]![which]) })),
    };
  });
  return indexLabels(kinds);
}

let index: readonly [LabelIndex, LabelIndex] | undefined;

const asked = new Map<string, Worded>();

/** What a label can mean by the ways in which platforms word it; nothing that its own words would say. */
export function wordedAs(label: string): Worded {
  if (label === "") return NOTHING;
  const before = asked.get(label);
  if (before !== undefined) return before;
  if (asked.size > 5_000) asked.clear();
  index ??= [indexOf(0), indexOf(1)];
  const [anywhere, within] = index.map((one) =>
    matchIn(one, label)
      .filter(({ by }) => by === "synonym")
      .map((match) => ({ ...match, score: match.score * WEIGHT, by: "wording" as const })),
  ) as [LabelMatch[], LabelMatch[]];
  const worded = anywhere.length + within.length === 0 ? NOTHING : { anywhere, within };
  asked.set(label, worded);
  return worded;
}

/** All wordings of all fields. */
export const allWordings = (): readonly string[] =>
  Object.values(wordings).flatMap((fields) => Object.values(fields).flatMap((both) => both.flatMap(words)));
