// The pack that holds in a unit: the base pack, then the layer of each level above it, one after the other.
import { nearest } from "../../dictionary/nearest.ts";
import { accepted, type Refusal, type Result, refused } from "../../facts/errors.ts";
import type { Statute } from "../../law/statute.ts";
import { checkRule, MOST_RED_LINES } from "../build-pack.ts";
import { canonicalJson } from "../canonical.ts";
import { LIMITS } from "../limits.ts";
import type { Pack } from "../pack.ts";
import { Refused } from "../refuse-rule.ts";
import { STATUS_WORDS } from "../rule-words.ts";
import { packHash } from "../signed-pack.ts";
import { bodyOf } from "../wire/pack-body.ts";
import { configured } from "./configure.ts";
import {
  type EffectivePack,
  type Layer,
  type LayerChange,
  type LayeredRule,
  type LayerRef,
  LEVELS,
} from "./layer.ts";
import { loosens, type Turned, tightened } from "./tighten.ts";

export interface Effective {
  readonly pack: EffectivePack;
  /** SHA-256 (hex) of the pack's text: the same content has the same address everywhere. */
  readonly hash: string;
}

/**
 * The effective pack of the base pack and its layers, from the widest to the narrowest, each level once. It depends on
 * nothing but its input; taking the layers one by one or together comes to the same, and so does any order of the changes
 * within one layer. Codes: `loosens-red-line`, `bad-layer`, `not-found` (a rule that is not there), `bad-rule`,
 * `examples-failed` (an added rule).
 */
export function effectivePack(base: Pack, layers: readonly Layer[]): Result<Effective> {
  let pack = begun(base);
  for (const layer of layers) {
    const made = layerOnto(pack, layer);
    if (!made.ok) return made;
    pack = made.value;
  }
  return accepted(addressed(pack));
}

/** A pack with its address. */
export const addressed = (pack: EffectivePack): Effective => ({ pack, hash: packHash(bodyOf(pack)) });

/** One layer put onto the pack above it, whole or not at all. */
export function layerOnto(above: EffectivePack, layer: Layer): Result<EffectivePack> {
  try {
    return accepted(layered(above, layer));
  } catch (error) {
    if (error instanceof Refused) return inLayer(layer, error.refusal);
    throw error;
  }
}

const inLayer = (layer: Layer, { code, message, at }: Refusal): Result<never> =>
  refused(code, `${layer.name}：${message}`, at);

/** Every rule of a base pack says that it is the nation's; an effective pack comes back as it is. */
export function begun(base: Pack): EffectivePack {
  const from = { level: "nation", layer: base.issuer, changes: [] } as const;
  const rules = base.rules.map((rule) => ({ ...rule, from: rule.from ?? from }));
  return { ...base, rules, layers: base.layers ?? [] };
}

