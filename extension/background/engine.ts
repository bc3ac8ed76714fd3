// The background put together: live loop, sending, push and alarms know each other only here.
import type { Push } from "../../shared/api/contract.ts";
import { madeWhole } from "../../shared/rules/wire/held-words.ts";
import { PUSHED } from "../protocol/traffic.ts";
import { forgetWords } from "./acts.ts";
import { due, listen } from "./alarms.ts";
import { enterUnsigned } from "./before-sign-in.ts";
import { forgetCases, knownCase, knownCases, restore } from "./cases.ts";
import { sendProfiles, takeOpenPages } from "./connect-frame.ts";
import { forgetReasons } from "./draft-reason.ts";
import { caseOfTab, draftKey, framesOf, tabs } from "./frames.ts";
import { IDLE_JOB, lookWhetherIdle, setIdleTime, watchIdle } from "./idle.ts";
import { interrupt } from "./interrupt.ts";
import { keepLocal, local } from "./kept.ts";
import { forgetJudgements, type LiveEvents, onClock, onPackChanged, refresh, tell } from "./live.ts";
import { listenToNotices, noticeMissed, noticeReminders } from "./notices.ts";
import { pullAnswers } from "./objections.ts";
import { currentPack, dropPack, heldBody, policyTold, takePack } from "./packs.ts";
import { renewPolicy } from "./policy.ts";
import { callSigned, signOut, trustedPackKey } from "./session.ts";
import { closeSocket, openSocket, type SocketEvents, socketOpen } from "./socket.ts";
import { dropStatutes, LIST_AGE, renewStatutes } from "./statutes.ts";
import { flush, syncState } from "./sync.ts";
import { offerTour } from "./tour.ts";
import { tellTrouble } from "./trouble.ts";
import { askUnit, takeNote } from "./unit-case.ts";

/** Over this time all browsers of a deployment fetch a changed statute library, ms. */
const SPREAD = 3_000;
/** How often the unit is asked where no push connection holds, ms. */
const POLL = 60_000;

export const live: LiveEvents = {
  onQueued: () => sendSoon(),
  onNextChange: (at) =>
    void local("clockOffset").then((offset) =>
      due("clock", at === undefined ? undefined : at - (offset ?? 0)),
    ),
  onTick: (memory, judgement) => void interrupt(memory, judgement),
  onCase: (memory) => {
    void askUnit(memory).then((came) => (came ? refresh(memory, live) : undefined));
    // The page may have gone meanwhile: then it is offered on the next one.
    void offerTour(memory).catch(() => undefined);
  },
};

let soon: ReturnType<typeof setTimeout> | undefined;

/** Sends what waits after a short pause, so that one reading makes one batch. */
export function sendSoon(): void {
  clearTimeout(soon);
  soon = setTimeout(() => void send(), 400);
}

const send = async (): Promise<void> => {
  const before = syncState.connection;
  await flush(
    (revision) => void pull(revision),
    (pause) => {
      due("send", Date.now() + pause);
      // Alarms are coarse; a live background tries sooner.
      setTimeout(() => void send(), pause);
    },
  );
  if (before !== syncState.connection && syncState.connection === "online") await askAgain();
  await tell();
};

const askAgain = async (): Promise<void> => {
  void openSocket(socketEvents);
};

/** Fetches the pack when the unit names another revision than the one in force. */
export async function pull(revision?: number): Promise<void> {
  const { pack } = await currentPack();
  const key = await trustedPackKey();
  if (key === undefined || (revision !== undefined && revision <= pack.revision && pack.issuer !== ""))
    return;
  const unit = await local("packUnit");
  const answer = await callSigned("pack");
  if (!answer.ok) return;
  const sent = answer.value.pack;
  const body = await madeWhole(sent.body, await heldBody(), (hash) =>
    callSigned("packWords", { params: { hash } }),
  );
  // Somebody of another unit may have signed in while it was on its way.
  if (!body.ok || (await local("packUnit")) !== unit) return;
  const before = (await currentPack()).pack;
  const taken = await takePack({ ...sent, body: body.value }, key);
  if (taken.ok && taken.value !== before) {
    for (const tab of tabs()) for (const frame of framesOf(tab)) void sendProfiles(frame);
    await onPackChanged(live);
  }
  if (!taken.ok) await tell();
}

/** Judges the case that a tab shows as it was read last, also where judging had failed, and tells its pages. */
export async function judgeShown(tab: number): Promise<void> {
  await restore();
  const memory = knownCase(caseOfTab(tab)?.key ?? draftKey(tab));
  if (memory !== undefined) await refresh(memory, live);
}

const serverNow = async (): Promise<number> => Date.now() + ((await local("clockOffset")) ?? 0);

/** Our own pages that are open hear that something changed; without one there is nobody to hear. */
const tellOwnPages = (pushed: Push["type"]): void =>
  void chrome.runtime.sendMessage({ [PUSHED]: pushed }).catch(() => undefined);

