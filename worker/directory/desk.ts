// The part of the directory that keeps units, members and their sessions: each method a line or two over plain functions.
import { DurableObject } from "cloudflare:workers";
import type { Body, Reply } from "../../shared/api/contract.ts";
import type { DeviceLine } from "../../shared/api/routes/account.ts";
import type { Member, Unit } from "../../shared/api/shapes.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import { anchorOf } from "../anchor.ts";
import type { Caller } from "../caller.ts";
import { nextTurn } from "../compared.ts";
import type { Env } from "../env.ts";
import { run } from "../sql.ts";
import type { DeskCalls } from "./desk-calls.ts";
import { devicesOf, endOwn, endSessionsOf } from "./devices.ts";
import { dutiesOf, mayKeep } from "./duties.ts";
import { addMembers, checkMembers } from "./import-members.ts";
import { addUnits, checkUnits } from "./import-units.ts";
import { INITIAL_LIFE, initialPassword } from "./initial.ts";
import { CHANGES, INTAKE_DESK, type IntakeDesk } from "./intake-acts.ts";
import {
  changeMember,
  disableMember,
  type Keeper,
  memberBelow,
  moveMember,
  resetPassword,
  setPost,
} from "./member-acts.ts";
import { createMember, memberOf, membersOf } from "./members.ts";
import { packKeyOf } from "./packs.ts";
import { hashPassword } from "./password.ts";
import { changePassword } from "./sign-in.ts";
import {
  beginSignOn,
  type Finished,
  finishSignOn,
  returningSignOn,
  type SignOn,
  type Taken,
  takeSignOn,
} from "./sign-on.ts";
import { closeUnit, moveUnit, renameUnit, reopenUnit } from "./unit-acts.ts";
import { above, createUnit, isClosed, subtree } from "./units.ts";

export abstract class Desk extends DurableObject<Env> implements DeskCalls {
  protected get sql(): SqlStorage {
    return this.ctx.storage.sql;
  }

  /** Where the count of writes is kept beside the database; undefined where the platform keeps it safe. */
  protected readonly anchor = anchorOf(this.env.ANCHORS, this.ctx);

  protected async write<T>(work: () => Result<T>): Promise<Result<T>> {
    return this.kept(this.ctx.storage.transactionSync(work));
  }

  /** After something was written: it is acknowledged once the second place knows that there is more. */
  protected async kept<T>(written: T | Promise<T>): Promise<T> {
    const value = await written;
    if (this.anchor === undefined) return value;
    const key = packKeyOf(this.sql);
    await this.anchor.keep({ unit: "directory", turn: nextTurn(this.sql), key });
    return value;
  }

