// Hands the ledger out page by page as the text of an export file, bound to the checkpoint at which the export began.
import type { Reply } from "../../shared/api/contract.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import { endLine, entryLine, headLine } from "../../shared/ledger/export.ts";
import type { Caller } from "../caller.ts";
import { rows } from "../sql.ts";
import type { Act } from "./act.ts";
import { checkpointOf } from "./ledger.ts";
import { isSaid } from "./proven.ts";
import { ledgerKeyOf } from "./signer.ts";
import { monthsOf, wordsOf } from "./words.ts";

/** Entries on one page: some hundred kB, whatever the size of the ledger. */
const PAGE = 1_000;

/** Who took the ledger out is an entry of it. */
export const recordExport = (act: Act, { member }: Caller): void => {
  act.append({
    kind: "exported",
    by: member.id,
    byName: member.name,
    caseKey: "",
    body: { roles: member.roles },
  });
};

/**
 * The lines of entries `from` on. Without `to` the export begins: its head names the present checkpoint, and `size` of the
 * reply is the `to` of all further pages. The pages joined are the file.
 */
export function exportPage(
  sql: SqlStorage,
  unit: string,
  from: number,
  to: number | undefined,
): Result<Reply<"exportLedger">> {
  const point = checkpointOf(sql, unit);
  const size = to ?? point.size;
  if (size > point.size) return refused("bad-value", `台账只有 ${point.size} 条记录`, "to");
  if (from > size || (to === undefined && from !== 0))
    return refused("bad-value", "起点不能在终点之后;第一页从 0 开始", "from");
  const months = monthsOf(sql);
  const lines = rows<{ idx: number; kind: string; record: string; month: string | null }>(
    sql,
    "SELECT idx, kind, record, month FROM entries WHERE idx >= ? AND idx < ? ORDER BY idx",
    from,
    Math.min(from + PAGE, size),
  ).map(({ idx, kind, record, month }) => {
    const words = isSaid(kind) ? wordsOf(sql, idx, month, months) : undefined;
    return entryLine({
      i: idx,
      record,
      ...(words === undefined ? {} : { salt: words.salt, said: words.outside }),
    });
  });
  const next = from + lines.length;
  const head =
    to === undefined ? headLine({ ledger: 1, unit, key: ledgerKeyOf(sql), checkpoint: point.text }) : "";
  const end = next >= size ? endLine(size) : "";
  return accepted({ text: `${head}${lines.join("")}${end}`, next: end === "" ? next : null, size });
}
