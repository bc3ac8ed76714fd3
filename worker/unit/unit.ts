// The object of one unit: a switchboard over plain functions; its engine has the commit, the pack and the alarm.
import type { Body, Push, Reply } from "../../shared/api/contract.ts";
import { accepted, type Result } from "../../shared/facts/errors.ts";
import type { SignedPack } from "../../shared/rules/pack.ts";
import type { Caller } from "../caller.ts";
import type { Env } from "../env.ts";
import { keep, setting } from "../sql.ts";
import { accept } from "./accept.ts";
import type { UnitCalls } from "./calls.ts";
import type { Whose } from "./desk-cases.ts";
import { noteDevice } from "./devices.ts";
import { UnitEngine } from "./engine.ts";
import { type IntakeActs, intakeAct } from "./intake/acts.ts";
import { type ItemActs, itemAct } from "./item-acts.ts";
import { itemsOfCase } from "./items.ts";
import { LedgerObject } from "./ledger-object.ts";
import { LISTS, type Lists } from "./lists.ts";
import { closeNote, createNote, replyNote } from "./notes.ts";
import { answerObjection, objectionsOf } from "./objections.ts";
import { ackedElsewhere, type OrgActs, orgAct } from "./org.ts";
import { outboxState } from "./outbox.ts";
import { ledgerOf, receiptsOf } from "./proven.ts";
import { REMIND_ACTS, type RemindActs } from "./remind-acts.ts";
import { allReminders } from "./reminder-list.ts";
import { remindingOf } from "./reminding.ts";
import { type RollupActs, rollupAct } from "./rollup/acts.ts";
import { markRollup, settlePace } from "./rollup/dirty.ts";
import { openSocket } from "./sockets.ts";
import { STATES, type States } from "./states.ts";
import { beginsViewing, casesOf, recordViewing, viewOf } from "./view.ts";

