// What drives a unit's object: the group commit, the pack it judges by, its one alarm, and what it announces.
import type { Push } from "../../shared/api/contract.ts";
import { type Result, refused } from "../../shared/facts/errors.ts";
import type { SignedPack } from "../../shared/rules/pack.ts";
import type { Anchor } from "../anchor.ts";
import type { Caller } from "../caller.ts";
import { REOPENED } from "../compared.ts";
import { directoryOf, type Env, unitOf } from "../env.ts";
import { logError } from "../log.ts";
import { keep, setting } from "../sql.ts";
import { unitsAbove } from "./above.ts";
import type { Act } from "./act.ts";
import { anchoredNow } from "./anchored.ts";
import { heedClock } from "./clock-jump.ts";
import { deliver } from "./deliver.ts";
import { GroupCommit, LedgerDamaged, Overloaded } from "./group-commit.ts";
import { type Judging, judgingOf } from "./judging.ts";
import { judgeAll } from "./rejudge.ts";
import { wipe } from "./retention.ts";
import { nextAlarm, nextTimed, ring } from "./ringing.ts";
import { announce } from "./sockets.ts";
import { sweep } from "./sweep.ts";
import { visitWitness } from "./witnessed.ts";

/** When an alarm that failed goes off again (ms). */
const ALARM_AGAIN = 60_000;

interface Surroundings {
  readonly ctx: DurableObjectState;
  readonly env: Env;
  /** The unit's id, which is its object's name. */
  readonly unit: () => string;
  /** Why nothing may be appended; undefined while the ledger is whole. */
  readonly harm: () => string | undefined;
  /** Where the last checkpoint is kept beside the database. */
  readonly anchor: Anchor | undefined;
  /** Stops appending, for the reason given. */
  readonly hurt: (why: string | undefined) => void;
}

export class UnitEngine {
  readonly #at: Surroundings;
  readonly #sql: SqlStorage;
  readonly #commit: GroupCommit;
  #judging: Judging | undefined;
  /** Of which pack the sockets have heard before the object took it. */
  #told = 0;
  /** What the alarm stands at; undefined while that is not known. */
  #alarm: number | undefined;

