// Many members from a table: every row is checked and told by its number, then all are made or none.
import type { Role } from "../../shared/api/route.ts";
import type { MemberRow, RowProblem } from "../../shared/api/routes/rows.ts";
import type { Code } from "../../shared/facts/errors.ts";
import { rows } from "../sql.ts";
import { dutiesOf } from "./duties.ts";
import { type Checked, cellOf } from "./import-units.ts";
import { initialPassword } from "./initial.ts";
import { accountOf, createMember } from "./members.ts";
import { subtree } from "./units.ts";

const ROLE_WORDS: Readonly<Record<string, Role>> = {
  officer: "officer",
  民警: "officer",
  办案民警: "officer",
  legal: "legal",
  法制员: "legal",
  法制: "legal",
  leader: "leader",
  领导: "leader",
  所长: "leader",
  admin: "admin",
  管理员: "admin",
  系统管理员: "admin",
  security: "security",
  安全管理员: "security",
  auditor: "auditor",
  审计: "auditor",
  审计员: "auditor",
  督察审计: "auditor",
};

export interface ReadyMember {
  readonly account: string;
  readonly name: string;
  readonly unit: string;
  readonly officerId?: string;
  readonly phone?: string;
  readonly roles: Role[];
}

/** Reads the rows against the caller's part of the tree; a unit is named by its code or by its name when only one has it. */
export function checkMembers(
  sql: SqlStorage,
  top: string,
  input: readonly MemberRow[],
  separate: boolean,
): Checked<ReadyMember> {
  const problems: RowProblem[] = [];
  const units = subtree(sql, top);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const taken = new Set(
    rows<{ account: string }>(sql, "SELECT account FROM members").map((one) => one.account),
  );
  const first = new Map<string, number>();
  const ready = input.map((cells, row): ReadyMember => {
    const say = (column: string, code: Code, message: string): void =>
      void problems.push({ row, column, code, message });
    const account = accountOf(cells.account);
    const before = first.get(account);
    if (account === "") say("account", "bad-value", "账号是空的");
    else if (/\s/.test(account)) say("account", "bad-value", "账号里不能有空格");
    else if (before !== undefined)
      say("account", "conflict", `账号 ${account} 在第 ${before + 1} 行已经有了`);
    else if (taken.has(account)) say("account", "conflict", `账号 ${account} 已经存在`);
    first.set(account, before ?? row);
    const name = cellOf(cells.name);
    if (name === "") say("name", "bad-value", "姓名是空的");
    const where = cellOf(cells.unit);
    const named = units.filter((unit) => unit.name === where);
    const unit = byId.get(where) ?? (named.length === 1 ? named[0] : undefined);
    if (where === "") say("unit", "bad-value", "单位是空的");
    else if (named.length > 1 && unit === undefined)
      say("unit", "bad-value", `有 ${named.length} 个单位叫“${where}”,请填单位代码`);
    else if (unit === undefined) say("unit", "outside-unit", `单位“${where}”不存在或者不在您的管辖范围内`);
    else if (unit.closedAt !== undefined) say("unit", "unit-closed", `${unit.name}已经撤销`);
    const said = cellOf(cells.roles)
      .split(/[、,;\s/]+/)
      .filter((word) => word !== "");
    const roles = [...new Set(said.flatMap((word) => ROLE_WORDS[word] ?? []))];
    const strange = said.filter((word) => ROLE_WORDS[word] === undefined);
    if (said.length === 0) say("roles", "bad-value", "角色是空的");
    if (strange.length > 0) say("roles", "bad-value", `角色“${strange.join("、")}”不认识`);
    const duties = dutiesOf(roles, separate);
    if (!duties.ok) say("roles", "bad-value", duties.refusal.message);
    const [officerId, phone] = [cellOf(cells.officerId), cellOf(cells.phone)];
    if (phone !== "" && !/^\+?[\d -]{5,20}$/.test(phone)) say("phone", "bad-value", "手机号只能是数字");
    return {
      account,
      name,
      unit: unit?.id ?? "",
      roles,
      ...(officerId === "" ? {} : { officerId }),
      ...(phone === "" ? {} : { phone }),
    };
  });
  return { problems, ready };
}

/** Makes them with an initial password each; the passwords are told here and kept only as hashes. */
export const addMembers = (sql: SqlStorage, top: string, members: readonly ReadyMember[], now: number) =>
  members.map((one) => {
    const { password, stored } = initialPassword(now);
    const made = createMember(sql, top, { ...one, hash: stored, initial: true }, now);
    if (!made.ok) throw new Error(`a checked row was refused: ${made.refusal.message}`);
    return { account: one.account, name: one.name, unit: made.value.member.unitName, password };
  });
