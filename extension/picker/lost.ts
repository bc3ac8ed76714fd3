// What the page used to show and does not show now, each with the label on it that is most like it: for a person to accept or not.

import { fieldNamed } from "../../shared/dictionary/field-named.ts";
import { foldLabel } from "../../shared/dictionary/fold.ts";
import { alike } from "../../shared/dictionary/guess.ts";
import type { Fact } from "../../shared/facts/fact.ts";
import { readValue } from "../../shared/facts/value.ts";
import type { PageKind } from "../../shared/rules/site-profile.ts";
import type { PickFrame } from "../protocol/picking.ts";
import { isRead, type Target } from "./targets.ts";

export interface Lost {
  /** `interviews.askers`. */
  readonly path: string;
  readonly frame: string;
  /** The unread label most like it. */
  readonly proposal?: Target;
}

/** Below this likeness a label is no proposal. */
const LIKE = 0.34;

/** Fields that the page kind says it shows and that were not found; a list of which nothing stands there is not missed. */
export function lostOf(
  pick: PickFrame,
  page: PageKind | undefined,
  targets: readonly Target[],
  /** What all frames of the page yield. */
  facts: readonly Fact[] = pick.reading.facts,
): readonly Lost[] {
  const found = new Set(
    facts.filter(({ state }) => state !== "unread").map(({ entity, field }) => `${entity}.${field}`),
  );
  const there = new Set(facts.map(({ entity }) => entity as string));
  const free = targets.filter((one) => one.frame === pick.scan.frame && !isRead(one) && one.label !== "");
  const taken = new Set<Target>();
  return (page?.shows ?? []).flatMap((path): Lost[] => {
    if (found.has(path) || !there.has(path.split(".")[0]!)) return [];
    const field = fieldNamed(path);
    if (field === undefined) return [];
    const likeness = (target: Target): number => {
      const word = foldLabel(target.label);
      const label = Math.max(...[field.label, ...field.synonyms].map((one) => alike(word, foldLabel(one))));
      const fits = target.value !== "" && readValue(field, target.value).state === "known";
      const typed = field.type.is !== "text" && field.type.is !== "list";
      return label + (fits && typed ? 0.2 : 0) - (target.value !== "" && !fits ? 0.4 : 0);
    };
    const [best] = free
      .filter((one) => !taken.has(one))
      .map((target) => ({ target, score: likeness(target) }))
      .sort((a, b) => b.score - a.score);
    const lost = { path, frame: pick.scan.frame };
    if (best === undefined || best.score < LIKE) return [lost];
    taken.add(best.target);
    return [{ ...lost, proposal: best.target }];
  });
}
