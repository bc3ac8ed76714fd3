// A worker around the unit's own ledger code for tests and benches on a real disk: what it is asked, it does without accounts.
import { DurableObject } from "cloudflare:workers";
import { Hono } from "hono";
import { accepted } from "../../shared/facts/errors.ts";
import { migrate } from "../migrate.ts";
import { run } from "../sql.ts";
import { exportPage } from "../unit/export.ts";
import { GroupCommit } from "../unit/group-commit.ts";
import { checkpointOf } from "../unit/ledger.ts";
import { UNIT_STEPS } from "../unit/migrations.ts";
import { consistencyOf, receiptsOf } from "../unit/proven.ts";
import { retain, settleRetention, wipe } from "../unit/retention.ts";
import { ledgerKeyOf } from "../unit/signer.ts";
import { treeOf } from "../unit/stored-tree.ts";
import { beginSuite } from "../unit/suite.ts";
import { damage } from "../unit/whole.ts";

interface Env {
  readonly LEDGER: DurableObjectNamespace;
  readonly PLAIN: DurableObjectNamespace;
  readonly LEDGER_SUITE?: string;
}

const UNIT = "u1";

const HASH = "5a".repeat(32);
const AT = "2026-03-01T01:00:00.000Z";

/** About 300 bytes of record, as an acknowledgement has; numbered by its device as a browser does. */
const entryOf = (name: string, seq: number, device: string, outside?: string) => ({
  kind: "signed",
  by: "m0123456789abcdef",
  byName: "韩某某",
  caseKey: `新警综:A990100002026030${seq % 3}`,
  body: { rule: "bail-overrun", on: "measures/m1", finding: "0123456789abcdef", pack: 1, name },
  sent: { device, seq, at: AT, hash: HASH },
  ...(outside === undefined ? {} : { outside }),
});

