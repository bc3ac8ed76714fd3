// The contract between browser and worker: every route, its bodies, its replies and who may call it.
import * as v from "valibot";
import { Receipt, SentEntry, UnitFact, UnitFinding } from "../supervision/entry.ts";
import { type Role, route } from "./route.ts";
import { LedgerLine, Member, Note, NoteIn, Reminder, SignedPackShape, Tick, Unit } from "./shapes.ts";

const everyone: readonly Role[] = ["officer", "legal", "leader", "admin", "auditor"];
const writers: readonly Role[] = ["officer", "legal", "leader", "admin"];
const short = v.pipe(v.string(), v.minLength(1), v.maxLength(120));
const said = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
const password = v.pipe(v.string(), v.minLength(10), v.maxLength(200));

const Session = v.strictObject({
  token: v.string(),
  /** Seconds until the token ends. */
  expiresIn: v.number(),
  refresh: v.string(),
  member: Member,
  /** Public half of the pack key, hex; pinned by the browser at first sign-in. */
  packKey: v.string(),
  /** Public half of the unit's checkpoint key, hex. */
  ledgerKey: v.string(),
  /** Key for person references of this deployment, hex. */
  referenceKey: v.string(),
});

export const contract = {
  health: route({
    method: "GET",
    path: "/v1/health",
    roles: "anyone",
    say: "是否在运行,服务器时间,是否已建立管理员",
    reply: v.strictObject({
      ok: v.literal(true),
      now: v.number(),
      started: v.boolean(),
      version: v.string(),
    }),
  }),
  firstAdmin: route({
    method: "POST",
    path: "/v1/first-admin",
    roles: "anyone",
    say: "用首次启动码建立第一个管理员",
    body: v.strictObject({ code: short, account: short, name: short, password, unitName: short }),
    reply: v.strictObject({ member: Member }),
  }),
  signIn: route({
    method: "POST",
    path: "/v1/sign-in",
    roles: "anyone",
    say: "本地账号登录",
    body: v.strictObject({ account: short, password: v.pipe(v.string(), v.maxLength(200)), device: short }),
    reply: Session,
  }),
  refresh: route({
    method: "POST",
    path: "/v1/refresh",
    roles: "anyone",
    say: "换新令牌;旧刷新令牌只能用一次",
    body: v.strictObject({ refresh: v.pipe(v.string(), v.maxLength(400)), device: short }),
    reply: Session,
  }),
  signOut: route({
    method: "POST",
    path: "/v1/sign-out",
    roles: everyone,
    say: "退出并作废本机令牌",
    body: v.strictObject({}),
    reply: v.strictObject({ ok: v.literal(true) }),
  }),
  me: route({
    method: "GET",
    path: "/v1/me",
    roles: everyone,
    say: "当前登录人",
    reply: v.strictObject({ member: Member }),
  }),
  units: route({
    method: "GET",
    path: "/v1/units",
    roles: everyone,
    say: "本人管辖范围内的单位",
    reply: v.strictObject({ units: v.array(Unit) }),
  }),
  createUnit: route({
    method: "POST",
    path: "/v1/units",
    roles: ["admin"],
    say: "新建下级单位",
    body: v.strictObject({
      id: short,
      name: short,
      parent: short,
      level: v.picklist(["province", "city", "county", "station"]),
    }),
    reply: v.strictObject({ unit: Unit }),
  }),
  members: route({
    method: "GET",
    path: "/v1/members",
    roles: ["admin", "leader", "auditor"],
    say: "人员",
    reply: v.strictObject({ members: v.array(Member) }),
  }),
  createMember: route({
    method: "POST",
    path: "/v1/members",
    roles: ["admin"],
    say: "新建人员;只能建在自己管辖范围内",
    body: v.strictObject({
      account: short,
      name: short,
      password,
      unit: short,
      officerId: v.optional(short),
      phone: v.optional(v.pipe(v.string(), v.maxLength(20))),
      roles: v.pipe(v.array(v.picklist(["officer", "legal", "leader", "admin", "auditor"])), v.minLength(1)),
    }),
    reply: v.strictObject({ member: Member }),
  }),
  sync: route({
    method: "POST",
    path: "/v1/sync",
    roles: writers,
    say: "上传一批台账记录;按(设备,序号)幂等",
    body: v.strictObject({ device: short, entries: v.pipe(v.array(SentEntry), v.maxLength(200)) }),
    reply: v.strictObject({
      /** Highest sequence of this device that is kept without a gap. */
      acked: v.number(),
      receipts: v.array(Receipt),
      pack: v.strictObject({ revision: v.number(), hash: v.string() }),
      now: v.number(),
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
      ticks: v.array(Tick),
      notes: v.array(Note),
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
  createNote: route({
    method: "POST",
    path: "/v1/cases/:key/notes",
    roles: ["legal", "leader"],
    say: "在宿主页面的一处写批注",
    body: NoteIn,
    reply: v.strictObject({ note: Note }),
  }),
  replyNote: route({
    method: "POST",
    path: "/v1/cases/:key/notes/:id/replies",
    roles: writers,
    say: "回复批注",
    body: v.strictObject({ said, fixed: v.boolean() }),
    reply: v.strictObject({ note: Note }),
  }),
  closeNote: route({
    method: "POST",
    path: "/v1/cases/:key/notes/:id/close",
    roles: ["legal", "leader"],
    say: "办结批注",
    body: v.strictObject({ said }),
    reply: v.strictObject({ note: Note }),
  }),
  reminders: route({
    method: "GET",
    path: "/v1/reminders",
    roles: everyone,
    say: "本单位的提醒及其送达情况",
    reply: v.strictObject({ reminders: v.array(Reminder) }),
  }),
  pack: route({
    method: "GET",
    path: "/v1/pack",
    roles: everyone,
    say: "现行规则包",
    reply: v.strictObject({ pack: SignedPackShape }),
  }),
  packSources: route({
    method: "GET",
    path: "/v1/pack/sources",
    roles: ["admin", "legal"],
    say: "现行规则包的规则、例子和清单原文",
    reply: v.strictObject({
      revision: v.number(),
      label: v.string(),
      rules: v.array(v.unknown()),
      checklists: v.array(v.unknown()),
    }),
  }),
  checkRule: route({
    method: "POST",
    path: "/v1/pack/check",
    roles: ["admin", "legal"],
    say: "检查一条规则并运行其例子,不保存",
    body: v.strictObject({ rule: v.unknown() }),
    reply: v.strictObject({
      ok: v.boolean(),
      refusal: v.optional(
        v.strictObject({ code: v.string(), message: v.string(), at: v.optional(v.string()) }),
      ),
      examples: v.array(
        v.strictObject({
          title: v.string(),
          expect: v.string(),
          got: v.string(),
          pass: v.boolean(),
          hint: v.optional(v.string()),
        }),
      ),
    }),
  }),
  publish: route({
    method: "POST",
    path: "/v1/packs",
    roles: ["admin"],
    say: "发布改动:规则与清单;例子不通过的拒绝",
    body: v.strictObject({
      base: v.number(),
      say: said,
      rules: v.pipe(v.array(v.unknown()), v.maxLength(200)),
      checklists: v.pipe(v.array(v.unknown()), v.maxLength(50)),
    }),
    reply: v.strictObject({
      revision: v.number(),
      label: v.string(),
      hash: v.string(),
      state: v.picklist(["published", "waiting"]),
      approvals: v.number(),
      needed: v.number(),
    }),
  }),
  drafts: route({
    method: "GET",
    path: "/v1/packs/drafts",
    roles: ["admin", "legal", "leader"],
    say: "待批准的发布",
    reply: v.strictObject({
      drafts: v.array(
        v.strictObject({
          id: v.string(),
          by: v.string(),
          byName: v.string(),
          at: v.string(),
          say: v.string(),
          rules: v.array(v.string()),
          checklists: v.array(v.string()),
          approvals: v.array(v.string()),
          needed: v.number(),
        }),
      ),
    }),
  }),
  approve: route({
    method: "POST",
    path: "/v1/packs/drafts/:id/approve",
    roles: ["admin", "legal", "leader"],
    say: "批准发布;起草人除外",
    body: v.strictObject({}),
    reply: v.strictObject({ state: v.picklist(["published", "waiting"]), revision: v.optional(v.number()) }),
  }),
  socketTicket: route({
    method: "POST",
    path: "/v1/socket-ticket",
    roles: everyone,
    say: "领取一次性推送票据",
    body: v.strictObject({}),
    reply: v.strictObject({ ticket: v.string() }),
  }),
  outbox: route({
    method: "GET",
    path: "/v1/outbox",
    roles: ["admin", "leader", "auditor"],
    say: "短信网关等对外发送的情况",
    reply: v.strictObject({
      waiting: v.number(),
      sent: v.number(),
      parked: v.number(),
      lastError: v.nullable(v.string()),
    }),
  }),
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
]);
export type Push = v.InferOutput<typeof Push>;

/** Every refusal has this body. */
export const RefusalBody = v.strictObject({
  code: v.string(),
  message: v.string(),
  at: v.optional(v.string()),
});
