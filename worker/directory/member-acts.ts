// What is done to a member who exists: changed, moved, given posts, disabled, given a new initial password.
import type { Body } from "../../shared/api/contract.ts";
import type { Role } from "../../shared/api/route.ts";
import type { Member } from "../../shared/api/shapes.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { Caller } from "../caller.ts";
import { run } from "../sql.ts";
import { forgetWrong } from "./attempts.ts";
import { endSessionsOf } from "./devices.ts";
import { dutiesOf, mayKeep } from "./duties.ts";
import { type InitialPassword, initialPassword } from "./initial.ts";
import { memberOf } from "./members.ts";
import { inSubtree, isClosed, unitName } from "./units.ts";

/** Who acts, and whether the three duties are separate in this deployment. */
export interface Keeper {
  readonly caller: Caller;
  readonly separate: boolean;
}

/** A member of the caller's part of the tree. */
export function memberBelow(sql: SqlStorage, { member }: Pick<Caller, "member">, id: string): Result<Member> {
  const found = memberOf(sql, id);
  return found === undefined || !inSubtree(sql, member.unit, found.unit)
    ? refused("outside-unit", "此人不在您的管辖范围内")
    : accepted(found);
}

function kept(sql: SqlStorage, { caller, separate }: Keeper, id: string): Result<Member> {
  const found = memberBelow(sql, caller, id);
  if (!found.ok) return found;
  const may = mayKeep(sql, caller, separate);
  return may.ok ? found : may;
}

const other = ({ caller }: Keeper, id: string, what: string): Result<null> =>
  caller.member.id === id ? refused("not-allowed", `${what}由另一名管理员办理`) : accepted(null);

const again = (sql: SqlStorage, id: string): Result<{ member: Member }> => {
  const member = memberOf(sql, id);
  if (member === undefined) throw new Error(`member ${id} is gone right after it was changed`);
  return accepted({ member });
};

const allRoles = (member: Member, roles: readonly Role[] = member.roles, but = ""): readonly Role[] => [
  ...roles,
  ...(member.posts ?? []).filter(({ unit }) => unit !== but).flatMap((post) => post.roles),
];

export function changeMember(
  sql: SqlStorage,
  keeper: Keeper,
  id: string,
  body: Body<"changeMember">,
): Result<{ member: Member }> {
  const found = kept(sql, keeper, id);
  if (!found.ok) return found;
  if (body.roles !== undefined) {
    const mine = other(keeper, id, "自己的角色");
    const duties = dutiesOf(allRoles(found.value, body.roles), keeper.separate);
    for (const check of [mine, duties]) if (!check.ok) return check;
    run(sql, "UPDATE members SET roles = ? WHERE id = ?", JSON.stringify([...new Set(body.roles)]), id);
  }
  if (body.name !== undefined) run(sql, "UPDATE members SET name = ? WHERE id = ?", body.name.trim(), id);
  if (body.officerId !== undefined)
    run(sql, "UPDATE members SET officer_id = ? WHERE id = ?", body.officerId, id);
  if (body.phone !== undefined) run(sql, "UPDATE members SET phone = ? WHERE id = ?", body.phone, id);
  return again(sql, id);
}

/** Belongs to another unit from now on; the units before are remembered, for devices go on counting their entries there. */
export function moveMember(
  sql: SqlStorage,
  keeper: Keeper,
  id: string,
  body: Body<"moveMember">,
  now: number,
): Result<{ member: Member }> {
  const found = kept(sql, keeper, id);
  if (!found.ok) return found;
  const { unit } = found.value;
  const mine = other(keeper, id, "自己的调动");
  if (!mine.ok) return mine;
  if (!inSubtree(sql, keeper.caller.member.unit, body.unit))
    return refused("outside-unit", "该单位不在您的管辖范围内", "unit");
  if (isClosed(sql, body.unit)) return refused("unit-closed", `${unitName(sql, body.unit)}已经撤销`, "unit");
  if (unit === body.unit)
    return refused("conflict", `${found.value.name}本来就在${found.value.unitName}`, "unit");
  const duties = dutiesOf(allRoles(found.value, body.roles, body.unit), keeper.separate);
  if (!duties.ok) return duties;
  run(sql, "INSERT OR REPLACE INTO former_units (member, unit, at) VALUES (?, ?, ?)", id, unit, now);
  run(sql, "DELETE FROM posts WHERE member = ? AND unit = ?", id, body.unit);
  const roles = JSON.stringify([...new Set(body.roles ?? found.value.roles)]);
  run(sql, "UPDATE members SET unit = ?, roles = ? WHERE id = ?", body.unit, roles, id);
  return again(sql, id);
}

/** Roles in another unit beside the own; none of them ends the post. */
export function setPost(
  sql: SqlStorage,
  keeper: Keeper,
  id: string,
  body: Body<"setPost">,
): Result<{ member: Member }> {
  const found = kept(sql, keeper, id);
  if (!found.ok) return found;
  const mine = other(keeper, id, "自己的兼任");
  if (!mine.ok) return mine;
  if (!inSubtree(sql, keeper.caller.member.unit, body.unit))
    return refused("outside-unit", "该单位不在您的管辖范围内", "unit");
  if (body.unit === found.value.unit) return refused("bad-value", "本单位的角色直接改,不是兼任", "unit");
  const roles = [...new Set(body.roles)];
  if (roles.length > 0 && isClosed(sql, body.unit)) return refused("unit-closed", "该单位已经撤销", "unit");
  const duties = dutiesOf([...allRoles(found.value, undefined, body.unit), ...roles], keeper.separate);
  if (!duties.ok) return duties;
  if (roles.length === 0) run(sql, "DELETE FROM posts WHERE member = ? AND unit = ?", id, body.unit);
  else
    run(
      sql,
      "INSERT OR REPLACE INTO posts (member, unit, roles) VALUES (?, ?, ?)",
      id,
      body.unit,
      JSON.stringify(roles),
    );
  return again(sql, id);
}

export function disableMember(
  sql: SqlStorage,
  keeper: Keeper,
  id: string,
  now: number,
): Result<{ member: Member }> {
  const found = kept(sql, keeper, id);
  if (!found.ok) return found;
  const mine = other(keeper, id, "自己的账号");
  if (!mine.ok) return mine;
  run(sql, "UPDATE members SET disabled_at = ? WHERE id = ?", now, id);
  endSessionsOf(sql, id, "disabled");
  return again(sql, id);
}

/** A new initial password for a member: old one, locks and devices are gone. */
export function resetPassword(
  sql: SqlStorage,
  keeper: Keeper,
  id: string,
  now: number,
): Result<{ member: Member; initial: Omit<InitialPassword, "stored"> }> {
  const found = kept(sql, keeper, id);
  if (!found.ok) return found;
  const mine = other(keeper, id, "自己的口令");
  if (!mine.ok) return mine;
  const { stored, ...initial } = initialPassword(now);
  run(sql, "UPDATE members SET password = ?, must_change = 1, disabled_at = NULL WHERE id = ?", stored, id);
  forgetWrong(sql, found.value.account);
  endSessionsOf(sql, id, "reset");
  return accepted({ member: found.value, initial });
}
