// What a unit's object answers to the routes and to the directory.
import type { Body, Push, Reply } from "../../shared/api/contract.ts";
import type { Result } from "../../shared/facts/errors.ts";
import type { SignedTree, Submission, Witnessing } from "../../shared/ledger/witness.ts";
import type { SignedPack } from "../../shared/rules/pack.ts";
import type { Caller } from "../caller.ts";
import type { Whose } from "./desk-cases.ts";
import type { IntakeActs } from "./intake/acts.ts";
import type { ItemActs } from "./item-acts.ts";
import type { Lists } from "./lists.ts";
import type { OrgActs } from "./org.ts";
import type { RemindActs } from "./remind-acts.ts";
import type { RollupActs } from "./rollup/acts.ts";
import type { States } from "./states.ts";

export interface UnitCalls {
  /** Public half of the unit's checkpoint key, hex. */
  ledgerKey(): Promise<string>;
  /** Records a sign-in at this unit. */
  signedIn(caller: Pick<Caller, "member" | "device">): Promise<void>;
  sync(caller: Caller, body: Body<"sync">): Promise<Result<Reply<"sync">>>;
  caseView(caller: Caller, key: string): Promise<Reply<"caseView">>;
  cases(): Promise<Reply<"cases">["cases"]>;
  ledger(caller: Caller, key: string): Promise<Reply<"ledger">>;
  checkpoint(): Promise<Reply<"checkpoint">>;
  consistency(from: number, to: number | undefined): Promise<Result<Reply<"consistency">>>;
  /** Signs the checkpoint of a unit below, or says why not. */
  witness(child: string, submission: Submission): Promise<Witnessing>;
  /** The tree of a unit below that was signed last. */
  witnessedOf(child: string): Promise<SignedTree | undefined>;
  witnesses(): Promise<Reply<"witnesses">>;
  /** A page of the export file; the first, without `to`, is itself recorded. */
  exportLedger(caller: Caller, from: number, to: number | undefined): Promise<Result<Reply<"exportLedger">>>;
  createNote(caller: Caller, key: string, body: Body<"createNote">): Promise<Result<Reply<"createNote">>>;
  replyNote(
    caller: Caller,
    key: string,
    id: string,
    body: Body<"replyNote">,
  ): Promise<Result<Reply<"replyNote">>>;
  closeNote(
    caller: Caller,
    key: string,
    id: string,
    body: Body<"closeNote">,
  ): Promise<Result<Reply<"closeNote">>>;
  /** Objections kept here: of one member, or of all. */
  objections(
    by: string | undefined,
    state: "open" | "answered" | undefined,
  ): Promise<Reply<"objections">["objections"]>;
  answerObjection(
    caller: Caller,
    id: string,
    body: Body<"answerObjection">,
  ): Promise<Result<Reply<"answerObjection">>>;
  /** One of the lists over all cases, for the caller. */
  list<K extends keyof Lists>(of: K, caller: Caller, whose: Whose): Promise<Lists[K]>;
  /** What is asked about items, and done with them. */
  items<K extends keyof ItemActs>(
    kind: K,
    caller: Caller,
    input: ItemActs[K]["in"],
  ): Promise<ItemActs[K]["out"]>;
  /** What the org tree does to the unit. */
  org<K extends keyof OrgActs>(kind: K, input: OrgActs[K]["in"]): Promise<OrgActs[K]["out"]>;
  /** What data from other systems does to the unit, by name. */
  intake<K extends keyof IntakeActs>(kind: K, input: IntakeActs[K]["in"]): Promise<IntakeActs[K]["out"]>;
  /** What is asked about numbers that climb the tree, and done with them, by name. */
  rollup<K extends keyof RollupActs>(kind: K, input: RollupActs[K]["in"]): Promise<RollupActs[K]["out"]>;
  reminders(): Promise<Reply<"reminders">["reminders"]>;
  outbox(): Promise<Reply<"outbox">>;
  /** What the object tells of itself, by name. */
  state<K extends keyof States>(of: K): Promise<States[K]>;
  /** What the caller does about reminding, by name. */
  remind<K extends keyof RemindActs>(
    kind: K,
    caller: Caller,
    input: RemindActs[K]["in"],
  ): Promise<Result<RemindActs[K]["out"]>>;
  /** A pack that the directory has published; older ones than the present are left aside. */
  takePack(pack: SignedPack, by: string): Promise<void>;
  /** What a unit below announces, passed on to the sockets of this one. */
  relay(push: Push): Promise<void>;
  /** The upgrade of a push socket, sent on by the worker with the member's id. */
  fetch(request: Request): Promise<Response>;
}
