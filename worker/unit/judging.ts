// A pack as the unit judges by it: only the rules whose every field the unit may know.
import { caseKey, partsOfKey } from "../../shared/facts/case-key.ts";
import { rulesAcross, rulesForUnit } from "../../shared/rules/for-unit.ts";
import type { PackedRule, SignedPack } from "../../shared/rules/pack.ts";
import { type Prepared, prepare } from "../../shared/rules/prepare.ts";
import { type PreparedUnitRule, prepareUnit } from "../../shared/rules/unit/prepare-unit.ts";
import { packIn } from "../../shared/rules/wire/pack-body.ts";

export interface Judging {
  readonly revision: number;
  readonly prepared: Prepared;
  /** Rules over all cases of the unit. */
  readonly across: readonly PreparedUnitRule[];
  /** Rules by id, for the titles of reminders. */
  readonly rules: ReadonlyMap<string, PackedRule>;
  /** Rules of which the unit judges; of all others it keeps the browser's finding. */
  readonly judged: ReadonlySet<string>;
  /** How platforms are called on screens, by the name that case keys have of them. */
  readonly platforms: ReadonlyMap<string, string>;
  /** Checklist items that a person ticks for a rule. */
  readonly attests: ReadonlyMap<string, string>;
}

/** Makes a published pack ready for the unit. */
export function judgingOf(signed: Pick<SignedPack, "body" | "hash">): Judging {
  const pack = packIn(signed.body);
  const rules = rulesForUnit(pack);
  return {
    revision: pack.revision,
    prepared: prepare({ ...pack, rules }, signed.hash),
    across: prepareUnit({ ...pack, rules: rulesAcross(pack) }),
    rules: new Map(pack.rules.map((rule) => [rule.id, rule])),
    judged: new Set(rules.map(({ id }) => id)),
    platforms: new Map(
      pack.profiles.map(({ platform, name }) => [partsOfKey(caseKey(platform, "1")!).platform, name]),
    ),
    attests: new Map(
      pack.checklists.flatMap(({ items }) =>
        items.flatMap(({ id, rule, attest }) => (attest && rule !== undefined ? [[id, rule] as const] : [])),
      ),
    ),
  };
}
