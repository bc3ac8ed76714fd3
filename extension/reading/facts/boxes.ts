// A box of the page as the facts see it: with the elements of the dictionary that its titles name.
import type { ElementId } from "../../../shared/dictionary/field.ts";
import type { SeenGroup } from "../../protocol/frame-scan.ts";
import { elementInTitle } from "./words.ts";

export interface Box extends SeenGroup {
  /** Elements that the titles name, the nearest first. */
  readonly hints: readonly ElementId[];
  /** Shows what is due, new or lately seen in many cases. */
  readonly aside: boolean;
}

/** Titles of boxes in which something is looked for. */
const ASKS = /^(?:请?选择|查找|高级查询|高级搜索|查询条件|检索条件)/;

/** Titles of boxes that stand beside any case: warnings, messages, figures. */
const ASIDE = /预警|提醒|待办|消息|通知公告|系统公告|最近(?:浏览|访问|办理|打开)|收藏|统计|快捷/;

/** The boxes of a scan by their keys. */
export const boxesOf = (groups: readonly SeenGroup[]): ReadonlyMap<number, Box> =>
  new Map(
    groups.map((group) => [
      group.key,
      {
        ...group,
        aside: group.dialog === undefined && ASIDE.test(group.titles[0] ?? ""),
        search: group.search || ASKS.test(group.titles[0] ?? ""),
        hints: group.titles.map(elementInTitle).filter((hint) => hint !== undefined),
      },
    ]),
  );
