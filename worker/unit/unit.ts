// The object of one unit: a switchboard over plain functions, one group commit, one alarm, many deadlines.
import { DurableObject } from "cloudflare:workers";
import type { Body, Push, Reply } from "../../shared/api/contract.ts";
import { accepted, type Result } from "../../shared/facts/errors.ts";
import type { SignedPack } from "../../shared/rules/pack.ts";
import type { Caller } from "../caller.ts";
import { directoryOf, type Env, unitOf } from "../env.ts";
import { migrate } from "../migrate.ts";
import { keep, setting } from "../sql.ts";
import { accept } from "./accept.ts";
import type { Act } from "./act.ts";
import type { UnitCalls } from "./calls.ts";
import { deliver } from "./deliver.ts";
import type { Whose } from "./desk-cases.ts";
import { GroupCommit, LedgerDamaged } from "./group-commit.ts";
import { type Judging, judgingOf } from "./judging.ts";
import { checkpointOf, ledgerKeyOf } from "./ledger.ts";
import { LISTS, type Lists } from "./lists.ts";
import { UNIT_STEPS } from "./migrations.ts";
import { closeNote, createNote, replyNote } from "./notes.ts";
import { answerObjection, objectionsOf } from "./objections.ts";
import { nextParcel, outboxState } from "./outbox.ts";
import { consistencyOf, ledgerOf, receiptsOf } from "./proven.ts";
import { casesToJudge, judgeAll, nextChange, rejudge } from "./rejudge.ts";
import { allReminders } from "./reminders.ts";
import { announce, openSocket } from "./sockets.ts";
import { beginsViewing, casesOf, recordViewing, viewOf } from "./view.ts";
import { damage } from "./whole.ts";

/** Cases judged in one run of the alarm; the rest follows in the next, so that requests get between. */
const CASES_PER_ALARM = 100;
/** When an alarm that failed goes off again (ms). */
const ALARM_AGAIN = 60_000;

