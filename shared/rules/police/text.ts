// Checks the Chinese of a rule: each of the six parts of its card is there, and every text is clean and short.
import type { Checklist } from "../pack.ts";
import type { Rule } from "../rule.ts";
import { type Complaint, complaintsOf } from "./complaint.ts";

const HAN = "\\u3400-\\u9fff";
/** Half-width marks beside a Chinese character; a full stop between digits and a date's hyphen are none. */
const HALF = new RegExp(`[${HAN}][,;:!?()"'.]|[,;:!?()"'][${HAN}]`, "u");
const LOUD = /[!！]|警告您|请注意|违规操作/;
/** Latin words that Chinese officers write themselves. */
const LATIN_WORDS = /DNA|GPS/g;

/** Longest part of each kind (characters): a card is read while somebody waits. */
export const LENGTHS = { sentence: 60, why: 40, say: 40, attest: 120, needs: 80 } as const;

/** Stands for a value while a template is looked at. */
const VALUE = "某";

interface Part {
  readonly at: string;
  readonly text: string;
  readonly most: number;
}

function partsOf(rule: Rule): readonly Part[] {
  const { say, sentence, why, attest, needs } = LENGTHS;
  const clauses = [
    ...(rule.unless ?? []).map((one, i) => [`unless[${i}].say`, one.say] as const),
    ...(rule.stop ?? []).map((one, i) => [`stop[${i}].say`, one.say ?? ""] as const),
    ...(rule.restart ?? []).map((one, i) => [`restart[${i}].say`, one.say] as const),
    ...(rule.extend ?? []).map((one, i) => [`extend[${i}].approver`, one.approver] as const),
    ...rule.examples.map((one, i) => [`examples[${i}].title`, one.title] as const),
  ];
  const fixed: readonly Part[] = [
    { at: "title", text: rule.title, most: 22 },
    { at: "titleDue", text: rule.titleDue ?? "", most: 22 },
    { at: "why", text: (rule.why ?? "").replace(/\{[^{}]*\}/g, VALUE), most: why },
    { at: "attest.say", text: rule.attest?.say ?? "", most: attest },
    { at: "needs", text: rule.needs ?? "", most: needs },
    ...rule.fix.split(/(?<=。)/).map((text, i) => ({ at: `fix 第 ${i + 1} 句`, text, most: sentence + 1 })),
  ];
  return [...fixed, ...clauses.map(([at, text]) => ({ at, text, most: say }))];
}

function wrongOf({ at, text, most }: Part): readonly (string | false)[] {
  const latin = /[A-Za-z]+/.exec(text.replace(LATIN_WORDS, ""))?.[0];
  return [
    [...text].length > most && `${at} 有 ${[...text].length} 字，最多 ${most} 字：${text}`,
    latin !== undefined && `${at} 里有拉丁字母“${latin}”：${text}`,
    /\p{Extended_Pictographic}/u.test(text) && `${at} 里有表情符号：${text}`,
    HALF.test(text) && `${at} 里汉字旁用了半角标点：${text}`,
    / {2}|^\s|\s$|\n/.test(text) && `${at} 里有多余的空白：${text}`,
    /，，|。。|；；|、、/.test(text) && `${at} 里标点重复：${text}`,
    LOUD.test(text) && `${at} 里有感叹或者训诫的话：${text}`,
  ];
}

/** The six parts: what is wrong, the values, the clause, the counting, how to mend it, whose rule it is. */
function missingOf(rule: Rule): readonly (string | false)[] {
  const { title, why, basis, needs, clock, titleDue, fix, owner, attest, examples } = rule;
  const shown = examples.length > 0 || attest !== undefined;
  return [
    title.trim() === "" && "标题是空的",
    why !== undefined && !/\{/.test(why) && why.trim() === "" && "why 是空的；不写 why 就列出读到的字段",
    !shown && "没有例子，也不是勾选项：卡片上没有读到的值可说",
    basis.length === 0 && needs === undefined && "没有依据，也没有写明等待什么（needs）",
    clock !== undefined &&
      clock.warn.length > 1 &&
      titleDue === undefined &&
      "有期限而没有 titleDue：期限内的卡片会说成已经违反",
    clock !== undefined && clock.count !== "at-once" && clock.warn.length === 0 && "有期限而没有预警",
    !fix.endsWith("。") && "fix 应以句号结尾",
    owner.trim() === "" && "没有负责人",
  ];
}

export const textComplaints = (rules: readonly Rule[]): readonly Complaint[] =>
  rules.flatMap((rule) =>
    complaintsOf("text", rule.id, [...missingOf(rule), ...partsOf(rule).flatMap(wrongOf)]),
  );

/** The same of checklists: 干什么 in twenty characters, 怎么干 in a sentence or two. */
export const checklistComplaints = (lists: readonly Checklist[]): readonly Complaint[] =>
  lists.flatMap(({ id, title, items }) => {
    const parts = items.flatMap(({ id: item, say, how = "" }) => [
      { at: `${item}.say`, text: say, most: 20 },
      { at: `${item}.how`, text: how, most: 80 },
    ]);
    return complaintsOf("text", id, [{ at: "title", text: title, most: 22 }, ...parts].flatMap(wrongOf));
  });