  #keeper(caller: Caller): Keeper {
    return { caller, separate: this.env.DUTIES === "separate" };
  }

  async subtree(unit: string): Promise<readonly Unit[]> {
    return subtree(this.sql, unit);
  }

  async above(unit: string): Promise<readonly string[]> {
    return above(this.sql, unit);
  }

  async isClosed(unit: string): Promise<boolean> {
    return isClosed(this.sql, unit);
  }

  async createUnit({ member }: Caller, body: Body<"createUnit">): Promise<Result<Reply<"createUnit">>> {
    return this.write(() => createUnit(this.sql, member.unit, body));
  }

  async renameUnit(
    caller: Caller,
    id: string,
    body: Body<"renameUnit">,
  ): Promise<Result<Reply<"renameUnit">>> {
    return this.write(() => renameUnit(this.sql, caller, id, body));
  }

  async moveUnit(caller: Caller, id: string, body: Body<"moveUnit">): Promise<Result<Reply<"moveUnit">>> {
    const moved = await this.write(() => moveUnit(this.sql, caller, id, body, Date.now()));
    // The layers above are others now: the units of the subtree are told of what holds in them.
    if (moved.ok) await this.ctx.storage.setAlarm(Date.now());
    return moved;
  }

  async closeUnit(caller: Caller, id: string): Promise<Result<Reply<"closeUnit">>> {
    return this.write(() => closeUnit(this.sql, caller, id, Date.now()));
  }

  async reopenUnit(caller: Caller, id: string): Promise<Result<Reply<"reopenUnit">>> {
    return this.write(() => reopenUnit(this.sql, caller, id));
  }

  async importUnits({ member }: Caller, body: Body<"importUnits">): Promise<Result<Reply<"importUnits">>> {
    return this.write(() => {
      const { problems, ready } = checkUnits(this.sql, member.unit, body.rows);
      const makes = !body.check && problems.length === 0;
      if (makes) addUnits(this.sql, ready);
      return accepted({ problems: [...problems], made: makes ? ready.length : 0 });
    });
  }

  async members({ member }: Caller): Promise<Reply<"members">> {
    return { members: membersOf(this.sql, member.unit, Date.now()) };
  }

  async memberBelow(caller: Caller, id: string): Promise<Result<Member>> {
    return memberBelow(this.sql, caller, id);
  }

  async createMember(caller: Caller, body: Body<"createMember">): Promise<Result<Reply<"createMember">>> {
    const { separate } = this.#keeper(caller);
    for (const check of [mayKeep(this.sql, caller, separate, body.roles), dutiesOf(body.roles, separate)])
      if (!check.ok) return check;
    const { password, ...rest } = body;
    const made = password === undefined ? initialPassword(Date.now()) : undefined;
    const hash = made?.stored ?? hashPassword(password ?? "", this.env.PASSWORD_COST);
    const result = await this.write(() =>
      createMember(this.sql, caller.member.unit, { ...rest, hash, initial: true }, Date.now()),
    );
    if (!result.ok || made === undefined) return result;
    return accepted({ ...result.value, initial: { password: made.password, until: made.until } });
  }

  async importMembers(caller: Caller, body: Body<"importMembers">): Promise<Result<Reply<"importMembers">>> {
    const { separate } = this.#keeper(caller);
    const may = mayKeep(this.sql, caller, separate);
    if (!may.ok) return may;
    const { unit } = caller.member;
    return this.write(() => {
      const now = Date.now();
      const { problems, ready } = checkMembers(this.sql, unit, body.rows, separate);
      const made = body.check || problems.length > 0 ? [] : addMembers(this.sql, unit, ready, now);
      return accepted({ problems: [...problems], made, until: now + INITIAL_LIFE });
    });
  }

  async changeMember(
    caller: Caller,
    id: string,
    body: Body<"changeMember">,
  ): Promise<Result<Reply<"changeMember">>> {
    return this.write(() => changeMember(this.sql, this.#keeper(caller), id, body));
  }

  async moveMember(
    caller: Caller,
    id: string,
    body: Body<"moveMember">,
  ): Promise<Result<{ member: Member }>> {
    return this.write(() => moveMember(this.sql, this.#keeper(caller), id, body, Date.now()));
  }

  async setPost(caller: Caller, id: string, body: Body<"setPost">): Promise<Result<Reply<"setPost">>> {
    return this.write(() => setPost(this.sql, this.#keeper(caller), id, body));
  }

  async disableMember(caller: Caller, id: string): Promise<Result<{ member: Member }>> {
    return this.write(() => disableMember(this.sql, this.#keeper(caller), id, Date.now()));
  }

  async resetPassword(caller: Caller, id: string): Promise<Result<Reply<"enableMember">>> {
    return this.write(() => resetPassword(this.sql, this.#keeper(caller), id, Date.now()));
  }

  async changePassword(
    caller: Caller,
    body: Body<"changePassword">,
  ): Promise<Result<Reply<"changePassword">>> {
    return this.kept(changePassword(this.sql, caller, body, this.env.PASSWORD_COST, Date.now()));
  }

  async devices({ member, session }: Caller): Promise<DeviceLine[]> {
    return devicesOf(this.sql, member.id, Date.now(), session);
  }

  async endDevice({ member }: Caller, id: string): Promise<Result<Reply<"endDevice">>> {
    return endOwn(this.sql, member.id, id)
      ? accepted({ ok: true })
      : refused("not-found", "这台设备已经退出,或者不是您的");
  }

  async memberDevices(caller: Caller, id: string): Promise<Result<Reply<"memberDevices">>> {
    const found = memberBelow(this.sql, caller, id);
    return found.ok ? accepted({ devices: devicesOf(this.sql, id, Date.now()) }) : found;
  }

  async endMemberDevices(caller: Caller, id: string): Promise<Result<Reply<"endMemberDevices">>> {
    const found = memberBelow(this.sql, caller, id);
    if (!found.ok) return found;
    const may = mayKeep(this.sql, caller, this.#keeper(caller).separate);
    return may.ok ? accepted({ ended: endSessionsOf(this.sql, id, "by keeper") }) : may;
  }

  async intake<K extends keyof IntakeDesk>(
    kind: K,
    input: IntakeDesk[K]["in"],
  ): Promise<IntakeDesk[K]["out"]> {
    const done = this.ctx.storage.transactionSync(() => INTAKE_DESK[kind](this.sql, input, Date.now()));
    return CHANGES.has(kind) ? this.kept(done) : done;
  }

  async beginSignOn(body: Body<"beginSignOn">): Promise<Result<SignOn>> {
    return this.write(() => beginSignOn(this.sql, body, Date.now()));
  }

  async returningSignOn(id: string): Promise<Result<SignOn>> {
    return this.write(() => returningSignOn(this.sql, id, Date.now()));
  }

  async finishSignOn(
    id: string,
    outcome: { readonly account: string } | { readonly refused: string },
  ): Promise<Result<Finished>> {
    return this.write(() => finishSignOn(this.sql, id, outcome));
  }

  takeSignOn(body: Body<"takeSignOn">): Promise<Result<Taken>> {
    return this.kept(takeSignOn(this.sql, body, Date.now()));
  }

  async usePost({ member, session }: Caller, unit: string): Promise<Result<Reply<"usePost">>> {
    const own = memberOf(this.sql, member.id);
    if (own === undefined) return refused("not-signed-in", "该账号已不存在");
    const post = own.posts?.find((one) => one.unit === unit);
    if (post === undefined && own.unit !== unit) return refused("not-allowed", "您在该单位没有角色");
    run(this.sql, "UPDATE sessions SET unit = ? WHERE id = ?", post === undefined ? null : unit, session);
    return accepted({ member: post === undefined ? own : { ...own, ...post } });
  }
}
