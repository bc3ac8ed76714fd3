// A finding by a rule over all cases, as it is kept beside those of the case.
import type { UnitRuleFinding } from "../../shared/rules/unit/unit-finding.ts";
import type { UnitFinding } from "../../shared/supervision/entry.ts";

/** Names and acts cut to what an entry may hold. */
export function keptAcross(
  finding: Omit<UnitRuleFinding, "since"> & { readonly since?: number | undefined },
): UnitFinding {
  const { rule, on, verdict, colour, key, due, since, mended, against } = finding;
  return {
    rule,
    on,
    verdict,
    colour,
    missing: finding.missing.slice(0, 16).map((path) => path.slice(0, 160)),
    key,
    ...(due === undefined ? {} : { due }),
    ...(since === undefined ? {} : { since }),
    ...(mended === undefined ? {} : { mended }),
    ...(against.length === 0 ? {} : { against: against.slice(0, 4) }),
  };
}
