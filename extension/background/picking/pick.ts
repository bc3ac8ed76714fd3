// Answers the picker of a tab: begins, takes changes of the draft, shows the page as the draft reads it, keeps it, ends.
import { accepted, type Result, refused } from "../../../shared/facts/errors.ts";
import { readProfile } from "../../../shared/rules/check-profile.ts";
import type { SiteProfile } from "../../../shared/rules/site-profile.ts";
import type { CapturedPage, PickFrame, PickView } from "../../protocol/picking.ts";
import { profileMatches } from "../../reading/page-kind.ts";
import { sendProfiles } from "../connect-frame.ts";
import { live } from "../engine.ts";
import { framesOf, send } from "../frames.ts";
import { local } from "../kept.ts";
import { onReading } from "../live.ts";
import { currentPack } from "../packs.ts";
import { pin } from "../pinned.ts";
import { keepDraft, keptDrafts } from "./drafts.ts";
import { firstProfile } from "./first-draft.ts";
import { draftOf, profilesFor, setDraft } from "./session.ts";

/** How long frames are given to read their documents by a changed draft before the picker is answered (ms). */
const READING = 250;

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Site profiles are an administrator's work. */
export async function mayPick(): Promise<Result<null>> {
  const roles = (await local("member"))?.roles ?? [];
  return roles.includes("admin")
    ? accepted(null)
    : refused("not-allowed", "指认字段由管理员办理，请用管理员账号登录");
}

async function viewOf(tab: number, profile: SiteProfile): Promise<PickView> {
  const { pack } = await currentPack();
  const now = Date.now() + ((await local("clockOffset")) ?? 0);
  const frames: PickFrame[] = [];
  const others: { frame: string; url: string }[] = [];
  for (const frame of framesOf(tab)) {
    const profiles = profilesFor(tab, pack);
    // A page that is just telling something new is looked at once more.
    for (let tries = 0; tries < 6 && !(await pin(frame, profiles, Date.now())); tries++)
      await wait(READING / 2);
    const { scan } = frame.reader;
    const reading = frame.reader.read(profiles, now);
    if (scan === undefined || reading === undefined) continue;
    if (!profileMatches(profile, scan.url)) {
      others.push({ frame: scan.frame, url: scan.url });
      continue;
    }
    frame.reading = reading;
    const at = scan.profile?.id === profile.id ? scan.profile.page : undefined;
    const page = at === undefined ? undefined : profile.pages[at]?.id;
    frames.push({ scan, reading, ...(page === undefined ? {} : { page }) });
  }
  return { profile, published: pack.profiles.some(({ id }) => id === profile.id), frames, others };
}

const notBegun = (): Result<never> => refused("not-found", "指认已经结束，请重新打开");

/** Begins on the page that the tab shows. From now on nothing that is read there is judged, kept or sent. */
export async function startPicking(tab: number): Promise<Result<PickView>> {
  const may = await mayPick();
  if (!may.ok) return may;
  const top = framesOf(tab).find(({ frameId }) => frameId === 0);
  const url = top?.port.sender?.url;
  if (url === undefined) return refused("not-found", "这个页面还没有读到，请刷新后重试");
  const { pack } = await currentPack();
  return changeDraft(tab, firstProfile(top?.reader.scan?.url ?? url, await keptDrafts(), pack));
}

/** Takes a changed draft and answers how the page is read by it; `bad-rule` leaves the one before in force. */
export async function changeDraft(tab: number, profile: unknown): Promise<Result<PickView>> {
  const may = await mayPick();
  if (!may.ok) return may;
  const checked = readProfile(profile);
  if (!checked.ok) return checked;
  setDraft(tab, checked.value);
  await Promise.all(framesOf(tab).map(sendProfiles));
  await wait(READING);
  return accepted(await viewOf(tab, checked.value));
}

/** The page as the draft reads it now. */
export async function pickView(tab: number): Promise<Result<PickView>> {
  const draft = draftOf(tab);
  return draft === undefined ? notBegun() : accepted(await viewOf(tab, draft));
}

/** Keeps the draft with what was captured of the page. */
export async function savePicked(tab: number, tests: readonly CapturedPage[]): Promise<Result<string>> {
  const draft = draftOf(tab);
  if (draft === undefined) return notBegun();
  const kept = await keepDraft(draft, tests);
  return kept.ok ? accepted(kept.value.id) : kept;
}

/** Ends it: the page is read by the pack again, from the start, and what is read counts. */
export async function endPicking(tab: number): Promise<void> {
  if (draftOf(tab) === undefined) return;
  setDraft(tab, undefined);
  const frames = framesOf(tab);
  await Promise.all(frames.map(sendProfiles));
  for (const frame of frames) send(frame, { type: "rescan" });
  await wait(READING);
  // A page that reads as before says nothing anew.
  const { pack } = await currentPack();
  const now = Date.now() + ((await local("clockOffset")) ?? 0);
  for (const frame of framesOf(tab)) {
    await pin(frame, pack.profiles, Date.now());
    const reading = frame.reader.read(pack.profiles, now);
    if (reading === undefined) continue;
    frame.reading = reading;
    await onReading(frame, live);
  }
}
