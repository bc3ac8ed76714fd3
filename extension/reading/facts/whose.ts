// Tells particulars of other people from those of the person whom a box is about: a phone number beside the name of a guarantor.
import type { ElementId } from "../../../shared/dictionary/field.ts";
import type { Found } from "./found.ts";
import { candidateOf, type Meaning, plainBest } from "./match.ts";
import { stepsOf } from "./steps.ts";
import type { Meant } from "./things.ts";

/** What is said of a person beside the name. */
const PARTICULARS = /^(?:sex|birthday|age|idNumber|phone|address|workplace)$/;

/** Labels of people whom a case names beside its own persons. */
const ANOTHER = /监护人|法定代理人|见证人|翻译|保证人|辩护|律师|家属|亲属|联系人|合适成年人|移送人|持有人/;
const ABOUT = /情况|到场|到案|是否|阅读|种类|方式|时间/;

/** Labels that only officers, lawyers and users of the platform have beside their names. */
const STAFF =
  /^(?:警号|警衔|执业证号?|执业证书?编?号|律所|律师事务所|操作人|操作员|岗位|工号|账号|用户名|登录名)$/;

/** Whether labels that stand together speak of people who work on the case, not of its persons. */
export const areStaff = (labels: readonly string[]): boolean => labels.some((label) => STAFF.test(label));

/** Heads over people by what they are to somebody: mother, teacher. */
const RELATION = /^(?:与.{0,6})?关系$|^称谓$/;

/** Titles over people who are no persons of the case: relatives, and those whom a search has found alike. */
const OUTSIDERS =
  /^(?!.*(?:涉案|本案)).*(?:家庭成员|社会关系|亲属|家属|联系人|比对|相似|检索|历史人员|关联人员|关系人|同行|研判|轨迹|通联)/;

/** Whether a list of people is of others than the case's own. */
export const areOutsiders = (columns: readonly string[], titles: readonly string[]): boolean =>
  columns.some((label) => RELATION.test(label.trim())) || OUTSIDERS.test(titles[0] ?? "");

/** The row of a table that a path leads through, else the element that it ends in. */
function rowOf(css: string): string {
  const steps = stepsOf(css);
  for (let at = steps.length - 1; at > 0; at--)
    if (steps[at]!.startsWith("tr")) return steps.slice(0, at + 1).join(">");
  return steps.slice(0, -1).join(">");
}

const isParticular = (meaning: Meaning, main: ElementId | undefined): boolean => {
  const person = candidateOf(meaning, "persons");
  if (person === undefined || !PARTICULARS.test(person.field.id)) return false;
  return main === "persons" || main === undefined || candidateOf(meaning, main) === undefined;
};

/** Whether a cell names an officer, or somebody who is no person of the case. */
function namesAnother({ cell, meaning }: Meant, main: ElementId | undefined): boolean {
  const best = (main === undefined ? undefined : candidateOf(meaning, main)) ?? plainBest(meaning);
  if (best?.field.type.is === "officers") return true;
  return ANOTHER.test(cell.label) && !ABOUT.test(cell.label);
}

/** The cells without the particulars that follow another's name in the same row. */
export function withoutOthers(cells: readonly Meant[], main: ElementId | undefined): readonly Meant[] {
  let row: string | undefined;
  return cells.filter((one) => {
    if (namesAnother(one, main)) {
      row = rowOf(one.cell.css);
      return true;
    }
    if (!isParticular(one.meaning, main)) {
      row = undefined;
      return true;
    }
    return row === undefined || row !== rowOf(one.cell.css);
  });
}

/** Whose opinion a box holds when it is not that of the legal officers. */
const NOT_LEGAL = /^(?!.*法制).*(?:部门|领导|负责人|所长|局长|大队长).{0,2}(?:意见|审核|审批|批示)/;

/** Whether cells tell of a measure as well: who approved something there may have approved that. */
const areOfMeasure = (cells: readonly Meant[]): boolean =>
  cells.some(({ meaning }) =>
    meaning.candidates.some(
      ({ element, field }) =>
        element === "measures" && /^(?:house|dueAt|bailKind|sentToHouseAt)$/.test(field.id),
    ),
  );

/**
 * What was found of one thing, without what only a bare word gives it: 审核人 under 局领导意见 is no legal reviewer, and 审批人
 * no one who approved the filing where nothing in the box speaks of that.
 */
export function withoutBareRoles(title: string, cells: readonly Meant[], states: readonly Found[]): Found[] {
  const ofFiling = cells.some(({ cell }) => cell.label.includes("立案")) && !areOfMeasure(cells);
  return states.filter(({ entity, field }) =>
    entity === "approvals"
      ? !(field.id.startsWith("legal") && NOT_LEGAL.test(title))
      : entity !== "case" || field.id !== "filingApprover" || ofFiling,
  );
}
