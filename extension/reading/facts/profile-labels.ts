// The labels that site profiles know beside the dictionary's, as the reader learns them.
import { foldLabel, squeeze } from "../../../shared/dictionary/fold.ts";
import type { SiteProfile } from "../../../shared/rules/site-profile.ts";

/** Each label led by a space, to be put behind the dictionary's. */
export function profileLabels(profiles: readonly SiteProfile[]): string {
  const words = new Set<string>();
  for (const { pages } of profiles)
    for (const { corrections = [] } of pages)
      for (const { label } of corrections)
        if (label !== undefined)
          for (const word of [squeeze(label), foldLabel(label).replace(/的/g, "")]) words.add(word);
  words.delete("");
  return [...words].map((word) => ` ${word}`).join("");
}
