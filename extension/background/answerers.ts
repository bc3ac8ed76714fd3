// The answer to every request, by name; each is a line or two over the room that knows.

import { contract, type Reply, type RouteId } from "../../shared/api/contract.ts";
import { accepted, type Result } from "../../shared/facts/errors.ts";
import type { CaseNote, NoteDraft } from "../../shared/supervision/note.ts";
import type { Answer, PageState, SessionView } from "../protocol/messages.ts";
import { WORDS } from "../words/background.ts";
import { answerFinding, pause, tick } from "./acts.ts";
import { nextAlarm } from "./alarms.ts";
import { callRoute } from "./call.ts";
import { knownCase, knownCases, mergedCase } from "./cases.ts";
import { describeTab } from "./describe-tab.ts";
import { deskAnswers } from "./desk-answers.ts";
import {
  judgeShown,
  officerChanged,
  sendBeforeLeaving,
  sendSoon,
  setServer,
  signedIn,
  signedOut,
} from "./engine.ts";
import { draftKey } from "./frames.ts";
import { moveItem } from "./items.ts";
import { deviceOf, keepLocal, local } from "./kept.ts";
import { judgementOf, tell, tellTab } from "./live.ts";
import { receipts } from "./outbox.ts";
import { ownFindings } from "./own-findings.ts";
import { packView } from "./packs.ts";
import { intakeAnswers } from "./person-references.ts";
import { pickingAnswers } from "./picking/answers.ts";
import { putIn, putInPanel, putInReader } from "./put-in.ts";
import { references } from "./references.ts";
import type { Answerers } from "./requests.ts";
import { ruleHelp } from "./rule-help.ts";
import {
  callSigned,
  passwordChanged,
  renewMember,
  sessionView,
  signIn,
  signOut,
  trustedPackKey,
} from "./session.ts";
import { beginSignOn, takeSignOn } from "./sign-on.ts";
import { articleFor, renewStatutes } from "./statutes.ts";
import { deviceOfMember, syncState, waitingHere } from "./sync.ts";
import { tourDone } from "./tour.ts";
import { trafficView } from "./traffic.ts";
import { tellTrouble } from "./trouble.ts";
import { takeNote } from "./unit-case.ts";

const answer = <T>(result: Result<T>): Answer<T> =>
  result.ok ? result : { ok: false, code: result.refusal.code, message: result.refusal.message };
const value = <T>(v: T): Answer<T> => ({ ok: true, value: v });
const noCase: Answer<never> = { ok: false, code: "not-found", message: WORDS.noCase };

const view = (): Promise<SessionView> => sessionView(syncState.connection as PageState["connection"]);

/** The pack key that the service offers to this account; the session made for it is given up again. */
const offeredPackKey = async (account: string, password: string): Promise<Result<string>> => {
  const signed = await callRoute("signIn", { body: { account, password, device: await deviceOf(account) } });
  if (!signed.ok) return signed;
  await callRoute("signOut", { body: {} }, signed.value.token);
  return accepted(signed.value.packKey);
};

const travellingAnchor = async (caseKey: string, draft: NoteDraft): Promise<NoteDraft> => {
  const memory = knownCase(caseKey);
  const key = await local("referenceKey");
  const { field } = draft.anchor;
  if (memory === undefined || key === undefined || field === undefined) return draft;
  const { out } = references(key, caseKey, mergedCase(memory).sheet);
  return { ...draft, anchor: { ...draft.anchor, field: out(field) } };
};

const withNote = async (
  caseKey: string,
  call: Promise<Result<Reply<"createNote">>>,
): Promise<Answer<CaseNote>> => {
  const memory = knownCase(caseKey);
  if (memory === undefined) return noCase;
  const result = await call;
  if (!result.ok) return answer(result);
  takeNote(memory, result.value.note);
  await tell(caseKey);
  return value(result.value.note);
};

