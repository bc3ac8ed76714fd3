// What the directory answers to the routes and to the units' objects.
import type { Body, Reply } from "../../shared/api/contract.ts";
import type { Member } from "../../shared/api/shapes.ts";
import type { Result } from "../../shared/facts/errors.ts";
import type { SignedPack } from "../../shared/rules/pack.ts";
import type { Caller } from "../caller.ts";
import type { OpenedPackage } from "../package/open-package.ts";
import type { DeskCalls } from "./desk-calls.ts";
import type { KeptRelease } from "./releases.ts";

/** A session as the directory opens it; the unit's checkpoint key is added by the route. */
export type Opened = Omit<Reply<"signIn">, "ledgerKey">;

export interface DirectoryCalls extends DeskCalls {
  health(): Promise<{ readonly started: boolean }>;
  firstAdmin(body: Body<"firstAdmin">): Promise<Result<Reply<"firstAdmin">>>;
  signIn(body: Body<"signIn">): Promise<Result<Opened>>;
  refresh(body: Body<"refresh">): Promise<Result<Opened>>;
  signOut(session: string): Promise<void>;
  authenticate(token: string): Promise<Result<Caller>>;
  /** The unit that keeps a case, when the caller's unit may see it; the caller's own for a case nobody keeps. */
  homeOf(unit: string, caseKey: string): Promise<Result<string>>;
  addHome(caseKey: string, unit: string): Promise<void>;
  /** Where a unit's reminders go: the member's own phone, else that of a leader of the unit. */
  phoneFor(member: string, unit: string): Promise<string | null>;
  makeTicket(member: Member): Promise<string>;
  redeemTicket(ticket: string): Promise<Result<Member>>;
  /** The pack that holds in a unit. */
  pack(unit: string): Promise<Result<SignedPack>>;
  packSources(caller: Caller): Promise<Reply<"packSources">>;
  checkRule(caller: Caller, body: Body<"checkRule">): Promise<Reply<"checkRule">>;
  publish(caller: Caller, body: Body<"publish">): Promise<Result<Reply<"publish">>>;
  drafts(caller: Caller): Promise<Reply<"drafts">>;
  approve(caller: Caller, draft: string): Promise<Result<Reply<"approve">>>;
  reportHits(body: Body<"reportHits">): Promise<Result<Reply<"reportHits">>>;
  drift(): Promise<Reply<"drift">>;
  /** The packed extension that browsers of this deployment are to have. */
  release(): Promise<KeptRelease | undefined>;
  releaseFile(): Promise<Uint8Array | undefined>;
  publishRelease(caller: Caller, opened: OpenedPackage): Promise<Result<KeptRelease>>;
  statutes(): Promise<Reply<"statutes">>;
  statuteText(hash: string): Promise<Result<Reply<"statuteText">>>;
  loadStatute(caller: Caller, body: Body<"loadStatute">): Promise<Result<Reply<"loadStatute">>>;
  dropStatute(caller: Caller, hash: string): Promise<Result<Reply<"dropStatute">>>;
}
