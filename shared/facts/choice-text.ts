// Reads one value of a closed list from page text: by value, by alias, or by containment when only one fits.

import type { FieldType } from "../dictionary/field.ts";
import { squeeze } from "../dictionary/fold.ts";

type Choice = Extract<FieldType, { is: "choice" }>;

/** The number under which a host's table keeps the word: `1男性`, `02-否`. */
const CODE = /^\d{1,2}[-.:_、]?(?=[\u3400-\u9fff])/u;

/** A word that turns the meaning round when it stands before the value: 不予受案 is not 受案. */
const DENIAL = /[不未无非否没免勿]/;

/** The value itself or one of its aliases, spelt exactly (white space and full-width forms aside). */
export function exactChoice({ values, aliases }: Choice, text: string): string | undefined {
  const bare = squeeze(text);
  return (
    values.find((value) => squeeze(value) === bare) ??
    Object.entries(aliases).find(([alias]) => squeeze(alias).toLowerCase() === bare.toLowerCase())?.[1]
  );
}

/** `男性` says 男; 是, 否, 有, 无 in a longer word (是否, 有误, 未知) answer nothing, nor does `男女`. */
const letterFits = (letter: string, text: string, values: readonly string[]): boolean =>
  text.length === 2 &&
  text.startsWith(letter) &&
  values.includes(letter) &&
  !/[是否有无]/.test(letter) &&
  !values.some((other) => other !== letter && text.includes(other));

/** What is asked, without the question's own word: 需要鉴定 of 财物是否需要鉴定. */
const askedIn = (label: string): string => label.replace(/^.*?(?:是否|有无)/, "");

const isQuestion = ({ values }: Choice): boolean => values.length === 2 && values[0] === "是";

/** `需要`, `不需要`, `未公开` to 是否需要鉴定, 是否公开: the question's own words, or their denial. */
function repeated(type: Choice, text: string, label: string): string | undefined {
  const plain = askedIn(label);
  if (!isQuestion(type) || plain === label || DENIAL.test(plain)) return undefined;
  if (text.length > 1 && plain.startsWith(text)) return "是";
  const denied = /^(?:不予|不|未|非|没有|没|无)(.{2,})$/.exec(text)?.[1];
  return denied !== undefined && plain.startsWith(denied) ? "否" : undefined;
}

/** `已受案`, `未受案`, `有控告人` as answers to 是否受案 and 有无控告人, `已出示` to 出示人民警察证. */
function answered({ values }: Choice, text: string, label: string): string | undefined {
  const done = /^(已|未|没有?)(.{2,})$/.exec(text);
  const plain = label.replace(/^(?:是否|有无)/, "");
  if (done !== null && values[0] === "是" && values.length === 2 && plain.includes(done[2]!))
    return DENIAL.test(plain) ? undefined : values[done[1] === "已" ? 0 : 1];
  const topic = /^(?:是否|有无)已?(.+)$/.exec(label)?.[1];
  if (topic === undefined || values.length !== 2 || !text.endsWith(topic)) return undefined;
  const lead = text.slice(0, -topic.length);
  return /^[已是有]$/.test(lead) ? values[0] : /^[未无没]$|^没有$|^不是$/.test(lead) ? values[1] : undefined;
}

/**
 * Exact (a hint in brackets aside), else the one value that the text contains (`男性` → 男, `电信网络诈骗案` → 诈骗),
 * else the one value that contains the text (`取保` → 取保候审). Several candidates, or a denial around the value,
 * give undefined. `label` is the field's own, for answers that repeat it.
 */
export function parseChoice(type: Choice, text: string, label = ""): string | undefined {
  const bare = squeeze(text);
  if (bare.length > 40) return undefined;
  const exact =
    exactChoice(type, bare) ??
    exactChoice(type, bare.replace(/\([^()]*\)/g, "")) ??
    exactChoice(
      type,
      bare
        .replace(CODE, "")
        .replace(/^是的$/, "是")
        .replace(/^不是$/, "否"),
    ) ??
    answered(type, bare, label) ??
    repeated(type, bare, label);
  if (exact !== undefined) return exact;
  // Whoever says 没有异议 to 是否无异议 has denied a denial.
  if (isQuestion(type) && DENIAL.test(askedIn(label)) && DENIAL.test(bare)) return undefined;
  const words = [...type.values.map((value) => [value, value] as const), ...Object.entries(type.aliases)];
  const inside = words.filter(([word]) =>
    word.length > 1 ? bare.includes(word) : letterFits(word, bare, type.values),
  );
  const longest = inside.filter(
    ([word]) => !inside.some(([other]) => other !== word && other.includes(word)),
  );
  const found = new Set(longest.map(([, value]) => value));
  if (found.size === 1) {
    const rest = longest.reduce((left, [word]) => left.replace(word, ""), bare);
    return DENIAL.test(rest) ? undefined : [...found][0];
  }
  if (found.size > 1 || bare.length < 2) return undefined;
  const around = type.values.filter((value) => value.includes(bare));
  const only = around.length === 1 ? around[0]! : undefined;
  return only === undefined || DENIAL.test(only.replace(bare, "")) ? undefined : only;
}
