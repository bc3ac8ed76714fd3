// The directory object: a switchboard over plain functions for people, units, sessions and packs.
import type { Body, Reply } from "../../shared/api/contract.ts";
import type { Member } from "../../shared/api/shapes.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { SignedPack } from "../../shared/rules/pack.ts";
import type { Caller } from "../caller.ts";
import { openCompared } from "../compared.ts";
import type { Env } from "../env.ts";
import { migrate } from "../migrate.ts";
import type { OpenedPackage } from "../package/open-package.ts";
import { announcePack, announceStatutes, statutesChanged } from "./announce.ts";
import type { DirectoryCalls, Opened } from "./calls.ts";
import { tryInUnit } from "./check-rule.ts";
import { Desk } from "./desk.ts";
import { noteSeen } from "./devices.ts";
import { approve, draftsOf, publish } from "./drafts.ts";
import { driftOf, reportHits } from "./drift.ts";
import { packOf, revisionOf } from "./effective.ts";
import { firstAdmin, firstStartLine, isStarted } from "./first-start.ts";
import { addHome, homeOf } from "./homes.ts";
import { actingMember, formerOf, phoneFor } from "./members.ts";
import { DIRECTORY_STEPS } from "./migrations.ts";
import { packKeyOf, seedPack } from "./packs.ts";
import { hashPassword } from "./password.ts";
import { currentRelease, type KeptRelease, keepRelease, releaseFile } from "./releases.ts";
import { endSession, liveSession } from "./sessions.ts";
import { refresh, signIn } from "./sign-in.ts";
import { dropStatute, loadedStatutes, loadStatute, statuteText } from "./statutes.ts";
import { makeTicket, redeemTicket } from "./tickets.ts";
import { sessionIn } from "./token.ts";
import { unitSources } from "./unit-sources.ts";
import { above, isClosed } from "./units.ts";

/** How long after a failed announcement the next one follows (ms). */
const AGAIN = 10_000;
/** Changes of the statute library within this time are told together (ms). */
const SETTLE = 1_000;
/** The first start code is printed at most this often (ms). */
const PRINT_EVERY = 5_000;