/** The unit's ledger with its own commit, storage and checks. */
export class Ledger extends DurableObject<Env> {
  readonly #sql = this.ctx.storage.sql;
  readonly #commit: GroupCommit;
  readonly #harm: string | undefined;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    migrate(ctx.storage, UNIT_STEPS);
    beginSuite(this.#sql, env.LEDGER_SUITE);
    this.#harm = damage(this.#sql, UNIT, env.LEDGER_SUITE);
    this.#commit = new GroupCommit({
      storage: ctx.storage,
      unit: () => UNIT,
      judging: () => undefined,
      sms: false,
      damage: () => this.#harm,
      settle: () => undefined,
      undone: () => undefined,
      announce: () => undefined,
    });
  }

  /** Appends and answers the places, once they are durable. */
  add(names: readonly string[], outside?: string): Promise<readonly number[]> {
    const [device = ""] = names;
    return this.#commit.run((act) =>
      names.map((name, i) => act.append(entryOf(name, i + 1, device, outside))),
    );
  }

  async state() {
    const { text, size } = checkpointOf(this.#sql, UNIT);
    return { size, checkpoint: text, key: ledgerKeyOf(this.#sql), harm: this.#harm ?? null };
  }

  async receipts(places: readonly number[]) {
    return receiptsOf(
      this.#sql,
      UNIT,
      places.map((index) => ({ seq: 1, index })),
    );
  }

  async consistency(from: number, to: number) {
    return consistencyOf(this.#sql, UNIT, from, to);
  }

  async names(): Promise<readonly string[]> {
    return this.#sql
      .exec<{ record: string }>("SELECT record FROM entries ORDER BY idx")
      .toArray()
      .map(({ record }) => (JSON.parse(record) as { body: { name: string } }).body.name);
  }

  /** Looks week by week, up to an instant (ms), whether something is to be deleted, as the alarm does; then overwrites what is free. */
  async passTime(until: number): Promise<boolean> {
    settleRetention(this.#sql, UNIT, "6");
    for (let now = Date.now(); now < until; now += 7 * 24 * 3_600_000 + 1)
      await this.#commit.run((act) => retain({ ...act, now }));
    return wipe(this.ctx.storage);
  }

  /** Closes the database; the next request opens it anew. */
  async close(): Promise<void> {
    setTimeout(() => this.ctx.abort("closed"), 0);
  }

  async page(from: number, to: number | undefined) {
    return exportPage(this.#sql, UNIT, from, to);
  }

  /** Proves each of these places by itself. */
  async proving(places: readonly number[]) {
    for (const index of places) receiptsOf(this.#sql, UNIT, [{ seq: 1, index }]);
    return { proven: places.length, size: treeOf(this.#sql).size };
  }

  async bytes(): Promise<number> {
    return this.#sql.databaseSize;
  }
}

/** What the ledger is measured against: the same rows without hash, tree and signature; `bare` ones without an index as well. */
export class Plain extends DurableObject<Env> {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const { sql } = ctx.storage;
    const columns = `idx INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, case_key TEXT NOT NULL, by TEXT NOT NULL,
      by_name TEXT NOT NULL, device TEXT, seq INTEGER, sent TEXT, record TEXT NOT NULL`;
    run(sql, `CREATE TABLE IF NOT EXISTS lines (${columns}, UNIQUE (device, seq))`);
    run(sql, "CREATE INDEX IF NOT EXISTS lines_of_case ON lines (case_key, idx)");
    run(sql, `CREATE TABLE IF NOT EXISTS bare (${columns})`);
  }

  async add(names: readonly string[], table: "lines" | "bare"): Promise<number> {
    const { sql } = this.ctx.storage;
    const [device = ""] = names;
    return this.ctx.storage.transactionSync(() => {
      for (const [i, name] of names.entries()) {
        const { kind, by, byName, caseKey, sent, body } = entryOf(name, i + 1, device);
        const record = JSON.stringify({ v: 1, unit: UNIT, kind, at: AT, by, caseKey, body, sent });
        run(
          sql,
          `INSERT INTO ${table} (at, kind, case_key, by, by_name, device, seq, sent, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          Date.now(),
          kind,
          caseKey,
          by,
          byName,
          sent.device,
          sent.seq,
          sent.hash,
          record,
        );
      }
      return names.length;
    });
  }
}

type Calls<T> = { [K in keyof T]: T[K] };
const ledgerOf = (env: Env) => env.LEDGER.get(env.LEDGER.idFromName("u")) as unknown as Calls<Ledger>;
const plainOf = (env: Env) => env.PLAIN.get(env.PLAIN.idFromName("p")) as unknown as Calls<Plain>;

const namesFrom = (first: string, n: number): string[] =>
  n === 1 ? [first] : Array.from({ length: n }, (_, i) => `${first}-${i}`);

const app = new Hono<{ Bindings: Env }>();
app.onError((error, c) => c.text(error.message, 500));
app.get("/empty", (c) => c.json(accepted(null)));
app.post("/ledger/:name/:n", async (c) =>
  c.json(
    await ledgerOf(c.env).add(
      namesFrom(c.req.param("name"), Number(c.req.param("n"))),
      c.req.query("outside"),
    ),
  ),
);
for (const table of ["lines", "bare"] as const)
  app.post(`/${table}/:name/:n`, async (c) =>
    c.json(await plainOf(c.env).add(namesFrom(c.req.param("name"), Number(c.req.param("n"))), table)),
  );
app.post("/pass-time/:until", async (c) =>
  c.json(await ledgerOf(c.env).passTime(Number(c.req.param("until")))),
);
app.post("/close", async (c) => {
  await ledgerOf(c.env).close();
  return c.json(null);
});
app.get("/page/:from", async (c) => {
  const to = c.req.query("to");
  return c.json(
    await ledgerOf(c.env).page(Number(c.req.param("from")), to === undefined ? undefined : Number(to)),
  );
});
app.get("/state", async (c) => c.json(await ledgerOf(c.env).state()));
app.get("/names", async (c) => c.json(await ledgerOf(c.env).names()));
app.get("/bytes", async (c) => c.json(await ledgerOf(c.env).bytes()));
app.post("/receipts", async (c) => c.json(await ledgerOf(c.env).receipts(await c.req.json())));
app.post("/proving", async (c) => c.json(await ledgerOf(c.env).proving(await c.req.json())));
app.get("/consistency/:from/:to", async (c) =>
  c.json(await ledgerOf(c.env).consistency(Number(c.req.param("from")), Number(c.req.param("to")))),
);
export default app;