export class Unit extends DurableObject<Env> implements UnitCalls {
  readonly #sql: SqlStorage;
  readonly #commit: GroupCommit;
  #judging: Judging | undefined;
  #damage: string | undefined;
  /** What the alarm stands at; undefined while that is not known. */
  #alarm: number | undefined;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    migrate(ctx.storage, UNIT_STEPS);
    this.#sql = ctx.storage.sql;
    this.#commit = new GroupCommit({
      storage: ctx.storage,
      unit: () => this.#unit,
      judging: () => this.#pack(),
      sms: (env.SMS_URL ?? "") !== "",
      damage: () => this.#damage,
      settle: () => this.#setAlarm(),
      undone: () => {
        this.#alarm = undefined;
      },
      announce: (push) => this.#announce(push),
    });
    this.#damage = damage(this.#sql, this.#unit);
    if (this.#damage !== undefined) console.error(`unit ${this.#unit}: ${this.#damage}`);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
  }

  get #unit(): string {
    const { name } = this.ctx.id;
    if (name === undefined) throw new Error("a unit's object must be opened by its unit's id");
    return name;
  }

  /** The stored pack made ready; one that this program cannot use is named in the log and judged by no more. */
  #pack(): Judging | undefined {
    const [body, hash] = [setting(this.#sql, "pack"), setting(this.#sql, "pack-hash")];
    if (this.#judging !== undefined || body === undefined || hash === undefined) return this.#judging;
    try {
      this.#judging = judgingOf({ body, hash });
    } catch (error) {
      console.error(`unit ${this.#unit} cannot judge by its stored pack: ${String(error)}`);
    }
    return this.#judging;
  }

  /** Sets the alarm to the next change or parcel; the same instant is not written twice. */
  #setAlarm(): void {
    const at = Math.min(
      nextChange(this.#sql) ?? Number.POSITIVE_INFINITY,
      nextParcel(this.#sql) ?? Number.POSITIVE_INFINITY,
    );
    if (at === this.#alarm) return;
    this.#alarm = at;
    if (Number.isFinite(at)) void this.ctx.storage.setAlarm(at);
    else void this.ctx.storage.deleteAlarm();
  }

  /** To the sockets of this unit and, but for packs, of those above: whoever supervises a case hears of it. */
  #announce(push: Push): void {
    announce(this.ctx, push);
    if (push.type === "pack" || push.type === "statutes") return;
    for (const unit of JSON.parse(setting(this.#sql, "above") ?? "[]") as string[]) {
      const told = unitOf(this.env, unit).relay(push);
      this.ctx.waitUntil(told.catch((error) => console.error(`unit ${unit} was not told: ${String(error)}`)));
    }
  }

  async relay(push: Push): Promise<void> {
    announce(this.ctx, push);
  }

  /** Runs a write; a damaged ledger is an expected refusal that says what to do. */
  async #write<T>(work: (act: Act) => Result<T>): Promise<Result<T>> {
    try {
      return await this.#commit.run(work);
    } catch (error) {
      if (error instanceof LedgerDamaged) {
        return { ok: false, refusal: { code: "ledger-damaged", message: error.message } };
      }
      throw error;
    }
  }

  /** Fetches the current pack when the directory has a newer one; entries are taken whether or not that succeeds. */
  async #catchUp(current: Caller["pack"]): Promise<void> {
    if (current.revision <= Number(setting(this.#sql, "pack-revision") ?? "0")) return;
    try {
      const pack = await directoryOf(this.env).pack(this.#unit);
      if (pack.ok) await this.takePack(pack.value, "object");
    } catch (error) {
      console.error(`unit ${this.#unit} could not take pack ${current.revision}: ${String(error)}`);
    }
  }

  async ledgerKey(): Promise<string> {
    return ledgerKeyOf(this.#sql);
  }

  async signedIn({ member, device }: Pick<Caller, "member" | "device">): Promise<void> {
    const { id: by, name: byName, roles } = member;
    await this.#write((act) =>
      accepted(act.append({ kind: "signed-in", by, byName, caseKey: "", body: { device, roles } })),
    );
  }

  async sync(caller: Caller, { device, entries }: Body<"sync">): Promise<Result<Reply<"sync">>> {
    await this.#catchUp(caller.pack);
    const result = await this.#write((act) => {
      const above = JSON.stringify(caller.above);
      if (setting(act.sql, "above") !== above) keep(act.sql, "above", above);
      return accept(act, caller, device, entries);
    });
    if (!result.ok) return result;
    const receipts = receiptsOf(this.#sql, this.#unit, result.value.places);
    return accepted({ acked: result.value.acked, receipts, pack: caller.pack, now: Date.now() });
  }

  async caseView(caller: Caller, key: string): Promise<Reply<"caseView">> {
    if (beginsViewing(this.#sql, caller, key, Date.now())) {
      await this.#write((act) => accepted(recordViewing(act, caller, key)));
    }
    return viewOf(this.#sql, key, Date.now(), this.#pack()?.rules);
  }

  async cases(): Promise<Reply<"cases">["cases"]> {
    return casesOf(this.#sql, Date.now());
  }

  async list<K extends keyof Lists>(of: K, caller: Caller, whose: Whose): Promise<Lists[K]> {
    return LISTS[of](this.#sql, caller, whose, Date.now(), this.#pack()?.rules) as Lists[K];
  }

  async ledger(key: string): Promise<Reply<"ledger">> {
    return ledgerOf(this.#sql, this.#unit, key);
  }

  async checkpoint(): Promise<Reply<"checkpoint">> {
    const { text, size } = checkpointOf(this.#sql, this.#unit);
    return { checkpoint: text, size, ledgerKey: ledgerKeyOf(this.#sql) };
  }

  async consistency(from: number, to: number | undefined): Promise<Result<Reply<"consistency">>> {
    return consistencyOf(this.#sql, this.#unit, from, to);
  }

  createNote(caller: Caller, key: string, body: Body<"createNote">): Promise<Result<Reply<"createNote">>> {
    return this.#write((act) => createNote(act, caller, key, body));
  }

  replyNote(...of: Parameters<UnitCalls["replyNote"]>): Promise<Result<Reply<"replyNote">>> {
    return this.#write((act) => replyNote(act, ...of));
  }

  closeNote(...of: Parameters<UnitCalls["closeNote"]>): Promise<Result<Reply<"closeNote">>> {
    return this.#write((act) => closeNote(act, ...of));
  }

  async objections(...of: Parameters<UnitCalls["objections"]>): ReturnType<UnitCalls["objections"]> {
    return objectionsOf(this.#sql, this.#unit, ...of);
  }

  answerObjection(...of: Parameters<UnitCalls["answerObjection"]>): ReturnType<UnitCalls["answerObjection"]> {
    return this.#write((act) => answerObjection(act, ...of));
  }

  async reminders(): Promise<Reply<"reminders">["reminders"]> {
    return allReminders(this.#sql);
  }

  async outbox(): Promise<Reply<"outbox">> {
    return outboxState(this.#sql);
  }

  async takePack({ body, hash }: SignedPack, by: string): Promise<void> {
    const judging = judgingOf({ body, hash });
    const { revision } = judging;
    const taken = await this.#commit.run((act) => {
      if (revision <= Number(setting(act.sql, "pack-revision") ?? "0")) return false;
      keep(act.sql, "pack-revision", String(revision));
      keep(act.sql, "pack", body);
      keep(act.sql, "pack-hash", hash);
      act.append({ kind: "published", by, byName: "", caseKey: "", body: { revision, hash } });
      judgeAll(act.sql, act.now, judging);
      act.push({ type: "pack", revision, hash });
      return true;
    });
    if (taken) this.#judging = judging;
  }

  override async alarm(): Promise<void> {
    this.#alarm = undefined;
    try {
      await this.#commit.run((act) => {
        for (const key of casesToJudge(act.sql, act.now, CASES_PER_ALARM)) {
          rejudge(act, key);
          act.push({ type: "case", caseKey: key });
        }
      });
      await deliver(this.env, this.#unit, this.#sql, this.#commit);
    } catch (error) {
      // The runtime gives up on an alarm that keeps failing; deadlines must not depend on that.
      console.error(`unit ${this.#unit}: its alarm failed and is set again: ${String(error)}`);
      this.#alarm = undefined;
      await this.ctx.storage.setAlarm(Date.now() + ALARM_AGAIN);
    }
  }

  override async fetch(request: Request): Promise<Response> {
    return openSocket(this.ctx, request);
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    // 1005 and 1006 tell of a missing code and must not be sent.
    socket.close(code === 1005 || code === 1006 ? 1000 : code);
  }
}
