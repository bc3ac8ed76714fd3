// What a printed list of things says in its title was done with each of them: 扣押清单, 接受证据材料清单.
import { fieldOf } from "../../../shared/dictionary/dictionary.ts";
import type { Thing } from "./things.ts";

const ACTIONS: readonly (readonly [title: RegExp, action: string])[] = [
  [/^扣押(?:(?:物品|财物|文件|、|和|及|与)+)?清单$/, "扣押"],
  [/^查封(?:(?:物品|财物|文件|、|和|及|与)+)?清单$/, "查封"],
  [/^接受证据(?:材料)?清单$/, "接受"],
  [/^调取证据(?:材料)?清单$/, "调取"],
  [/^(?:证据保全|先行登记保存(?:证据)?)清单$/, "先行登记保存"],
];

/** The things, each of such a list with what was done where its row does not say so. */
export function withActionOver(things: readonly Thing[], titles: readonly string[]): readonly Thing[] {
  const over = titles.map((title) => title.replace(/\s+/g, ""));
  const title = over.find((one) => ACTIONS.some(([words]) => words.test(one)));
  const action = ACTIONS.find(([words]) => title !== undefined && words.test(title))?.[1];
  if (title === undefined || action === undefined) return things;
  const field = fieldOf("property", "action")!;
  return things.map((thing) =>
    thing.entity !== "property" || !thing.row || thing.found.some((one) => one.field === field)
      ? thing
      : {
          ...thing,
          found: [
            ...thing.found,
            {
              entity: "property",
              field,
              state: "known",
              value: action,
              label: title,
              text: action,
              css: thing.css,
            },
          ],
        },
  );
}
