// Checks what a rule stands on: citations of known editions in well-formed articles, an owner, a review that is neither past nor far.
import { statuteOf } from "../../law/edition.ts";
import type { Basis, Statute } from "../../law/statute.ts";
import type { Rule } from "../rule.ts";
import { type Complaint, complaintsOf } from "./complaint.ts";

/** `79`, `91之一`, or the numbered heading of a notice: 二(三)4. */
const ARTICLE =
  /^(\d+(之[一二三四五六七八九十]+)?|[一二三四五六七八九十]+(\([一二三四五六七八九十]+\)\d*)?)$/;

/** Teams that keep rules. */
export const OWNERS = ["法制支队", "案管室", "执法办案管理中心", "督察支队"];

/** `day` two years later. */
const twoYearsOn = (day: string): string => `${Number(day.slice(0, 4)) + 2}${day.slice(4)}`;

/** `today` is YYYY-MM-DD. */
export function standingComplaints(
  rules: readonly Rule[],
  statutes: readonly Statute[],
  today: string,
): readonly Complaint[] {
  return rules.flatMap((rule) => [
    ...complaintsOf("citation", rule.id, citationsOf(rule, statutes, today)),
    ...complaintsOf("standing", rule.id, [
      !OWNERS.includes(rule.owner) && `负责人“${rule.owner}”不在名单上：${OWNERS.join("、")}`,
      rule.reviewBy < today && `复核日 ${rule.reviewBy} 已经过了，复核后改日期`,
      rule.reviewBy > twoYearsOn(today) && `复核日 ${rule.reviewBy} 在两年以后，太远`,
    ]),
  ]);
}

function citationsOf(
  { basis, status, act }: Rule,
  statutes: readonly Statute[],
  today: string,
): readonly (string | false | undefined)[] {
  const keys = basis.map(({ statute, edition, article, kinds }) =>
    [statute, edition, article, ...(kinds ?? [])].join("/"),
  );
  const inForce = basis.some((one) => isInForce(one, statutes, today));
  return [
    ...basis.map((one) => wrongWith(one, statutes)),
    ...keys.map((key, i) => keys.indexOf(key) !== i && `同一条依据写了两次：${key}`),
    // A duty of the past judges past acts; a lasting state is judged by what is in force while it lasts.
    status === "live" &&
      act === "continuing" &&
      basis.length > 0 &&
      !inForce &&
      "持续状态的规则，所引的版本都已失效；请补现行版本",
  ];
}

function wrongWith({ statute, edition, article }: Basis, statutes: readonly Statute[]): string | undefined {
  const found = statuteOf(statutes, statute);
  if (found === undefined) return `没有收录《${statute}》`;
  const known = found.editions.map((one) => one.edition);
  if (!known.includes(edition)) return `《${statute}》没有 ${edition} 这一版；收录的有 ${known.join("、")}`;
  return ARTICLE.test(article) ? undefined : `《${statute}》的条号“${article}”写法不对`;
}

function isInForce({ statute, edition }: Basis, statutes: readonly Statute[], today: string): boolean {
  const one = statuteOf(statutes, statute)?.editions.find((each) => each.edition === edition);
  return one !== undefined && one.from <= today && (one.until === undefined || today <= one.until);
}