export class Unit extends LedgerObject implements UnitCalls {
  readonly #sql: SqlStorage;
  readonly #engine: UnitEngine;
  protected override readonly appending: UnitEngine["write"] = (work) => this.#engine.write(work);

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    this.#engine = new UnitEngine({
      ctx,
      env,
      unit: () => this.#unit,
      harm: () => this.harm,
      hurt: (why) => this.hurt(why),
      anchor: this.anchor,
    });
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
  }

  protected override begun(env: Env): void {
    settlePace(this.sql, env.ROLLUP_SECONDS);
  }

  get #unit(): string {
    return this.unit;
  }

  async relay(push: Push): Promise<void> {
    this.#engine.relay(push);
  }

  async signedIn({ member, device }: Pick<Caller, "member" | "device">): Promise<void> {
    const { id: by, name: byName, roles } = member;
    await this.#engine.write((act) =>
      accepted(act.append({ kind: "signed-in", by, byName, caseKey: "", body: { device, roles } })),
    );
  }

  async sync(caller: Caller, body: Body<"sync">): Promise<Result<Reply<"sync">>> {
    const { device, entries } = body;
    await this.compare(caller.above[0]);
    await this.#engine.catchUp(caller.pack);
    const elsewhere = await ackedElsewhere(this.env, caller, device);
    const result = await this.#engine.write((act) => {
      const above = JSON.stringify(caller.above);
      if (setting(act.sql, "above") !== above) {
        keep(act.sql, "above", above);
        markRollup(act.sql, "target", act.now);
      }
      noteDevice(act, caller, body);
      return accept(act, caller, device, entries, elsewhere, body.lost);
    });
    if (!result.ok) return result;
    const receipts = receiptsOf(this.#sql, this.#unit, result.value.places);
    const reply = { acked: result.value.acked, receipts, pack: caller.pack, now: Date.now() };
    // A browser that says nothing of itself is older than this answer's last part.
    return accepted(body.clock === undefined ? reply : { ...reply, reminding: remindingOf(this.#sql) });
  }

  async caseView(caller: Caller, key: string): Promise<Reply<"caseView">> {
    if (beginsViewing(this.#sql, caller, key, Date.now())) {
      await this.#engine.write((act) => accepted(recordViewing(act, caller, key)));
    }
    const view = viewOf(this.#sql, this.#unit, key, Date.now(), this.#engine.pack()?.rules);
    return { ...view, items: itemsOfCase(this.#sql, this.#unit, key) };
  }

  async cases(): Promise<Reply<"cases">["cases"]> {
    return casesOf(this.#sql, Date.now(), this.#engine.pack());
  }

  async list<K extends keyof Lists>(of: K, caller: Caller, whose: Whose): Promise<Lists[K]> {
    return LISTS[of](this.#sql, caller, whose, Date.now(), this.#engine.pack()) as Lists[K];
  }

  async ledger(caller: Caller, key: string): Promise<Reply<"ledger">> {
    if (beginsViewing(this.#sql, caller, key, Date.now())) {
      await this.#engine.write((act) => accepted(recordViewing(act, caller, key)));
    }
    return ledgerOf(this.#sql, this.#unit, key);
  }

  createNote(caller: Caller, key: string, body: Body<"createNote">): Promise<Result<Reply<"createNote">>> {
    return this.#engine.write((act) => createNote(act, caller, key, body));
  }

  replyNote(...of: Parameters<UnitCalls["replyNote"]>): Promise<Result<Reply<"replyNote">>> {
    return this.#engine.write((act) => replyNote(act, ...of));
  }

  closeNote(...of: Parameters<UnitCalls["closeNote"]>): Promise<Result<Reply<"closeNote">>> {
    return this.#engine.write((act) => closeNote(act, ...of));
  }

  async objections(...of: Parameters<UnitCalls["objections"]>): ReturnType<UnitCalls["objections"]> {
    return objectionsOf(this.#sql, this.#unit, ...of);
  }

  answerObjection(...of: Parameters<UnitCalls["answerObjection"]>): ReturnType<UnitCalls["answerObjection"]> {
    return this.#engine.write((act) => answerObjection(act, ...of));
  }

  items<K extends keyof ItemActs>(
    kind: K,
    caller: Caller,
    input: ItemActs[K]["in"],
  ): Promise<ItemActs[K]["out"]> {
    const write: UnitEngine["write"] = (work) => this.#engine.write(work);
    return itemAct({ sql: this.#sql, unit: this.#unit, now: Date.now(), write }, kind, caller, input);
  }

  org<K extends keyof OrgActs>(kind: K, input: OrgActs[K]["in"]): Promise<OrgActs[K]["out"]> {
    const { ctx } = this;
    return orgAct({ ctx, sql: this.#sql, write: (work) => this.#engine.write(work) }, kind, input);
  }

  intake<K extends keyof IntakeActs>(kind: K, input: IntakeActs[K]["in"]): Promise<IntakeActs[K]["out"]> {
    const { ctx } = this;
    const engine = this.#engine;
    return intakeAct({ ctx, sql: this.#sql, unit: this.#unit, engine }, kind, input);
  }

  rollup<K extends keyof RollupActs>(kind: K, input: RollupActs[K]["in"]): Promise<RollupActs[K]["out"]> {
    const write: UnitEngine["write"] = (work) => this.#engine.write(work);
    return rollupAct({ sql: this.#sql, now: Date.now(), write }, kind, input);
  }

  async reminders(): Promise<Reply<"reminders">["reminders"]> {
    return allReminders(this.#sql, this.#unit);
  }

  async outbox(): Promise<Reply<"outbox">> {
    return outboxState(this.#sql);
  }

  async state<K extends keyof States>(of: K): Promise<States[K]> {
    return STATES[of]({ sql: this.#sql, unit: this.#unit, now: Date.now(), harm: this.harm });
  }

  remind<K extends keyof RemindActs>(
    kind: K,
    caller: Caller,
    input: RemindActs[K]["in"],
  ): Promise<Result<RemindActs[K]["out"]>> {
    return this.#engine.write((act) => REMIND_ACTS[kind](act, caller, input));
  }

  takePack(pack: SignedPack, by: string): Promise<void> {
    return this.#engine.takePack(pack, by);
  }

  override alarm(): Promise<void> {
    return this.#engine.ring();
  }

  override async fetch(request: Request): Promise<Response> {
    return openSocket(this.ctx, request);
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    // 1005 and 1006 tell of a missing code and must not be sent.
    socket.close(code === 1005 || code === 1006 ? 1000 : code);
  }
}
