// The contract between browser and worker: every route, its bodies, its replies and who may call it.
import * as v from "valibot";
import { accountRoutes } from "./routes/account.ts";
import { casesRoutes } from "./routes/cases.ts";
import { deskRoutes } from "./routes/desk.ts";
import { driftRoutes } from "./routes/drift.ts";
import { intakeRoutes } from "./routes/intake.ts";
import { itemsRoutes } from "./routes/items.ts";
import { ledgerRoutes } from "./routes/ledger.ts";
import { membersRoutes } from "./routes/members.ts";
import { notesRoutes } from "./routes/notes.ts";
import { objectionsRoutes } from "./routes/objections.ts";
import { orgRoutes } from "./routes/org.ts";
import { outgoingRoutes } from "./routes/outgoing.ts";
import { packsRoutes } from "./routes/packs.ts";
import { remindingRoutes } from "./routes/reminding.ts";
import { rollupRoutes } from "./routes/rollup.ts";
import { RowProblem } from "./routes/rows.ts";
import { sessionRoutes } from "./routes/session.ts";
import { signOnRoutes } from "./routes/sign-on.ts";
import { statutesRoutes } from "./routes/statutes.ts";
import { Note, Reminder } from "./shapes.ts";

export const contract = {
  ...sessionRoutes,
  ...accountRoutes,
  ...signOnRoutes,
  ...orgRoutes,
  ...membersRoutes,
  ...casesRoutes,
  ...ledgerRoutes,
  ...deskRoutes,
  ...notesRoutes,
  ...itemsRoutes,
  ...objectionsRoutes,
  ...packsRoutes,
  ...statutesRoutes,
  ...driftRoutes,
  ...outgoingRoutes,
  ...remindingRoutes,
  ...rollupRoutes,
  ...intakeRoutes,
} as const;

export type Contract = typeof contract;
export type RouteId = keyof Contract;
export type Reply<K extends RouteId> = v.InferOutput<Contract[K]["reply"]>;
export type Body<K extends RouteId> = Contract[K] extends { body: infer B extends v.GenericSchema }
  ? v.InferInput<B>
  : undefined;

/** GET `/v1/socket` with sub-protocols `first-button`, `ticket.<ticket>`: what the object pushes. */
export const Push = v.variant("type", [
  v.strictObject({ type: v.literal("pack"), revision: v.number(), hash: v.string() }),
  v.strictObject({ type: v.literal("note"), caseKey: v.string(), note: Note }),
  v.strictObject({ type: v.literal("reminder"), caseKey: v.string(), reminder: Reminder }),
  v.strictObject({ type: v.literal("case"), caseKey: v.string() }),
  /** An objection was made or answered. */
  v.strictObject({ type: v.literal("objection"), caseKey: v.string() }),
  /** The statute library has changed. */
  v.strictObject({ type: v.literal("statutes") }),
]);
export type Push = v.InferOutput<typeof Push>;

/** Every refusal has this body. */
export const RefusalBody = v.strictObject({
  code: v.string(),
  message: v.string(),
  at: v.optional(v.string()),
  /** Where many rows or events were sent: what is wrong with which. */
  rows: v.optional(v.array(RowProblem)),
});
