// Routes of cases: the browser's batches, what a unit knows of a case, its ledger with proofs.
import * as v from "valibot";
import { Receipt, SentEntry, UnitFact, UnitFinding } from "../../supervision/entry.ts";
import { Reminding } from "../../supervision/reminding.ts";
import { route } from "../route.ts";
import { LedgerLine, Note, Reminder, Tick } from "../shapes.ts";
import { everyone, short, writers } from "./bounds.ts";
import { ItemView } from "./items.ts";

const seq = v.pipe(v.number(), v.integer(), v.minValue(1));

export const casesRoutes = {
  sync: route({
    method: "POST",
    path: "/v1/sync",
    oneByOne: true,
    roles: writers,
    say: "上传一批台账记录;按(设备,序号)幂等",
    body: v.strictObject({
      device: short,
      entries: v.pipe(v.array(SentEntry), v.maxLength(200)),
      /** Revision of the pack that the browser judges by, and its own clock (ms): shown on Health. */
      pack: v.optional(v.number()),
      clock: v.optional(v.number()),
      /** Numbers whose entries the device no longer has, right behind what is acknowledged: recorded as a gap. */
      lost: v.optional(v.strictObject({ from: seq, to: seq })),
    }),
    reply: v.strictObject({
      /** Highest sequence of this device that is kept without a gap. */
      acked: v.number(),
      receipts: v.array(Receipt),
      pack: v.strictObject({ revision: v.number(), hash: v.string() }),
      now: v.number(),
      /** How the unit reminds; said to browsers that say their clock. */
      reminding: v.optional(Reminding),
    }),
  }),
  caseView: route({
    method: "GET",
    path: "/v1/cases/:key",
    roles: everyone,
    say: "本单位台账对一案所知:事实、结论、勾选、批注、提醒",
    reply: v.strictObject({
      key: v.string(),
      facts: v.array(UnitFact),
      complete: v.array(v.string()),
      findings: v.array(UnitFinding),
      /** The other acts that findings over all cases rest on, with what says when, where and by whom. */
      against: v.optional(
        v.array(
          v.strictObject({
            caseKey: v.string(),
            on: v.string(),
            /** Number of its case. */
            number: v.string(),
            facts: v.array(UnitFact),
          }),
        ),
      ),
      /** Rules of these findings that a layer of the case's unit added or changed, as they hold there. */
      rules: v.optional(
        v.array(
          v.strictObject({
            id: v.string(),
            title: v.string(),
            titleDue: v.optional(v.string()),
            statute: v.optional(v.string()),
            article: v.optional(v.string()),
            /** The narrowest level that has a part in it, and its unit. */
            level: v.string(),
            layer: v.string(),
          }),
        ),
      ),
      ticks: v.array(Tick),
      notes: v.array(Note),
      /** Supervision items of the case. */
      items: v.optional(v.array(ItemView)),
      reminders: v.array(Reminder),
      at: v.number(),
    }),
  }),
  cases: route({
    method: "GET",
    path: "/v1/cases",
    roles: everyone,
    say: "本单位各案及其最重的颜色、下一期限",
    reply: v.strictObject({
      cases: v.array(
        v.strictObject({
          key: v.string(),
          number: v.string(),
          platform: v.string(),
          colour: v.string(),
          red: v.number(),
          orange: v.number(),
          unknown: v.number(),
          nextDue: v.nullable(v.number()),
          entries: v.number(),
          notes: v.number(),
          updatedAt: v.number(),
        }),
      ),
    }),
  }),
  ledger: route({
    method: "GET",
    path: "/v1/cases/:key/ledger",
    roles: everyone,
    say: "一案的台账记录,每条附包含证明",
    reply: v.strictObject({ lines: v.array(LedgerLine), checkpoint: v.string(), ledgerKey: v.string() }),
  }),
  checkpoint: route({
    method: "GET",
    path: "/v1/checkpoint",
    roles: everyone,
    say: "本单位台账的签名检查点",
    reply: v.strictObject({ checkpoint: v.string(), ledgerKey: v.string(), size: v.number() }),
  }),
  consistency: route({
    method: "GET",
    path: "/v1/consistency",
    roles: everyone,
    say: "两个检查点之间的一致性证明",
    query: v.strictObject({
      from: v.pipe(v.string(), v.regex(/^\d{1,12}$/)),
      to: v.optional(v.pipe(v.string(), v.regex(/^\d{1,12}$/))),
    }),
    reply: v.strictObject({ from: v.number(), to: v.number(), proof: v.array(v.string()) }),
  }),
} as const;
