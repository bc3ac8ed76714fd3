// The pack that holds in a unit at any moment: a change that the layers above have overtaken is set aside and named, the rest holds.
import type { Code } from "../../facts/errors.ts";
import type { Pack } from "../pack.ts";
import { addressed, begun, type Effective, layerOnto } from "./effective.ts";
import type { EffectivePack, Layer, LayerChange } from "./layer.ts";

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

export interface Steps {
  readonly pack: EffectivePack;
  readonly aside: readonly Aside[];
  /** The layers with what of them holds: each of them whole good upon those above it. */
  readonly kept: readonly Layer[];
}

/** The same without the address, for packs that are only steps on the way. */
export function settledOnto(above: EffectivePack, layers: readonly Layer[]): Steps {
  const aside: Aside[] = [];
  const kept: Layer[] = [];
  let pack = above;
  for (const layer of layers) {
    const whole = layerOnto(pack, layer);
    const held = whole.ok ? { pack: whole.value, layer } : inParts(pack, layer, aside);
    pack = held.pack;
    if (held.layer !== undefined) kept.push(held.layer);
  }
  return { pack, aside, kept };
}

interface Held {
  readonly pack: EffectivePack;
  readonly layer?: Layer;
}

/** The layer with as many of its parts as go together, taken in the order of their rules. */
function inParts(above: EffectivePack, layer: Layer, aside: Aside[]): Held {
  const statutes = (layer.statutes ?? []).filter(
    ({ title }) => !above.statutes.some((one) => one.title === title),
  );
  let kept: Layer = { ...layer, statutes, changes: [], add: [] };
  const bare = layerOnto(above, kept);
  if (!bare.ok) {
    aside.push({ layer: layer.name, rule: "", code: bare.refusal.code, message: bare.refusal.message });
    return { pack: above };
  }
  let pack = bare.value;
  /** Takes the first of these forms that holds. */
  const attempt = (rule: string, ...forms: readonly Layer[]): void => {
    const made = forms.map((next) => ({ next, made: layerOnto(above, next) }));
    const good = made.find((one) => one.made.ok);
    if (good?.made.ok === true) {
      kept = good.next;
      pack = good.made.value;
      return;
    }
    const [first] = made;
    if (first?.made.ok === false)
      aside.push({
        layer: layer.name,
        rule,
        code: first.made.refusal.code,
        message: first.made.refusal.message,
      });
  };
  const withChange = (change: LayerChange): Layer => ({ ...kept, changes: [...kept.changes, change] });
  for (const change of byRule(layer.changes, ({ rule }) => rule))
    attempt(change.rule, ...[change, ...stricter(change, above)].map(withChange));
  for (const rule of byRule(layer.add, ({ id }) => id))
    attempt(rule.id, { ...kept, add: [...kept.add, rule] });
  return { pack, layer: kept };
}

/**
 * Local values of a template that a layer above has filled in since: where they are the stricter ones they stay, as a
 * tightening of what stands above.
 */
function stricter(change: LayerChange, { rules }: EffectivePack): readonly LayerChange[] {
  const { configure, ...rest } = change;
  const rule = rules.find(({ id }) => id === change.rule);
  const filled = rule?.from.changes.some(({ key }) => key === "basis");
  if (configure?.limit === undefined || rule === undefined || filled !== true) return [];
  return [{ ...rest, tighten: { limit: configure.limit, title: configure.title ?? rule.title } }];
}

const byRule = <T>(items: readonly T[], idOf: (item: T) => string): readonly T[] =>
  [...items].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
