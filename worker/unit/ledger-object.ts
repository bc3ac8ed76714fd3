// The part of a unit's object that is its ledger: what it is begun with, whether it is whole, and what readers check it by.
import { DurableObject } from "cloudflare:workers";
import type { Reply } from "../../shared/api/contract.ts";
import { accepted, type Result } from "../../shared/facts/errors.ts";
import type { Caller } from "../caller.ts";
import type { Env } from "../env.ts";
import { migrate } from "../migrate.ts";
import type { UnitEngine } from "./engine.ts";
import { exportPage, recordExport } from "./export.ts";
import { checkpointOf } from "./ledger.ts";
import { UNIT_STEPS } from "./migrations.ts";
import { consistencyOf, ledgerOf } from "./proven.ts";
import { ledgerKeyOf } from "./signer.ts";
import { beginSuite } from "./suite.ts";
import { damage } from "./whole.ts";

export abstract class LedgerObject extends DurableObject<Env> {
  protected readonly sql: SqlStorage;
  /** Why nothing may be appended, in Chinese; undefined while the ledger is what its checkpoint says. */
  protected harm: string | undefined;

  /** Writes in the next commit. */
  protected abstract readonly appending: UnitEngine["write"];

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    migrate(ctx.storage, UNIT_STEPS);
    this.sql = ctx.storage.sql;
    beginSuite(this.sql, env.LEDGER_SUITE);
    this.harm = damage(this.sql, this.unit, env.LEDGER_SUITE);
    if (this.harm !== undefined) console.error(`unit ${this.unit}: ${this.harm}`);
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
