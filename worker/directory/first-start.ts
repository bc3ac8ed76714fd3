// The first start: a one-time code, printed to the log until the first administrator has been made with it.
import { timingSafeEqual } from "node:crypto";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { Body } from "../../shared/api/contract.ts";
import type { Member } from "../../shared/api/shapes.ts";
import { type Result, refused } from "../../shared/facts/errors.ts";
import { fingerprint } from "../../shared/ledger/fingerprint.ts";
import { readableCode } from "../chance.ts";
import { row, settingOr } from "../sql.ts";
import { isLocked, noteWrong } from "./attempts.ts";
import { createMember } from "./members.ts";
import { packKeyOf } from "./packs.ts";
import { addUnit } from "./units.ts";

/** Counts wrong codes as an account of this name, which nobody can have. */
const CODE_ATTEMPTS = " first-admin";

export const isStarted = (sql: SqlStorage): boolean =>
  row(sql, "SELECT 1 FROM members LIMIT 1") !== undefined;

/** The line for the log, with the fingerprint that the first sign-in shows for comparison; undefined once the first administrator exists. */
export const firstStartLine = (sql: SqlStorage): string | undefined =>
  isStarted(sql)
    ? undefined
    : `首次启动码 ${settingOr(sql, "first-code", readableCode)}　规则包公钥指纹 ${fingerprint(packKeyOf(sql))}`;

const same = (a: string, b: string): boolean =>
  timingSafeEqual(sha256(utf8ToBytes(a)), sha256(utf8ToBytes(b)));

/** Makes the root unit with its administrator, once; refuses a wrong or used code with `bad-code`. */
export function firstAdmin(
  sql: SqlStorage,
  body: Omit<Body<"firstAdmin">, "password"> & { readonly hash: string },
  now: number,
): Result<{ member: Member }> {
  if (isStarted(sql)) return refused("bad-code", "首次启动码已经用过,请由管理员新建账号");
  if (isLocked(sql, CODE_ATTEMPTS, now)) return refused("locked", "启动码连续输错,请五分钟后再试");
  const code = settingOr(sql, "first-code", readableCode);
  if (!same(body.code.trim().toUpperCase(), code)) {
    noteWrong(sql, CODE_ATTEMPTS, now);
    return refused("bad-code", "首次启动码不对,请查看服务启动日志");
  }
  const unit = "root";
  addUnit(sql, { id: unit, name: body.unitName, parent: null, level: "province" });
  const { account, name, hash } = body;
  return createMember(sql, unit, { account, name, hash, initial: false, unit, roles: ["admin"] }, now);
}
