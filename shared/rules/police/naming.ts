// Checks how rules are called: an id is a noun phrase in the failing state, a title says what is wrong and not what to do.
import type { Rule } from "../rule.ts";
import { type Complaint, complaintsOf } from "./complaint.ts";

/** Words with which an id would give an order instead of naming a failing. */
const ORDERS = new Set(
  "check must should shall ensure verify require enforce validate assert detect find warn remind test do make".split(
    " ",
  ),
);
const EMPTY = new Set(["rule", "issue", "problem", "error", "violation", "article", "clause"]);
const DUTY = /^(应当|应该|必须|须|需要|请|检查|核对|确保|要求|不得|禁止|防止)/;
/** Words that say that something went wrong. */
const FAILING = /没有|未|不|超|少于|低于|重|就|已|错|缺|漏|违|仍|只/;

export const LONGEST_TITLE = 22;
export const LONGEST_ID = 48;

export function namingComplaints(rules: readonly Rule[]): readonly Complaint[] {
  return rules.flatMap(({ id, title, titleDue = "" }) => {
    const words = id.split("-");
    return complaintsOf("naming", id, [
      ORDERS.has(words[0]!) && `编号以动词 ${words[0]} 开头；编号写成名词，说出了什么事`,
      words.length < 2 && "编号只有一个词，看不出出了什么事",
      id.length > LONGEST_ID && `编号超过 ${LONGEST_ID} 个字符`,
      words.some((word) => EMPTY.has(word)) && "编号里有 rule、problem、article 这类空词",
      /(^|-)(art|s)?\d+(?!\d|-(minute|hour|day|month|year)s?\b)(-|$)/.test(id) &&
        "编号里有条号；条号写在 basis，修法时编号才不用改",
      DUTY.test(title) &&
        !FAILING.test(title.slice(2)) &&
        `标题“${title}”说的是义务；标题写出了什么事，怎么做写在 fix`,
      [...title].length > LONGEST_TITLE && `标题超过 ${LONGEST_TITLE} 字：${title}`,
      [...titleDue].length > LONGEST_TITLE && `titleDue 超过 ${LONGEST_TITLE} 字：${titleDue}`,
    ]);
  });
}
