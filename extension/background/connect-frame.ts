// One frame's port: readings are taken in order, the newest waiting one only, so that typing never builds a queue.
import type { FrameToBackground } from "../protocol/messages.ts";
import { classWords } from "../reading/facts/class-words.ts";
import { frameReader } from "../reading/facts/frame-reader.ts";
import { labelWords } from "../reading/facts/label-words.ts";
import { profileLabels } from "../reading/facts/profile-labels.ts";
import { addFrame, dropFrame, type FramePort, framesOf, send, tabs, take } from "./frames.ts";
import { local } from "./kept.ts";
import { forgetDraft, type LiveEvents, onReading, tellTab } from "./live.ts";
import { forgetOfficer, lookAtOfficer } from "./other-officer.ts";
import { currentPack } from "./packs.ts";
import { noteReading } from "./page-hits.ts";
import { draftOf, profilesAt, profilesFor, setDraft, tellPicker } from "./picking/session.ts";
import { pin } from "./pinned.ts";
import { isRead } from "./policy.ts";
import { isStoreFault, showStopped, tellTrouble } from "./trouble.ts";

/** A frame's address; one without an address of its own is of the page that made it. */
const addressOf = ({ url = "", origin, tab }: chrome.runtime.MessageSender): string =>
  /^https?:/.test(url) ? url : (tab?.url ?? origin ?? "");

/** The address of a frame's document: of one that opened its line before it had its own, the browser tells only the empty one. */
const documentUrl = (frame: FramePort): string => frame.reader.scan?.url ?? frame.port.sender?.url ?? "";

/**
 * Whether a frame was read by another profile than its address has, as when its line opened before the document came; it is
 * then taught again, once, and its reading waits for that: cases go by the name that the profile gives their platform.
 */
async function taughtAnew(frame: FramePort): Promise<boolean> {
  const { scan } = frame.reader;
  const { pack } = await currentPack();
  const wanted = scan && profilesAt(frame.tab, pack, scan.url)[0]?.id;
  const lesson = `${scan?.url} ${wanted}`;
  if (scan === undefined || scan.profile?.id === wanted || frame.taught === lesson) return false;
  frame.taught = lesson;
  await sendProfiles(frame);
  return true;
}

const busy = new Map<number, Promise<void>>();

/** Runs one job after the other per tab, so that two frames of a page never judge at once. */
const inTurn = (tab: number, job: () => Promise<void>): void => {
  const before = busy.get(tab) ?? Promise.resolve();
  const next = before.then(job).catch((cause: unknown) => {
    void tellTrouble(isStoreFault(cause) ? "store" : "engine", cause);
    // What was found before may no longer hold: stopped, never green.
    showStopped(tab);
  });
  busy.set(tab, next);
  void next.then(() => {
    if (busy.get(tab) === next) busy.delete(tab);
  });
};

/** Tells a frame by which labels and site profiles its address is read; one that policy leaves out gets none. */
export async function sendProfiles(frame: FramePort): Promise<void> {
  if (frame.left === true) return send(frame, { type: "learn", labels: "", classes: "", profiles: [] });
  const { pack } = await currentPack();
  const profiles = profilesAt(frame.tab, pack, documentUrl(frame));
  send(frame, {
    type: "learn",
    labels: labelWords() + profileLabels(profiles),
    classes: classWords(),
    profiles,
  });
}

/** Takes what all open pages have said into case memory again, after it was emptied. */
export const takeOpenPages = (live: LiveEvents): void => {
  for (const tab of tabs())
    for (const frame of framesOf(tab))
      inTurn(tab, () => (framesOf(tab).includes(frame) ? onReading(frame, live) : Promise.resolve()));
};

/** Takes a connecting port in when it is a frame of a page of ours; any other is refused. */
export function connectFrame(port: chrome.runtime.Port, live: LiveEvents): void {
  const { sender } = port;
  if (port.name !== "frame" || sender?.id !== chrome.runtime.id || sender.tab?.id === undefined) {
    port.disconnect();
    return;
  }
  const reader = frameReader();
  const frame: FramePort = {
    tab: sender.tab.id,
    frameId: sender.frameId ?? 0,
    port,
    reader,
    told: new Map(),
  };
  addFrame(frame);
  if (frame.frameId === 0) forgetDraft(frame.tab);
  let pending = false;
  // A page that policy leaves out is neither read nor drawn on.
  const allowed = isRead(addressOf(sender)).catch(() => true);
  void allowed.then((yes) => {
    frame.left = !yes;
    if (!yes) dropFrame(frame);
    return sendProfiles(frame);
  });
  frame.again = () => {
    if (pending) return;
    pending = true;
    inTurn(frame.tab, async () => {
      pending = false;
      if (!(await allowed)) return;
      // What the line was opened for may not be what the frame shows by now.
      if (!(await isRead(addressOf({ ...sender, url: documentUrl(frame) })).catch(() => true))) {
        delete frame.reading;
        return tellTab(frame.tab);
      }
      if (await taughtAnew(frame)) return;
      const { pack } = await currentPack();
      const profiles = profilesFor(frame.tab, pack);
      const offset = (await local("clockOffset")) ?? 0;
      if (!(await pin(frame, profiles, Date.now()))) return;
      const reading = reader.read(profiles, Date.now() + offset);
      if (reading === undefined) return;
      take(frame, reading);
      await lookAtOfficer(frame.tab, pack);
      if (draftOf(frame.tab) !== undefined) return tellPicker(frame.tab);
      noteReading(frame, pack.profiles, () => inTurn(frame.tab, () => tellTab(frame.tab)));
      await onReading(frame, live);
    });
  };
  port.onMessage.addListener((message: FrameToBackground) => {
    if (frame.left === true) return;
    if (message.type === "scan" || message.type === "values") {
      if (message.type === "scan") reader.take(message.scan);
      else reader.change(message.change);
      frame.again?.();
    } else if (message.type === "locate") {
      for (const other of framesOf(frame.tab)) send(other, message);
    } else if (message.type === "whole") {
      frame.whole = message.whole;
      // What it no longer draws it keeps until something changes.
      if (message.whole) inTurn(frame.tab, () => tellTab(frame.tab));
    } else if (message.type === "open-panel") {
      for (const other of framesOf(frame.tab)) if (other.frameId === 0) send(other, { type: "toggle-panel" });
    }
  });
  port.onDisconnect.addListener(() => {
    dropFrame(frame);
    if (frame.frameId === 0) forgetOfficer(frame.tab);
    if (frame.frameId === 0) setDraft(frame.tab, undefined);
    const left = framesOf(frame.tab);
    const [read] = left.filter((each) => each.reading !== undefined);
    // A frame that stood between two cases while the old page was leaving belongs to one of them now.
    if (read !== undefined) inTurn(frame.tab, () => onReading(read, live));
    else if (left.length > 0) inTurn(frame.tab, () => tellTab(frame.tab));
    else forgetDraft(frame.tab);
  });
  inTurn(frame.tab, async () => {
    if (await allowed) await tellTab(frame.tab);
  });
}
