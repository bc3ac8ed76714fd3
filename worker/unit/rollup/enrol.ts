// Units of other deployments below this one: a one-time code enrols the key by which their reports are signed.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Body, Reply } from "../../../shared/api/contract.ts";
import { accepted, type Result, refused } from "../../../shared/facts/errors.ts";
import { enrolmentHolds, readReport, reportHolds } from "../../../shared/rollup/report.ts";
import type { Caller } from "../../caller.ts";
import { readableCode } from "../../chance.ts";
import { row, run } from "../../sql.ts";
import type { Act } from "../act.ts";
import { SUITES } from "../suite.ts";
import { type ChildRow, childRow, forgetChild, takeReport } from "./take.ts";

/** A code that nobody has used ends after this time (ms). */
const CODE_FOR = 7 * 24 * 3_600_000;

const digest = (code: string): string => bytesToHex(sha256(utf8ToBytes(code)));
const note = (act: Act, caller: Caller | undefined, kind: string, child: string): void => {
  const { id: by, name: byName } = caller?.member ?? { id: "object", name: "" };
  act.append({ kind, by, byName, caseKey: "", body: { child } });
};

/** A place for a unit of another deployment, with the code for it; asked again for the same unit it is a new code. */
export function addChild(
  act: Act,
  caller: Caller,
  { id, name }: Body<"addRollupChild">,
): Result<Reply<"addRollupChild">> {
  const { sql, now, unit } = act;
  const known = childRow(sql, id);
  if (known !== undefined && known.name === null)
    return refused("conflict", `单位代码 ${id} 是本平台自己的单位`, "id");
  const code = `${unit}.${readableCode()}`;
  const until = now + CODE_FOR;
  run(
    sql,
    `INSERT INTO rollup_children (child, name, code, code_until) VALUES (?, ?, ?, ?)
     ON CONFLICT (child) DO UPDATE SET name = excluded.name, code = excluded.code, code_until = excluded.code_until`,
    id,
    name.trim(),
    digest(code),
    until,
  );
  note(act, caller, "rollup-invited", id);
  return accepted({ code, until });
}

/** The unit of another deployment reports here no longer and its numbers are not counted any more. */
export function endChild(act: Act, caller: Caller, child: string): Result<{ ok: true }> {
  const { sql } = act;
  if (typeof childRow(sql, child)?.name !== "string")
    return refused("not-found", "没有登记过这个外部下级单位");
  forgetChild(act, child, Number.MAX_SAFE_INTEGER);
  run(sql, "DELETE FROM rollup_children WHERE child = ?", child);
  note(act, caller, "rollup-ended", child);
  return accepted({ ok: true });
}

/** Spends a code: once, in time, and only for a key that the sender holds. */
export function enrol(
  act: Act,
  unitName: string,
  { code, key, line }: Body<"enrolRollup">,
): Result<Reply<"enrolRollup">> {
  const { sql, now, unit } = act;
  const found = row<ChildRow>(sql, "SELECT * FROM rollup_children WHERE code = ?", digest(code));
  if (found === undefined || (found.code_until ?? 0) < now)
    return refused("bad-code", "登记码不对、已经用过或者过期,请向上级要新的登记码", "code");
  if (!enrolmentHolds(code, line, key, SUITES))
    return refused("bad-signature", "登记没有用这把密钥签名", "line");
  run(
    sql,
    "UPDATE rollup_children SET key = ?, code = NULL, code_until = NULL, n = 0 WHERE child = ?",
    key,
    found.child,
  );
  note(act, undefined, "rollup-enrolled", found.child);
  return accepted({ unit, name: unitName, child: found.child });
}

/**
 * A report of another deployment: from a unit that was enrolled here (`unknown-child`), signed by its key (`bad-signature`),
 * for this unit (`outside-unit`), not a message that came before (`replayed`; `at` tells the last number), nothing older
 * (`older-report`).
 */
export function takeSigned(act: Act, { to: _, ...signed }: Body<"reportRollup">): Result<{ ok: true }> {
  const { sql, unit } = act;
  const read = readReport(signed);
  if (!read.ok) return read;
  const { child, to, n } = read.value;
  const known = childRow(sql, child);
  if (typeof known?.key !== "string")
    return refused("unknown-child", "本单位没有登记过这个下级单位,先用登记码登记", "text");
  if (!reportHolds(signed, child, known.key, SUITES))
    return refused("bad-signature", "上报的签名不是登记的那把密钥的", "line");
  if (to !== unit) return refused("outside-unit", "这份上报是给另一个单位的", "text");
  if (n <= known.n) return refused("replayed", "这份上报已经收到过", `n ${known.n}`);
  const taken = takeReport(act, read.value);
  if (!taken.ok) return taken;
  run(sql, "UPDATE rollup_children SET n = ? WHERE child = ?", n, child);
  return accepted({ ok: true });
}
