// Routes of the desk: what is open over all cases, what a member has put right, the measures that run in a unit.
import * as v from "valibot";
import { UnitFinding } from "../../supervision/entry.ts";
import { route } from "../route.ts";
import { Note } from "../shapes.ts";
import { everyone } from "./bounds.ts";
import { casesRoutes } from "./cases.ts";
import { ItemView } from "./items.ts";

/** A case as the desk's rows name it. */
export const DeskCase = v.strictObject({
  key: v.string(),
  number: v.string(),
  platform: v.string(),
  /** Cause, or the kind of the incident. */
  what: v.optional(v.string()),
  /** Who handles it. */
  by: v.string(),
  byName: v.string(),
  /** The caller handles it, alone or with others. */
  mine: v.boolean(),
});
export type DeskCase = v.InferOutput<typeof DeskCase>;

const { against: _, ...finding } = UnitFinding.entries;

export const DeskFinding = v.strictObject({
  ...finding,
  caseKey: v.string(),
  /** The last answer to it since it stands so. */
  answered: v.optional(v.picklist(["signed", "done", "explained", "disputed", "wrong"])),
});
export type DeskFinding = v.InferOutput<typeof DeskFinding>;

/** A note as the desk shows it; "" for words that stay on the case's own page. */
const DeskNote = v.strictObject({ ...Note.entries, said: v.string() });

const DayLeft = v.strictObject({
  caseKey: v.string(),
  at: v.number(),
  is: v.picklist(["incident", "case"]),
  what: v.optional(v.string()),
  gaps: v.array(v.picklist(["arrival", "disposal", "feedback", "filing"])),
  unread: v.array(v.string()),
});

const LocalRules = casesRoutes.caseView.reply.entries.rules;

/** `mine`: the caller's own cases; `unit`: all of the units in the caller's charge. */
const of = v.optional(v.picklist(["mine", "unit"]));

export const deskRoutes = {
  desk: route({
    method: "GET",
    path: "/v1/desk",
    roles: everyone,
    say: "今日:各案未了的结论、未检查的、批注,当日警案",
    query: v.strictObject({ of }),
    reply: v.strictObject({
      cases: v.array(DeskCase),
      /** Breached or running with a colour; at most 1,000 a unit, gravest first. */
      findings: v.array(DeskFinding),
      unchecked: v.array(
        v.strictObject({ caseKey: v.string(), count: v.number(), missing: v.array(v.string()) }),
      ),
      /** Open notes; the words of those on other people's cases stay on the case's own page. */
      notes: v.array(DeskNote),
      day: v.array(DayLeft),
      rules: LocalRules,
      at: v.number(),
    }),
  }),
  record: route({
    method: "GET",
    path: "/v1/record",
    roles: everyone,
    say: "我的记录:本人自己改好的、被指出的;仅本人",
    reply: v.strictObject({
      corrections: v.array(
        v.strictObject({
          /** Place in the unit's ledger, where it can be proven. */
          index: v.number(),
          caseKey: v.string(),
          number: v.string(),
          rule: v.string(),
          on: v.string(),
          was: v.picklist(["red", "orange", "yellow"]),
          from: v.number(),
          at: v.number(),
          due: v.optional(v.number()),
          credit: v.picklist(["credited", "late", "found"]),
        }),
      ),
      /** Notes of faults by others on the caller's cases. */
      found: v.array(v.strictObject({ id: v.string(), caseKey: v.string(), number: v.string(), note: Note })),
      /** Items that somebody else raised or confirmed, of which the caller is the owner or handles the case; the latest first. */
      items: v.array(ItemView),
      at: v.number(),
    }),
  }),
  custody: route({
    method: "GET",
    path: "/v1/custody",
    roles: everyone,
    say: "羁押与强制措施到期一览;人员只有引用号",
    query: v.strictObject({ of }),
    reply: v.strictObject({
      cases: v.array(DeskCase),
      measures: v.array(
        v.strictObject({
          caseKey: v.string(),
          on: v.string(),
          kind: v.string(),
          person: v.optional(v.string()),
          startedAt: v.optional(v.union([v.number(), v.string()])),
          dueAt: v.optional(v.union([v.number(), v.string()])),
          house: v.optional(v.string()),
          endUnread: v.boolean(),
          followedBy: v.optional(v.string()),
          findings: v.array(v.strictObject(finding)),
        }),
      ),
      rules: LocalRules,
      at: v.number(),
    }),
  }),
} as const;
