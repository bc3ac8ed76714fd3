// The part of a unit's object that is its ledger: what it is begun with, whether it is whole, and what readers check it by.
import { DurableObject } from "cloudflare:workers";
import type { Reply } from "../../shared/api/contract.ts";
import { accepted, type Result } from "../../shared/facts/errors.ts";
import type { SignedTree, Submission, Witnessing } from "../../shared/ledger/witness.ts";
import { type Anchor, anchorOf } from "../anchor.ts";
import type { Caller } from "../caller.ts";
import { type Known, openCompared } from "../compared.ts";
import { type Env, unitOf } from "../env.ts";
import { logError, logFault } from "../log.ts";
import { migrate } from "../migrate.ts";
import { heedSecondPlace } from "./anchored.ts";
import type { UnitEngine } from "./engine.ts";
import { exportPage, recordExport } from "./export.ts";
import { checkpointOf } from "./ledger.ts";
import { UNIT_STEPS } from "./migrations.ts";
import { consistencyOf } from "./proven.ts";
import { settleRetention } from "./retention.ts";
import { ledgerKeyOf } from "./signer.ts";
import { beginSuite } from "./suite.ts";
import { damage } from "./whole.ts";
import { seenOf, seenOfAll, witnessChild } from "./witness.ts";
import { contradiction, witnessNow } from "./witnessed.ts";

export abstract class LedgerObject extends DurableObject<Env> {
  protected readonly sql: SqlStorage;
  /** Where the last checkpoint is kept beside the database; undefined where the platform keeps it safe. */
  protected readonly anchor: Anchor | undefined;
  /** Why nothing may be appended, in Chinese; undefined while the ledger is what its checkpoint says. */
  protected harm: string | undefined;
  /** Whether the unit above has been asked, since the object was opened, what it has seen of this ledger. */
  #compared = false;

  /** Writes in the next commit. */
  protected abstract readonly appending: UnitEngine["write"];

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.sql = ctx.storage.sql;
    this.anchor = anchorOf(env.ANCHORS, ctx);
    openCompared(ctx, this.anchor, {
      whose: `单位 ${this.unit} `,
      keyOf: () => ledgerKeyOf(this.sql),
      open: (known) => this.#open(env, known),
    });
  }

  /** What else is settled by the deployment's settings when the object is opened; its database is in the present form. */
  protected begun(_env: Env): void {}

  #open(env: Env, known: Known): void {
    migrate(this.ctx.storage, UNIT_STEPS);
    beginSuite(this.sql, env.LEDGER_SUITE);
    settleRetention(this.sql, this.unit, env.RETENTION_MONTHS);
    this.begun(env);
    this.harm = damage(this.sql, this.unit, env.LEDGER_SUITE);
    if (this.harm !== undefined) logFault("ledger-damaged", { unit: this.unit, why: this.harm });
    const lost = heedSecondPlace(this.sql, this.unit, known);
    if (lost !== undefined) void this.appending((act) => accepted(act.append(lost)));
  }

  protected get unit(): string {
    const { name } = this.ctx.id;
    if (name === undefined) throw new Error("a unit's object must be opened by its unit's id");
    return name;
  }

  async ledgerKey(): Promise<string> {
    return ledgerKeyOf(this.sql);
  }

  async checkpoint(): Promise<Reply<"checkpoint">> {
    const { text, size } = checkpointOf(this.sql, this.unit);
    return { checkpoint: text, size, ledgerKey: ledgerKeyOf(this.sql) };
  }

  async consistency(from: number, to: number | undefined): Promise<Result<Reply<"consistency">>> {
    return consistencyOf(this.sql, this.unit, from, to);
  }

  /** Signs the checkpoint of a unit below when it continues what was signed before. */
  async witness(child: string, submission: Submission): Promise<Witnessing> {
    const answer = await this.appending((act) => accepted(witnessChild(act, child, submission)));
    if (!answer.ok) throw new Error(`unit ${this.unit} cannot witness: ${answer.refusal.code}`);
    return answer.value;
  }

  /** The tree of a unit below that was signed last. */
  async witnessedOf(child: string): Promise<SignedTree | undefined> {
    return seenOf(this.sql, child);
  }

  async witnesses(): Promise<Reply<"witnesses">> {
    return { above: witnessNow(this.sql), below: seenOfAll(this.sql) };
  }

  /**
   * Before the first write of an opened object: an older database that was put back agrees with its own checkpoint, but not
   * with what the unit above has seen. One that cannot be asked holds nothing up; the next visit will tell.
   */
  protected async compare(above: string | undefined): Promise<void> {
    if (above === undefined || this.#compared || this.harm !== undefined) return;
    try {
      const seen = await unitOf(this.env, above).witnessedOf(this.unit);
      this.#compared = true;
      this.hurt(contradiction(this.sql, this.unit, above, seen));
    } catch (error) {
      logError("witness-unreached", error, { unit: this.unit, to: above });
    }
  }

  /** Stops appending, for the reason given. */
  protected hurt(why: string | undefined): void {
    if (why === undefined) return;
    this.harm = why;
    logFault("ledger-damaged", { unit: this.unit, why });
  }

  async exportLedger(
    caller: Caller,
    from: number,
    to: number | undefined,
  ): Promise<Result<Reply<"exportLedger">>> {
    if (to === undefined) {
      const recorded = await this.appending((act) => accepted(recordExport(act, caller)));
      // A damaged ledger must be able to be taken out all the same: it is what has to be looked into.
      if (!recorded.ok && recorded.refusal.code !== "ledger-damaged") return recorded;
    }
    return exportPage(this.sql, this.unit, from, to);
  }
}