  constructor(at: Surroundings) {
    const { ctx, env, anchor } = at;
    this.#at = at;
    this.#sql = ctx.storage.sql;
    this.#commit = new GroupCommit({
      storage: ctx.storage,
      unit: at.unit,
      judging: () => this.pack(),
      sms: (env.SMS_URL ?? "") !== "",
      damage: at.harm,
      settle: () => this.#setAlarm(),
      undone: () => {
        this.#alarm = undefined;
      },
      announce: (push) => this.#announce(push),
      ...(anchor && { anchored: () => anchor.keep(anchoredNow(this.#sql, at.unit())) }),
    });
  }

  /** The stored pack made ready; one that this program cannot use is named in the log and judged by no more. */
  pack(): Judging | undefined {
    if (this.#judging !== undefined) return this.#judging;
    const [body, hash] = [setting(this.#sql, "pack"), setting(this.#sql, "pack-hash")];
    if (body === undefined || hash === undefined) return undefined;
    try {
      this.#judging = judgingOf({ body, hash });
    } catch (error) {
      logError("pack-unusable: cannot judge by its stored pack", error, { unit: this.#at.unit() });
    }
    return this.#judging;
  }

  /** Sets the alarm to what is due next; the same instant is not written twice. */
  #setAlarm(): void {
    const at = nextAlarm(this.#sql);
    if (at === this.#alarm) return;
    this.#alarm = at;
    if (Number.isFinite(at)) void this.#at.ctx.storage.setAlarm(at);
    else void this.#at.ctx.storage.deleteAlarm();
  }

  /** What another object says goes to the sockets as it is. */
  relay(push: Push): void {
    if (push.type === "pack") this.#told = Math.max(this.#told, push.revision);
    announce(this.#at.ctx, push);
  }

  /** To the sockets of this unit and, but for packs, of those above: whoever supervises a case hears of it. */
  #announce(push: Push): void {
    announce(this.#at.ctx, push);
    if (push.type === "pack" || push.type === "statutes") return;
    for (const unit of unitsAbove(this.#sql)) {
      const told = unitOf(this.#at.env, unit).relay(push);
      this.#at.ctx.waitUntil(
        told.catch((error) => logError("not-relayed", error, { unit: this.#at.unit(), to: unit })),
      );
    }
  }

  /** Runs a part of the next commit, after a look at the clock. */
  #run<T>(work: (act: Act) => T): Promise<T> {
    return this.#commit.run((act) => {
      heedClock(act);
      return work(act);
    });
  }

  /** Runs a write; a damaged ledger is an expected refusal that says what to do. */
  async write<T>(work: (act: Act) => Result<T>): Promise<Result<T>> {
    try {
      return await this.#run(work);
    } catch (error) {
      if (error instanceof LedgerDamaged) {
        return { ok: false, refusal: { code: "ledger-damaged", message: error.message } };
      }
      if (error instanceof Overloaded) return refused("busy", "本单位的记录正在排队写入,请稍后自动重试");
      throw error;
    }
  }

  /** Fetches the current pack when the directory has a newer one; entries are taken whether or not that succeeds. */
  async catchUp(current: Caller["pack"]): Promise<void> {
    if (current.revision <= Number(setting(this.#sql, "pack-revision") ?? "0")) return;
    try {
      const pack = await directoryOf(this.#at.env).pack(this.#at.unit());
      if (pack.ok) await this.takePack(pack.value, "object");
    } catch (error) {
      logError("pack-not-taken", error, { unit: this.#at.unit(), revision: current.revision });
    }
  }

  /** Takes a pack that is newer than the one in force; its cases are judged by it in the background. */
  async takePack({ body, hash }: SignedPack, by: string): Promise<void> {
    const judging = judgingOf({ body, hash });
    const { revision } = judging;
    const taken = await this.#run((act) => {
      if (revision <= Number(setting(act.sql, "pack-revision") ?? "0")) return false;
      keep(act.sql, "pack-revision", String(revision));
      keep(act.sql, "pack", body);
      keep(act.sql, "pack-hash", hash);
      act.append({ kind: "published", by, byName: "", caseKey: "", body: { revision, hash } });
      judgeAll(act.sql, act.now, judging);
      if (revision > this.#told) act.push({ type: "pack", revision, hash });
      return true;
    });
    if (taken) this.#judging = judging;
  }

  /** The alarm: what is due is done, what waits is sent; a target that does not answer holds no deadline up. */
  async ring(): Promise<void> {
    this.#alarm = undefined;
    try {
      await this.#run(ring);
      const sending = this.#send().then((): true => true);
      while (!(await this.#orDeadline(sending))) await this.#run(ring);
    } catch (error) {
      // The runtime gives up on an alarm that keeps failing; deadlines must not depend on that.
      logError("alarm-failed: its alarm failed and is set again", error, { unit: this.#at.unit() });
      this.#alarm = undefined;
      await this.#at.ctx.storage.setAlarm(Date.now() + ALARM_AGAIN);
    }
  }

  /** What has to leave the object: parcels, and the checkpoint for the unit above. */
  async #send(): Promise<void> {
    const { ctx, env, unit } = this.#at;
    await deliver(env, unit(), this.#sql, this.#commit);
    this.#at.hurt(await visitWitness(env, unit(), this.#sql, this.#commit));
    this.#at.hurt(await sweep(this.#sql, unit(), this.#commit));
    if (!(await wipe(ctx.storage))) return;
    // Only a closed database has no log of earlier pages beside it; the next request opens the object anew.
    setTimeout(() => ctx.abort(REOPENED), 0);
  }

  /** True when the work is done, false when a deadline comes first. */
  async #orDeadline(work: Promise<true>): Promise<boolean> {
    const wait = Math.min(Math.max(nextTimed(this.#sql) - Date.now(), 0), ALARM_AGAIN);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const deadline = new Promise<false>((done) => {
      timer = setTimeout(() => done(false), wait);
    });
    try {
      return await Promise.race([work, deadline]);
    } finally {
      clearTimeout(timer);
    }
  }
}
