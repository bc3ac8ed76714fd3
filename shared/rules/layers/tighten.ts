// Applies one tightening to one rule: stricter values go in, everything that would loosen is refused by name.
import { limitText, parseLimit } from "../../time/limit.ts";
import type { Limit } from "../../time/period.ts";
import type { PackedRule } from "../pack.ts";
import { Refused } from "../refuse-rule.ts";
import type { Gate, Status, Weight } from "../rule.ts";
import { GATE_WORDS, keyWord, STATUS_WORDS, WEIGHT_WORDS } from "../rule-words.ts";
import { compareLimits, warnsAsEarly } from "./compare.ts";
import type { LayerChange } from "./layer.ts";

/** What became of one key; undefined where the layer says what already holds. */
export interface Turned {
  readonly key: string;
  readonly rule: PackedRule;
  readonly was: string;
  readonly is: string;
}

/** Refuses a change with the code of its gravity: red lines are never loosened, other rules are only to be tightened here. */
export function loosens(rule: PackedRule, key: string, why: string): never {
  const red = rule.weight === "red-line";
  const code = red ? "loosens-red-line" : "bad-layer";
  throw new Refused({
    code,
    message: `${keyWord(key)}：${red ? "这是红线规则，下级不能放宽；" : ""}${why}`,
    at: key,
  });
}

const wrong = (key: string, why: string): never => {
  throw new Refused({ code: "bad-layer", message: `${keyWord(key)}：${why}`, at: key });
};

type Turn = (rule: PackedRule, value: unknown, change: LayerChange) => Turned | undefined;

const WEIGHTS: readonly Weight[] = ["reminder", "serious", "red-line"];
const STATUSES: readonly Status[] = ["shadow", "trial", "live"];
const GATES: readonly Gate[] = ["none", "soft", "hard"];

/** A key whose values stand in an order from lenient to strict. */
function ranked<T extends string>(
  key: "weight" | "status" | "gate",
  order: readonly T[],
  words: Readonly<Record<string, string>>,
  current: (rule: PackedRule) => string,
): Turn {
  return (rule, value) => {
    const was = current(rule);
    const [now, before] = [order.indexOf(value as T), order.indexOf(was as T)];
    if (now === -1 && !Object.hasOwn(words, String(value))) wrong(key, `“${String(value)}”不可用`);
    if (now < before || (now === -1 && value !== was)) {
      loosens(rule, key, `现在是“${words[was]}”，不能改成“${words[String(value)]}”`);
    }
    if (before === -1) wrong(key, `“${words[was]}”的规则不由下级启用`);
    if (now === before) return undefined;
    return { key, rule: { ...rule, [key]: value }, was: words[was]!, is: words[String(value)]! };
  };
}

const limitIn = (value: unknown, key: string): Limit => {
  const limit = parseLimit(String(value));
  return limit.ok ? limit.value : wrong(key, limit.refusal.message);
};

const limit: Turn = (rule, value, { tighten }) => {
  const { clock } = rule;
  if (clock === undefined) return wrong("limit", "这条规则没有期限");
  const wanted = limitIn(value, "limit");
  const longer = compareLimits(wanted, clock.limit, clock.count);
  const [was, is] = [limitText(clock.limit), limitText(wanted)];
  if (longer === undefined) return loosens(rule, "limit", `${is}和 ${was}不能比较长短，请用同一种单位`);
  if (longer > 0) return loosens(rule, "limit", `期限现在是 ${was}，不能改成更长的 ${is}`);
  if (longer === 0) return undefined;
  if (tighten?.title === undefined) return wrong("title", "缩短期限要同时写新的标题，标题里的时长才不会说错");
  return { key: "limit", rule: { ...rule, clock: { ...clock, limit: wanted } }, was, is };
};

const warnText = (warnings: readonly Limit[]): string => warnings.map(limitText).join("、") || "无";

const warn: Turn = (rule, value) => {
  const { clock } = rule;
  if (clock === undefined) return wrong("warn", "这条规则没有期限");
  if (!Array.isArray(value) || value.length > 6) return wrong("warn", "应为不超过六个提前量的列表");
  const wanted = value.map((one) => limitIn(one, "warn"));
  if (wanted.some(({ unit }) => !["minutes", "hours", "days"].includes(unit)))
    return wrong("warn", "提前量要用 minutes、hours 或 days");
  const [was, is] = [warnText(clock.warn), warnText(wanted)];
  if (!warnsAsEarly(wanted, clock.warn)) {
    return loosens(rule, "warn", `预警现在是提前 ${was}，改成 ${is} 会更晚或者更少`);
  }
  if (was === is) return undefined;
  return { key: "warn", rule: { ...rule, clock: { ...clock, warn: wanted } }, was, is };
};

const text =
  (key: "title" | "titleDue"): Turn =>
  (rule, value) => {
    if (typeof value !== "string" || value.trim() === "" || [...value].length > 22)
      return wrong(key, "应为不超过 22 字的一句");
    const was = rule[key] ?? "";
    return was === value ? undefined : { key, rule: { ...rule, [key]: value }, was, is: value };
  };

const quiet: Turn = (rule, value) => {
  if (typeof value !== "boolean") return wrong("quiet", "应为 true 或者 false");
  if ((rule.quiet === true) === value) return undefined;
  if (value) {
    if (rule.weight === "red-line") return loosens(rule, "quiet", "会打断办案人的，不能改成只在面板里等");
    return { key: "quiet", rule: { ...rule, quiet: true }, was: "未定", is: "在面板里等" };
  }
  const { quiet: _, ...loud } = rule;
  return { key: "quiet", rule: loud, was: "在面板里等", is: "打断一次" };
};

const gate: Turn = (rule, value, change) => {
  const turned = ranked("gate", GATES, GATE_WORDS, (one) => one.gate ?? "none")(rule, value, change);
  if (turned === undefined) return undefined;
  if (rule.weight !== "red-line") return wrong("gate", "只有红线规则可以设关口");
  return turned;
};

/** In the order in which they are applied: whether a new red line waits in the panel is settled before it becomes one. */
const TURNS: Readonly<Record<string, Turn>> = {
  quiet,
  weight: ranked("weight", WEIGHTS, WEIGHT_WORDS, ({ weight }) => weight),
  status: ranked("status", STATUSES, STATUS_WORDS, ({ status }) => status),
  limit,
  warn,
  title: text("title"),
  titleDue: text("titleDue"),
  gate,
};

/** The rule with every tightening, and what each changed. Throws `Refused` at the first that would loosen. */
export function tightened(rule: PackedRule, change: LayerChange): { rule: PackedRule; turned: Turned[] } {
  const wanted = change.tighten ?? {};
  for (const key of Object.keys(wanted).sort()) {
    if (Object.hasOwn(TURNS, key)) continue;
    loosens(rule, key, `下级不能改${keyWord(key)}；可以改的有${Object.keys(TURNS).map(keyWord).join("、")}`);
  }
  const turned: Turned[] = [];
  let current = rule;
  for (const [key, turn] of Object.entries(TURNS)) {
    if (wanted[key] === undefined) continue;
    const one = turn(current, wanted[key], change);
    if (one === undefined) continue;
    turned.push(one);
    current = one.rule;
  }
  const renamed = turned.find(({ key }) => key === "title" || key === "titleDue");
  if (renamed !== undefined && !turned.some(({ key }) => key === "limit")) {
    loosens(rule, renamed.key, "标题只随缩短的期限一起改");
  }
  return { rule: current, turned };
}