const fail = (code: Refusal["code"], message: string, at?: string): never => {
  throw new Refused(at === undefined ? { code, message } : { code, message, at });
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A pack with more is refused by the pages it is sent to. */
const MOST_STATUTES = 500;

function layered(pack: EffectivePack, given: Layer): EffectivePack {
  const above = pack.layers[pack.layers.length - 1];
  if (above !== undefined && LEVELS.indexOf(given.level) <= LEVELS.indexOf(above.level)) {
    fail("bad-layer", `这一层排在“${above.layer}”之后，层级却不比它低`, "level");
  }
  // One form for every order in which the same changes may have been written.
  const layer: Layer = {
    ...given,
    changes: [...given.changes].sort((a, b) => byText(a.rule, b.rule)),
    add: [...given.add].sort((a, b) => byText(a.id, b.id)),
  };
  const twice = layer.changes.find(({ rule }, i) => layer.changes[i + 1]?.rule === rule);
  if (twice !== undefined) fail("bad-layer", `对规则 ${twice.rule} 写了两次，请合成一处`, twice.rule);
  const statutes = withStatutes(pack.statutes, layer.statutes ?? []);
  const changes = new Map(layer.changes.map((change) => [change.rule, change]));
  for (const id of changes.keys()) known(id, pack);
  const rules = pack.rules.map((rule) => {
    const change = changes.get(rule.id);
    return change === undefined ? rule : changed(rule, change, layer, statutes);
  });
  const added = addedBy(layer, { ...pack, statutes });
  const all = [...rules, ...added];
  const loud = all.filter(
    ({ weight, status, quiet }) => weight === "red-line" && status === "live" && !quiet,
  );
  if (loud.length > MOST_RED_LINES) {
    fail("bad-layer", `会打断办案人的红线规则将有 ${loud.length} 条，最多 ${MOST_RED_LINES} 条`);
  }
  if (all.length > LIMITS.rules)
    fail("bad-layer", `规则将有 ${all.length} 条，最多 ${LIMITS.rules} 条`, "add");
  if (statutes.length > MOST_STATUTES)
    fail("bad-layer", `依据的文件将有 ${statutes.length} 部，最多 ${MOST_STATUTES} 部`, "statutes");
  const ref: LayerRef = { level: layer.level, layer: layer.name, hash: packHash(canonicalJson(layer)) };
  return { ...pack, statutes, rules: all, layers: [...pack.layers, ref] };
}

function known(id: string, { rules }: EffectivePack): void {
  const ids = rules.map((rule) => rule.id);
  if (ids.includes(id)) return;
  const near = nearest(id, ids);
  fail("not-found", `没有规则 ${id}${near === undefined ? "" : `，是不是 ${near}`}`, id);
}

function withStatutes(above: readonly Statute[], own: readonly Statute[]): readonly Statute[] {
  for (const { title } of own) {
    if (above.some((one) => one.title === title)) {
      fail("bad-layer", `《${title}》上级已经收录，不能另写一份`, "statutes");
    }
  }
  return [...above, ...[...own].sort((a, b) => byText(a.title, b.title))];
}

function changed(
  rule: LayeredRule,
  change: LayerChange,
  layer: Layer,
  statutes: readonly Statute[],
): LayeredRule {
  const { reason, by, author, at: when, approvedBy } = change;
  try {
    const { rule: made, turned } = turn(rule, change, layer, statutes);
    const said = turned.map(({ key, was, is }) => ({
      level: layer.level,
      layer: layer.name,
      key,
      was,
      is,
      reason,
      ...(by === undefined ? {} : { by }),
      ...(author === undefined ? {} : { author }),
      ...(when === undefined ? {} : { at: when }),
      ...(approvedBy === undefined ? {} : { approvedBy: [...approvedBy].sort(byText) }),
    }));
    return { ...made, from: { ...rule.from, changes: [...rule.from.changes, ...said] } };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { code, message, at } = error.refusal;
    return fail(
      code,
      `${rule.id}（${rule.title}）${message}`,
      at === undefined ? rule.id : `${rule.id}.${at}`,
    );
  }
}

function turn(
  rule: LayeredRule,
  change: LayerChange,
  layer: Layer,
  statutes: readonly Statute[],
): { rule: Omit<LayeredRule, "from">; turned: readonly Turned[] } {
  if (rule.status === "retired") fail("bad-layer", "已经停用，下级不能再改");
  if (change.off === true) return switchedOff(rule);
  if (change.configure !== undefined) return configured(rule, change.configure, statutes);
  const wantsHard = change.tighten?.gate === "hard";
  const approvers = new Set((change.approvedBy ?? []).filter((name) => name !== layer.author));
  if (wantsHard && rule.gate !== "hard" && approvers.size < 2) {
    fail("bad-layer", "gate：拦截要由起草人以外的两人批准，请在 approvedBy 写明", "gate");
  }
  return tightened(rule, change);
}

function switchedOff(rule: LayeredRule): { rule: LayeredRule; turned: readonly Turned[] } {
  if (rule.weight === "red-line") loosens(rule, "off", "不能停用");
  const off = { ...rule, status: "retired" as const };
  return {
    rule: off,
    turned: [{ key: "off", rule: off, was: STATUS_WORDS[rule.status], is: STATUS_WORDS.retired }],
  };
}

function addedBy(layer: Layer, pack: EffectivePack): readonly LayeredRule[] {
  return layer.add.map((rule, i) => {
    if (pack.rules.some(({ id }) => id === rule.id) || layer.add[i + 1]?.id === rule.id) {
      fail("bad-layer", `add：规则 ${rule.id} 已经有了，改它请写在 changes`, rule.id);
    }
    if (rule.gate === "hard") fail("bad-layer", `add：${rule.id} 的拦截请另由一层批准后收紧`, rule.id);
    const checked = checkRule(rule, pack);
    if (!checked.ok) throw new Refused(checked.refusal);
    return { ...checked.value, from: { level: layer.level, layer: layer.name, changes: [] } };
  });
}
