// The pack that holds in a unit at any moment: a change that the layers above have overtaken is set aside and named, the rest holds.
import type { Code } from "../../facts/errors.ts";
import type { Pack } from "../pack.ts";
import { addressed, begun, type Effective, layerOnto } from "./effective.ts";
import type { EffectivePack, Layer } from "./layer.ts";

/** A change of a layer that no longer holds because of what a layer above has become since. */
export interface Aside {
  readonly layer: string;
  /** Rule that it changes or adds; "" for a whole layer that stands in the wrong place. */
  readonly rule: string;
  readonly code: Code;
  readonly message: string;
}

export interface Settled extends Effective {
  readonly aside: readonly Aside[];
}

/**
 * The effective pack of layers that were each good when they were published. A unit above never waits for those below it:
 * what its new revision leaves no room for (a limit that is now longer than the one above, a rule that has become a red
 * line) is set aside, so that the stricter always stands. Where nothing is set aside it equals `effectivePack`.
 */
export function settledPack(base: Pack, layers: readonly Layer[]): Settled {
  const { pack, aside } = settledOnto(begun(base), layers);
  return { ...addressed(pack), aside };
}

/** The same without the address, for packs that are only steps on the way. */
export function settledOnto(
  above: EffectivePack,
  layers: readonly Layer[],
): { readonly pack: EffectivePack; readonly aside: readonly Aside[] } {
  const aside: Aside[] = [];
  let pack = above;
  for (const layer of layers) {
    const whole = layerOnto(pack, layer);
    pack = whole.ok ? whole.value : inParts(pack, layer, aside);
  }
  return { pack, aside };
}

/** The layer with as many of its parts as go together, taken in the order of their rules. */
function inParts(above: EffectivePack, layer: Layer, aside: Aside[]): EffectivePack {
  const statutes = (layer.statutes ?? []).filter(
    ({ title }) => !above.statutes.some((one) => one.title === title),
  );
  let kept: Layer = { ...layer, statutes, changes: [], add: [] };
  const bare = layerOnto(above, kept);
  if (!bare.ok) {
    aside.push({ layer: layer.name, rule: "", code: bare.refusal.code, message: bare.refusal.message });
    return above;
  }
  let pack = bare.value;
  const attempt = (rule: string, next: Layer): void => {
    const made = layerOnto(above, next);
    if (made.ok) {
      kept = next;
      pack = made.value;
    } else aside.push({ layer: layer.name, rule, code: made.refusal.code, message: made.refusal.message });
  };
  for (const change of byRule(layer.changes, ({ rule }) => rule))
    attempt(change.rule, { ...kept, changes: [...kept.changes, change] });
  for (const rule of byRule(layer.add, ({ id }) => id))
    attempt(rule.id, { ...kept, add: [...kept.add, rule] });
  return pack;
}

const byRule = <T>(items: readonly T[], idOf: (item: T) => string): readonly T[] =>
  [...items].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
