// Routes of members: every act on one is an entry of the unit that it concerns, and whoever leaves hands over first.
import type { Reply } from "../../shared/api/contract.ts";
import type { Member } from "../../shared/api/shapes.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { Call, Handlers } from "../handler.ts";

type Act = "moveMember" | "disableMember" | "handOver" | "changeMember";
type Acting = Pick<Call<Act>, "unit" | "caller" | "directory">;

async function recorded<T>(
  { unit, caller }: Acting,
  done: Result<T>,
  where: string,
  kind: string,
  body: Readonly<Record<string, unknown>>,
  said?: string,
): Promise<Result<T>> {
  if (done.ok)
    await unit(where).org("record", { caller, kind, body, ...(said === undefined ? {} : { said }) });
  return done;
}

/** Who takes over the cases of another: a member of the same unit, by own unit or by post. */
async function takerOf({ caller, directory }: Acting, from: Member, to: string): Promise<Result<Member>> {
  const taker = await directory.memberBelow(caller, to);
  if (!taker.ok) return taker;
  const there = taker.value.unit === from.unit || taker.value.posts?.some((post) => post.unit === from.unit);
  if (taker.value.id === from.id) return refused("bad-value", "不能移交给本人", "to");
  if (!there)
    return refused("bad-value", `${taker.value.name}不在${from.unitName},案件只能移交给同单位的人`, "to");
  return taker;
}

/** A member who leaves the unit: cases go to whom they are given first; without anybody a member who has some stays. */
async function leaving(
  call: Acting,
  id: string,
  { handTo, said }: { readonly handTo?: string | undefined; readonly said: string },
  leave: (member: Member) => Promise<Result<{ member: Member }>>,
): Promise<Result<{ member: Member; handed: number }>> {
  const found = await call.directory.memberBelow(call.caller, id);
  if (!found.ok) return found;
  const { unit } = found.value;
  const cases = await call.unit(unit).org("casesOf", { member: id });
  if (cases.length > 0 && handTo === undefined)
    return refused("cases-open", `${found.value.name}名下有 ${cases.length} 件案件,请选择接手的人`, "handTo");
  const taker = handTo === undefined ? undefined : await takerOf(call, found.value, handTo);
  if (taker?.ok === false) return taker;
  const left = await leave(found.value);
  if (!left.ok) return left;
  const to = taker?.value;
  const given =
    to === undefined
      ? accepted({ handed: 0 })
      : await call.unit(unit).org("handOver", { caller: call.caller, from: id, to, said });
  if (!given.ok) return given;
  await call.unit(unit).org("left", { member: id });
  return accepted({ member: left.value.member, handed: given.value.handed });
}

export const membersRoutes = {
  members: async ({ directory, caller }) => accepted(await directory.members(caller)),
  createMember: async (call) => {
    const done = await call.directory.createMember(call.caller, call.body);
    const body = done.ok ? { member: done.value.member.id, roles: done.value.member.roles } : {};
    return recorded(call, done, call.body.unit, "member-created", body);
  },
  changeMember: async (call) => {
    const id = call.param("id");
    const done = await call.directory.changeMember(call.caller, id, call.body);
    const changed = Object.keys(call.body);
    const roles = call.body.roles === undefined ? {} : { roles: call.body.roles };
    return recorded(call, done, done.ok ? done.value.member.unit : "", "member-changed", {
      member: id,
      changed,
      ...roles,
    });
  },
  moveMember: async (call) => {
    const { body, directory, caller } = call;
    const id = call.param("id");
    const moved = await leaving(call, id, body, () => directory.moveMember(caller, id, body));
    return recorded(call, moved, body.unit, "member-moved", { member: id, unit: body.unit }, body.said);
  },
  setPost: async (call) => {
    const { body } = call;
    const id = call.param("id");
    const done = await call.directory.setPost(call.caller, id, body);
    if (done.ok && body.roles.length === 0) await call.unit(body.unit).org("left", { member: id });
    return recorded(call, done, body.unit, "post-set", { member: id, roles: body.roles });
  },
  disableMember: async (call) => {
    const { body, directory, caller } = call;
    const id = call.param("id");
    const done = await leaving(call, id, body, () => directory.disableMember(caller, id));
    return recorded(
      call,
      done,
      done.ok ? done.value.member.unit : "",
      "member-disabled",
      { member: id },
      body.said,
    );
  },
  enableMember: async (call) => {
    const id = call.param("id");
    const done = await call.directory.resetPassword(call.caller, id);
    return recorded(call, done, done.ok ? done.value.member.unit : "", "member-enabled", { member: id });
  },
  resetPassword: async (call): Promise<Result<Reply<"resetPassword">>> => {
    const id = call.param("id");
    const done = await call.directory.resetPassword(call.caller, id);
    if (!done.ok) return done;
    const { member, initial } = done.value;
    await call.unit(member.unit).org("hangUp", { member: id });
    return recorded(call, accepted({ initial }), member.unit, "password-reset", { member: id });
  },
  memberDevices: ({ directory, caller, param }) => directory.memberDevices(caller, param("id")),
  endMemberDevices: async (call) => {
    const id = call.param("id");
    const done = await call.directory.endMemberDevices(call.caller, id);
    const found = await call.directory.memberBelow(call.caller, id);
    if (!done.ok || !found.ok) return done;
    await call.unit(found.value.unit).org("hangUp", { member: id });
    return recorded(call, done, found.value.unit, "devices-ended", { member: id });
  },
  memberCases: async ({ directory, caller, unit, param }) => {
    const found = await directory.memberBelow(caller, param("id"));
    if (!found.ok) return found;
    return accepted({ cases: await unit(found.value.unit).org("casesOf", { member: found.value.id }) });
  },
  handOver: async (call) => {
    const { to, cases, said } = call.body;
    const found = await call.directory.memberBelow(call.caller, call.param("id"));
    if (!found.ok) return found;
    const taker = await takerOf(call, found.value, to);
    if (!taker.ok) return taker;
    const { caller } = call;
    const from = found.value.id;
    return call.unit(found.value.unit).org("handOver", { caller, from, to: taker.value, said, cases });
  },
  importMembers: async (call) => {
    const { caller, directory, body } = call;
    const done = await directory.importMembers(caller, body);
    if (!done.ok) return done;
    const { problems, made } = done.value;
    if (!body.check && problems.length > 0)
      return refused("bad-rows", `${problems.length} 处不对,一行也没有写入;先检查再导入`, "rows");
    return made.length === 0
      ? done
      : recorded(call, done, caller.member.unit, "members-imported", { made: made.length });
  },
} satisfies Pick<
  Handlers,
  | "members"
  | "createMember"
  | "changeMember"
  | "moveMember"
  | "setPost"
  | "disableMember"
  | "enableMember"
  | "resetPassword"
  | "memberDevices"
  | "endMemberDevices"
  | "memberCases"
  | "handOver"
  | "importMembers"
>;