export class Directory extends Desk implements DirectoryCalls {
  #printedAt = 0;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    openCompared(ctx, this.anchor, {
      whose: "组织机构目录",
      keyOf: () => packKeyOf(this.sql),
      open: () => this.#open(),
    });
  }

  #open(): void {
    migrate(this.ctx.storage, DIRECTORY_STEPS);
    this.ctx.storage.transactionSync(() => seedPack(this.sql, Date.now()));
    this.#print();
  }

  /** The code for the first administrator, in the log until it has been used. */
  #print(): void {
    const line = firstStartLine(this.sql);
    if (line === undefined || Date.now() - this.#printedAt < PRINT_EVERY) return;
    this.#printedAt = Date.now();
    console.log(line);
  }

  async health(): Promise<{ started: boolean }> {
    this.#print();
    return { started: isStarted(this.sql) };
  }

  async firstAdmin(body: Body<"firstAdmin">): Promise<Result<Reply<"firstAdmin">>> {
    const hash = hashPassword(body.password, this.env.PASSWORD_COST);
    return this.write(() => firstAdmin(this.sql, { ...body, hash }, Date.now()));
  }

  signIn(body: Body<"signIn">): Promise<Result<Opened>> {
    return this.kept(signIn(this.sql, body, this.env.PASSWORD_COST, Date.now()));
  }

  refresh(body: Body<"refresh">): Promise<Result<Opened>> {
    return this.kept(refresh(this.sql, body, Date.now()));
  }

  async signOut(session: string): Promise<void> {
    endSession(this.sql, session, "signed out");
  }

  async authenticate(token: string): Promise<Result<Caller>> {
    const now = Date.now();
    const id = await sessionIn(this.sql, token, now);
    const session = id === undefined ? undefined : liveSession(this.sql, id, now);
    const acting = session && actingMember(this.sql, session.member, session.unit);
    if (session === undefined || acting === undefined) {
      return refused("not-signed-in", "登录无效或者已经过期,请重新登录");
    }
    noteSeen(this.sql, session.id, now);
    const { member, mustChange } = acting;
    const { signature, ...pack } = revisionOf(this.sql, member.unit);
    return accepted({
      member,
      mustChange,
      closed: isClosed(this.sql, member.unit),
      former: formerOf(this.sql, member),
      device: session.device,
      session: session.id,
      above: above(this.sql, member.unit),
      pack,
      packSignature: signature,
    });
  }

  async homeOf(unit: string, caseKey: string): Promise<Result<string>> {
    return homeOf(this.sql, unit, caseKey);
  }

  async addHome(caseKey: string, unit: string): Promise<void> {
    await this.kept(addHome(this.sql, caseKey, unit, Date.now()));
  }

  async phoneFor(member: string, unit: string): Promise<string | null> {
    return phoneFor(this.sql, member, unit);
  }

  async makeTicket({ id, unit }: Member): Promise<string> {
    return makeTicket(this.sql, id, unit, Date.now());
  }

  async redeemTicket(ticket: string): Promise<Result<Member>> {
    const found = redeemTicket(this.sql, ticket, Date.now());
    const acting = found && actingMember(this.sql, found.member, found.unit);
    return acting === undefined
      ? refused("not-signed-in", "推送票据无效或者已经用过")
      : accepted(acting.member);
  }

  async pack(unit: string): Promise<Result<SignedPack>> {
    const { body, key, signature, hash } = packOf(this.sql, unit);
    return accepted({ body, key, signature, hash });
  }

  async packSources({ member }: Caller): Promise<Reply<"packSources">> {
    return unitSources(this.sql, member.unit);
  }

  async checkRule({ member }: Caller, body: Body<"checkRule">): Promise<Reply<"checkRule">> {
    return tryInUnit(this.sql, member.unit, body, Date.now());
  }

  async publish(caller: Caller, body: Body<"publish">): Promise<Result<Reply<"publish">>> {
    const needed = Math.max(1, Number.parseInt(this.env.APPROVALS ?? "2", 10) || 2);
    const result = await this.write(() => publish(this.sql, caller, body, needed, Date.now()));
    if (result.ok && result.value.state === "published") await this.ctx.storage.setAlarm(Date.now());
    return result;
  }

  async drafts({ member }: Caller): Promise<Reply<"drafts">> {
    return draftsOf(this.sql, member.unit);
  }

  async approve(caller: Caller, draft: string): Promise<Result<Reply<"approve">>> {
    const result = await this.write(() => approve(this.sql, caller, draft, Date.now()));
    if (result.ok && result.value.state === "published") await this.ctx.storage.setAlarm(Date.now());
    return result;
  }

  async reportHits(body: Body<"reportHits">): Promise<Result<Reply<"reportHits">>> {
    return this.write(() => reportHits(this.sql, body, Date.now()));
  }

  async drift(): Promise<Reply<"drift">> {
    return driftOf(this.sql, Date.now());
  }

  async release(): Promise<KeptRelease | undefined> {
    return currentRelease(this.sql);
  }

  async releaseFile(): Promise<Uint8Array | undefined> {
    return releaseFile(this.sql);
  }

  async publishRelease({ member }: Caller, opened: OpenedPackage): Promise<Result<KeptRelease>> {
    return this.write(() => keepRelease(this.sql, member, opened, Date.now()));
  }

  async statutes(): Promise<Reply<"statutes">> {
    return loadedStatutes(this.sql);
  }

  async statuteText(hash: string): Promise<Result<Reply<"statuteText">>> {
    return statuteText(this.sql, hash);
  }

  async loadStatute({ member }: Caller, body: Body<"loadStatute">): Promise<Result<Reply<"loadStatute">>> {
    return this.#library(this.write(() => loadStatute(this.sql, member, body.text, Date.now())));
  }

  async dropStatute({ member }: Caller, hash: string): Promise<Result<Reply<"dropStatute">>> {
    return this.#library(this.write(() => dropStatute(this.sql, member, hash, Date.now())));
  }

  /** After a change of the library its readers are told; several changes in a row are told once. */
  async #library<T>(written: Promise<Result<T>>): Promise<Result<T>> {
    const result = await written;
    if (!result.ok) return result;
    statutesChanged(this.sql);
    const set = await this.ctx.storage.getAlarm();
    if (set === null) await this.ctx.storage.setAlarm(Date.now() + SETTLE);
    return result;
  }

  override async alarm(): Promise<void> {
    await announceStatutes(this.env, this.sql);
    if (!(await announcePack(this.env, this.sql))) await this.ctx.storage.setAlarm(Date.now() + AGAIN);
  }
}
