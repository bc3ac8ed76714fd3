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

type Text = Pick<SignedPack, "body" | "hash">;

/** Packs made ready that are kept in mind: that of all units, one on its way in, and some of units with layers of their own. */
const MOST = 8;
const ready = new Map<string, { readonly body: string; readonly judging: Judging }>();

/** A published pack made ready; once for all units of this process that judge by the same text. */
export function judgingOf({ body, hash }: Text): Judging {
  const known = ready.get(hash);
  // A hash that was copied onto another text is not what it names.
  if (known?.body === body) return known.judging;
  const judging = madeReady({ body, hash });
  ready.delete(hash);
  for (const [oldest] of ready) if (ready.size >= MOST) ready.delete(oldest);
  ready.set(hash, { body, judging });
  return judging;
}

function madeReady(signed: Text): Judging {
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
