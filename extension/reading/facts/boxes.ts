// A box of the page as the facts see it: with the elements of the dictionary that its titles name.
import type { ElementId } from "../../../shared/dictionary/field.ts";
import type { SeenGroup } from "../../protocol/frame-scan.ts";
import { elementInTitle } from "./words.ts";

export interface Box extends SeenGroup {
  /** Elements that the titles name, the nearest first. */
  readonly hints: readonly ElementId[];
  /** Shows what is due, new or lately seen in many cases. */
  readonly aside: boolean;
  /** About a matter beside the case, with words that the case has as well: 办结时间, 审核人, 承办人. */
  readonly matter: boolean;
}

/** Titles of boxes in which something is looked for. */
const ASKS = /^(?:请?选择|查找|高级查询|高级搜索|查询条件|检索条件)/;

/** Titles of boxes that stand beside any case: warnings, messages, figures, and what was before it. */
export const ASIDE =
  /预警|提醒|待办|消息|通知公告|系统公告|最近(?:浏览|访问|办理|打开)|收藏|统计|快捷|前科|劣迹|^历史/;

/** Titles of what others ask, watch or grade: the bare words under them are of that matter. */
export const MATTER = /督办|协查|评查|考评|信访|投诉|检察监督|复议|复核|申诉|国家赔偿/;

/** The boxes of a scan by their keys. */
export const boxesOf = (groups: readonly SeenGroup[]): ReadonlyMap<number, Box> =>
  new Map(
    groups.map((group) => [
      group.key,
      {
        ...group,
        aside: group.dialog === undefined && ASIDE.test(group.titles[0] ?? ""),
        matter: MATTER.test(group.titles[0] ?? ""),
        search: group.search || ASKS.test(group.titles[0] ?? ""),
        hints: group.titles.map(elementInTitle).filter((hint) => hint !== undefined),
      },
    ]),
  );