export const answerers: Answerers = {
  async answer(input, { tab }) {
    // A form without a case number goes by its tab.
    const caseKey = input.caseKey === "" && tab !== undefined ? draftKey(tab) : input.caseKey;
    const done = await answerFinding({ ...input, caseKey });
    await tell(caseKey);
    sendSoon();
    return done;
  },
  async tick(input) {
    const done = await tick(input);
    await tell(input.caseKey);
    sendSoon();
    return done;
  },
  note: async ({ caseKey, draft }) =>
    withNote(
      caseKey,
      callSigned("createNote", { params: { key: caseKey }, body: await travellingAnchor(caseKey, draft) }),
    ),
  "note-reply": ({ caseKey, note, said, fixed }) =>
    withNote(
      caseKey,
      callSigned("replyNote", { params: { key: caseKey, id: note }, body: { said, fixed: fixed ?? false } }),
    ),
  "note-close": ({ caseKey, note, said }) =>
    withNote(caseKey, callSigned("closeNote", { params: { key: caseKey, id: note }, body: { said } })),
  async "item-move"(input) {
    const made = await moveItem(input);
    await tell(input.caseKey);
    return made.ok ? value(null) : answer(made);
  },
  article: async ({ statute, edition, article, rule }) =>
    value(
      await articleFor({
        statute: String(statute),
        edition: String(edition),
        article: String(article).slice(0, 40),
        ...(rule === undefined ? {} : { rule: String(rule) }),
      }),
    ),
  "rule-help": async ({ rule }) => value(await ruleHelp(String(rule))),
  async pause(input, { tab }) {
    if (tab === undefined) return noCase;
    const done = await pause(input, tab);
    // Who goes on has the page judged as it stands now.
    if (input.minutes === 0) await judgeShown(tab).catch((cause: unknown) => tellTrouble("engine", cause));
    await tellTab(tab);
    sendSoon();
    return done;
  },
  "load-panel": (_, asker) => putInPanel(asker),
  "load-reader": (_, asker) => putInReader(asker),
  "load-picker": (_, asker) => putIn("/picker.js", asker),
  ...pickingAnswers,
  ...deskAnswers,
  ...intakeAnswers,
  async "tour-done"() {
    await tourDone();
    return value(null);
  },
  async "open-console"({ path }) {
    await chrome.tabs.create({
      url: chrome.runtime.getURL(`/console.html${path === undefined ? "" : `#${path}`}`),
    });
    return value(null);
  },
  session: async () => value(await view()),
  async "set-server"({ url }) {
    if (!/^https?:\/\/[^\s/]+/.test(url))
      return { ok: false, code: "bad-value", message: "服务地址须以 http:// 或者 https:// 开头" };
    await setServer(url);
    return value(await view());
  },
  async "sign-in"({ account, password, trustKey }) {
    const fresh = trustKey !== undefined && (await trustedPackKey()) === undefined;
    if (fresh && trustKey === "") {
      const offered = await offeredPackKey(account, password);
      return offered.ok ? value({ ...(await view()), offeredKey: offered.value }) : answer(offered);
    }
    // Pinned before signing in, so that a server which now offers another key than the confirmed one is refused.
    if (fresh) await keepLocal("packKey", trustKey);
    const before = await local("account");
    const result = await signIn(account, password);
    if (!result.ok && fresh) await keepLocal("packKey", undefined);
    if (!result.ok) return answer(result);
    if (before !== account) await officerChanged();
    await keepLocal("idledOut", undefined);
    await signedIn();
    return value(await view());
  },
  "sign-on": async () => answer(await beginSignOn()),
  async "sign-on-take"({ code, trustKey }) {
    const before = await local("account");
    const taken = await takeSignOn(code, trustKey);
    if (!taken.ok) return answer(taken);
    if (taken.value === "waiting" || taken.value === "code")
      return value({ ...(await view()), still: taken.value });
    if (typeof taken.value === "object") return value({ ...(await view()), ...taken.value });
    if (before !== (await local("account"))) await officerChanged();
    await signedIn();
    return value(await view());
  },
  async "sign-out"() {
    await sendBeforeLeaving();
    await signOut();
    await signedOut();
    return value(await view());
  },
  async call({ route, params, query, body }) {
    if (!Object.hasOwn(contract, route))
      return { ok: false, code: "bad-shape", message: WORDS.unknownRequest };
    const id = route as RouteId;
    const input = { params, query, body } as never;
    const result = contract[id].roles === "anyone" ? await callRoute(id, input) : await callSigned(id, input);
    if (result.ok && id === "changePassword") {
      await passwordChanged();
      void signedIn();
    }
    if (result.ok && id === "usePost") {
      await renewMember();
      await officerChanged();
      await signedIn();
    }
    // Whoever changes the library sees it on the cards of this browser at once.
    if (result.ok && (id === "loadStatute" || id === "dropStatute")) void renewStatutes();
    return answer(result);
  },
  "own-findings": async () => value(await ownFindings()),
  traffic: async () => value(await trafficView()),
  describe: async ({ tab }) => value(await describeTab(tab)),
  async status() {
    const device = await deviceOfMember();
    const next = nextAlarm();
    return value({
      waiting: await waitingHere(),
      sent: syncState.sent,
      cases: knownCases().map((c) => ({
        key: c.key,
        findings: judgementOf(c.key)?.findings ?? [],
        at: judgementOf(c.key)?.at ?? 0,
      })),
      pack: await packView(),
      ...(next === undefined ? {} : { nextAlarm: next }),
      receipts: device === undefined ? 0 : (await receipts(device)).filter((r) => r.verified).length,
      ...(syncState.lastError === undefined ? {} : { lastError: syncState.lastError }),
    });
  },
};
