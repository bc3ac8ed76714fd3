// What is signed under a list of things holds for each of them: holder, witness, keeper and the number of the list.
import type { Thing } from "./things.ts";

/** Titles of such papers: 扣押清单, 发还清单, 接受证据材料清单. */
export const isList = (title: string): boolean => /清单$/.test(title.replace(/\s+/g, ""));

const SIGNED = /^(?:holder|witness|keeper|listNumber|seizedBy)$/;

const isSignature = ({ entity, row, dialog, found }: Thing): boolean =>
  entity === "property" && !row && !dialog && found.every(({ field }) => SIGNED.test(field.id));

/** The things with the signatures given to each row that has none of its own; `titles` are the page's. */
export function withSignatures(things: readonly Thing[], titles: readonly string[]): readonly Thing[] {
  const rows = things.filter(({ entity, row, dialog }) => entity === "property" && row && !dialog);
  const signed = things.filter(isSignature);
  if (rows.length === 0 || signed.length === 0 || !titles.some(isList)) return things;
  const said = signed.flatMap(({ found }) => found);
  return things.flatMap((thing) => {
    if (signed.includes(thing)) return [];
    if (!rows.includes(thing)) return [thing];
    const more = said.filter(({ field }) => !thing.found.some((one) => one.field === field));
    return [{ ...thing, found: [...thing.found, ...more] }];
  });
}