const onPush = (push: Push): void => {
  tellOwnPages(push.type);
  if (push.type === "pack") return void pull(push.revision);
  if (push.type === "reminder") void serverNow().then((now) => noticeReminders([push.reminder], now));
  if (push.type === "objection") return void pullAnswers().then((came) => (came ? tell() : undefined));
  if (push.type === "statutes") return void setTimeout(() => void renewStatutes(), Math.random() * SPREAD);
  const memory = knownCase(push.caseKey);
  if (memory === undefined) return;
  if (push.type === "note") {
    takeNote(memory, push.note);
    return void tell(memory.key);
  }
  void askUnit(memory).then(() => refresh(memory, live));
};

/** What was pushed while no connection held is asked for: notes and ticks of the cases that are shown now. */
const askForShown = async (): Promise<void> => {
  await restore();
  const shown = new Set(tabs().map((tab) => caseOfTab(tab)?.key));
  for (const memory of knownCases())
    if (shown.has(memory.key) && (await askUnit(memory))) await refresh(memory, live);
  await tell();
};

const socketEvents: SocketEvents = {
  onPush,
  onOpen: () => {
    syncState.connection = "online";
    void pull().then(() => renewStatutes());
    void pullAnswers(true).then((came) => (came ? tell() : undefined));
    void askForShown();
    void serverNow().then(noticeMissed);
    sendSoon();
  },
  onClosed: () => {
    syncState.connection = "offline";
    void tell();
  },
};

/** Forgets all cases; of those whose pages are open only what stands on them is known again, and no longer to whom it was told. */
async function forgetAll(): Promise<void> {
  await forgetCases();
  forgetJudgements();
  forgetReasons();
  await forgetWords();
  for (const id of Object.keys(await chrome.notifications.getAll())) void chrome.notifications.clear(id);
}

/** Another officer than before has signed in: nothing that was remembered for the first is shown to this one. */
export async function officerChanged(): Promise<void> {
  await forgetAll();
  takeOpenPages(live);
}

/** After a sign-in: the pack, the push connection, what waits, and what the unit knows of the open cases. */
export async function signedIn(): Promise<void> {
  syncState.connection = "online";
  // A store that cannot be read keeps them for the sign-in after this one.
  await enterUnsigned().catch((cause: unknown) => tellTrouble("store", cause));
  await pull();
  void openSocket(socketEvents);
  await onClock(live);
  sendSoon();
}

/** After a sign-out nothing of the officer stays in memory. */
export async function signedOut(): Promise<void> {
  closeSocket();
  await forgetAll();
  due("clock", undefined);
  due("send", undefined);
  await tell();
  takeOpenPages(live);
}

/** A service that does not answer keeps nobody signed in longer than this (ms). */
const LEAVING = 3_000;

/** On a shared PC the next sign-in of the same officer may be days away: what waits is sent before the session ends. */
export async function sendBeforeLeaving(): Promise<void> {
  await Promise.race([send(), new Promise((late) => setTimeout(late, LEAVING))]);
}

/** The officer has left a PC that others use as well: what waits is sent, then nobody is signed in. */
export async function leaveIdle(minutes: number): Promise<void> {
  if ((await local("refresh")) === undefined) return;
  await sendBeforeLeaving();
  await signOut();
  await signedOut();
  await keepLocal("idledOut", minutes);
}

/** What the enterprise policy says now: which pages are read, after how long an idle officer is signed out. */
const followPolicy = (): void => void renewPolicy().then(setIdleTime);

/** Starts the jobs; called once when the background starts, synchronously, so that no event is missed. */
export function start(): void {
  listen({
    clock: () => void onClock(live),
    quiet: () => void onClock(live),
    send: () => void send(),
    [IDLE_JOB]: () => void lookWhetherIdle(leaveIdle, Date.now()),
    poll: () => {
      due("poll", Date.now() + POLL);
      void openSocket(socketEvents);
      // Where no connection holds, reminders are asked for as well.
      if (!socketOpen()) void serverNow().then(noticeMissed);
      sendSoon();
      void pullAnswers().then((came) => (came ? tell() : undefined));
      void renewStatutes(LIST_AGE);
    },
  });
  due("poll", Date.now() + POLL);
  listenToNotices();
  watchIdle(leaveIdle);
  followPolicy();
  chrome.storage.onChanged.addListener((_, area) => {
    if (area === "managed") followPolicy();
  });
  void policyTold().then((changed) => (changed ? onPackChanged(live) : undefined));
  void restore().then(async () => {
    if ((await local("refresh")) === undefined) return;
    void openSocket(socketEvents);
    await onClock(live);
    sendSoon();
  });
}

/** Sets the worker's address; another address forgets the trust in the old one. */
export async function setServer(url: string): Promise<void> {
  const same = (await local("server")) === url;
  await keepLocal("server", url);
  if (same) return;
  await keepLocal("packKey", undefined);
  // Revisions of another issuer start again: measured against the old ones, its packs would all be "older".
  await dropPack();
  await dropStatutes();
}
