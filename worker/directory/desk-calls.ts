// What the directory answers about units, members and their sessions.
import type { Body, Reply } from "../../shared/api/contract.ts";
import type { DeviceLine } from "../../shared/api/routes/account.ts";
import type { Member, Unit } from "../../shared/api/shapes.ts";
import type { Result } from "../../shared/facts/errors.ts";
import type { Caller } from "../caller.ts";
import type { IntakeDesk } from "./intake-acts.ts";
import type { Finished, SignOn, Taken } from "./sign-on.ts";

type Answer<T> = Promise<Result<T>>;

export interface DeskCalls {
  /** The unit and all below it. */
  subtree(unit: string): Promise<readonly Unit[]>;
  /** The units above a unit, nearest first. */
  above(unit: string): Promise<readonly string[]>;
  isClosed(unit: string): Promise<boolean>;
  createUnit(caller: Caller, body: Body<"createUnit">): Answer<Reply<"createUnit">>;
  renameUnit(caller: Caller, id: string, body: Body<"renameUnit">): Answer<Reply<"renameUnit">>;
  moveUnit(caller: Caller, id: string, body: Body<"moveUnit">): Answer<Reply<"moveUnit">>;
  closeUnit(caller: Caller, id: string): Answer<Reply<"closeUnit">>;
  reopenUnit(caller: Caller, id: string): Answer<Reply<"reopenUnit">>;
  importUnits(caller: Caller, body: Body<"importUnits">): Answer<Reply<"importUnits">>;
  members(caller: Caller): Promise<Reply<"members">>;
  /** A member of the caller's part of the tree; refuses with `outside-unit`. */
  memberBelow(caller: Caller, id: string): Answer<Member>;
  createMember(caller: Caller, body: Body<"createMember">): Answer<Reply<"createMember">>;
  importMembers(caller: Caller, body: Body<"importMembers">): Answer<Reply<"importMembers">>;
  changeMember(caller: Caller, id: string, body: Body<"changeMember">): Answer<Reply<"changeMember">>;
  moveMember(caller: Caller, id: string, body: Body<"moveMember">): Answer<{ member: Member }>;
  setPost(caller: Caller, id: string, body: Body<"setPost">): Answer<Reply<"setPost">>;
  disableMember(caller: Caller, id: string): Answer<{ member: Member }>;
  /** A new initial password; a disabled account is open again with it. */
  resetPassword(caller: Caller, id: string): Answer<Reply<"enableMember">>;
  changePassword(caller: Caller, body: Body<"changePassword">): Answer<Reply<"changePassword">>;
  devices(caller: Caller): Promise<DeviceLine[]>;
  endDevice(caller: Caller, id: string): Answer<Reply<"endDevice">>;
  memberDevices(caller: Caller, id: string): Answer<Reply<"memberDevices">>;
  endMemberDevices(caller: Caller, id: string): Answer<Reply<"endMemberDevices">>;
  beginSignOn(body: Body<"beginSignOn">): Answer<SignOn>;
  /** The sign-in to which the provider sends a person back, once. */
  returningSignOn(id: string): Answer<SignOn>;
  finishSignOn(
    id: string,
    outcome: { readonly account: string } | { readonly refused: string },
  ): Answer<Finished>;
  takeSignOn(body: Body<"takeSignOn">): Answer<Taken>;
  usePost(caller: Caller, unit: string): Answer<Reply<"usePost">>;
  /** What is done for data from other systems. */
  intake<K extends keyof IntakeDesk>(kind: K, input: IntakeDesk[K]["in"]): Promise<IntakeDesk[K]["out"]>;
}
