// Counts how often page kinds yield the fields they should, notices when one no longer does, and tells the deployment.

import { elementOf } from "../../shared/dictionary/dictionary.ts";
import type { ElementId } from "../../shared/dictionary/field.ts";
import { fallenFields, type PageHits, withView } from "../../shared/rules/drift.ts";
import type { PageKind, SiteProfile } from "../../shared/rules/site-profile.ts";
import type { FrameReading } from "../protocol/messages.ts";
import { database } from "./database.ts";
import { type FramePort, framesOf } from "./frames.ts";
import { callSigned } from "./session.ts";
import { deviceOfMember } from "./sync.ts";

/** How long after its first reading a page is taken to show what it will show (ms). */
const SETTLE = 4_000;
/** How often hit rates are told at least while pages are looked at; a fall is told at once (ms). */
const REPORT = 10 * 60_000;

interface View {
  readonly url: string;
  readonly profile: SiteProfile;
  readonly page: PageKind;
  done: boolean;
}

const views = new WeakMap<FramePort, View>();
const fallen = new Map<string, readonly { readonly field: string; readonly since: number }[]>();
/** What has not been told yet, by `profile/page/field`. */
const untold = new Map<string, { seen: number; hit: number }>();
let told = 0;

const keyOf = (profile: SiteProfile, page: PageKind): string => `${profile.id}/${page.id}`;

/** What the profile says of the page: when that changes, what was counted before says nothing any more. */
const signOf = (page: PageKind): string => JSON.stringify(page);

/**
 * Of the fields that the page kind should show, those that were found in any of the page's frames and those that were in none.
 * A list of which nothing stands there is neither, unless nothing at all was read of a page that is full.
 */
export function hitsOf(page: PageKind, readings: readonly FrameReading[]): ReadonlyMap<string, boolean> {
  const facts = readings.flatMap((reading) => reading.facts);
  const found = new Set(
    facts.filter(({ state }) => state !== "unread").map(({ entity, field }) => `${entity}.${field}`),
  );
  const there = new Set<string>(facts.map(({ entity }) => entity));
  const blind = facts.length === 0 && readings.some(({ hits }) => hits.seen > 5);
  const hits = new Map<string, boolean>();
  for (const path of page.shows ?? []) {
    const [element = ""] = path.split(".");
    const once = elementOf(element as ElementId)?.cardinality === "one";
    if (found.has(path)) hits.set(path, true);
    else if (blind || there.has(element) || (once && facts.length > 0)) hits.set(path, false);
  }
  return hits;
}

const readingsOf = (tab: number): readonly FrameReading[] =>
  framesOf(tab).flatMap(({ reading }) => (reading === undefined ? [] : [reading]));

async function count(frame: FramePort, view: View, now: number, changed: () => void): Promise<void> {
  view.done = true;
  const { profile, page } = view;
  // Of several frames that are one page the first speaks for all.
  const first = framesOf(frame.tab).find((one) => views.get(one)?.page.id === page.id);
  if (first !== undefined && first !== frame) return;
  const key = keyOf(profile, page);
  const db = await database();
  const old = await db.get("hits", key);
  const sign = signOf(page);
  const before: PageHits = old?.sign === sign ? old : { sign, fields: {} };
  const fields = { ...before.fields };
  for (const [path, hit] of hitsOf(page, readingsOf(frame.tab))) {
    fields[path] = withView(fields[path], hit, now);
    const sum = untold.get(`${key}/${path}`) ?? { seen: 0, hit: 0 };
    untold.set(`${key}/${path}`, { seen: sum.seen + 1, hit: sum.hit + (hit ? 1 : 0) });
  }
  await db.put("hits", { sign, fields }, key);
  const was = JSON.stringify(fallenFields(before));
  const is = fallenFields({ sign, fields });
  fallen.set(key, is);
  const moved = was !== JSON.stringify(is);
  if (moved) changed();
  if (moved || now - told > REPORT) await tellHits(now);
}

/** Hands over what was counted; what cannot be told now is told later. */
async function tellHits(now: number): Promise<void> {
  const device = await deviceOfMember();
  if (device === undefined || untold.size === 0) return;
  const fields = [...untold].map(([key, { seen, hit }]) => {
    const [profile = "", page = "", field = ""] = key.split("/");
    const since = fallen.get(`${profile}/${page}`)?.find((one) => one.field === field)?.since;
    return { profile, page, field, seen, hit, ...(since === undefined ? {} : { since }) };
  });
  const answer = await callSigned("reportHits", { body: { device, fields: fields.slice(0, 500) } });
  // A field that the deployment does not know is refused for good.
  if (!answer.ok && answer.refusal.code === "busy") return;
  told = now;
  untold.clear();
}

/** One frame was read; `changed` is called when a field of its page has fallen or is back. */
export function noteReading(frame: FramePort, profiles: readonly SiteProfile[], changed: () => void): void {
  const { reading } = frame;
  const { scan } = frame.reader;
  const profile = profiles.find(({ id }) => id === scan?.profile?.id);
  const page = scan?.profile?.page === undefined ? undefined : profile?.pages[scan.profile.page];
  if (reading === undefined || profile === undefined || page?.shows === undefined) return;
  if (restored === undefined) {
    restored = restore();
    void restored.then(() => (fallen.size > 0 ? changed() : undefined));
  }
  const before = views.get(frame);
  if (before !== undefined && before.url === reading.url && before.page.id === page.id) return;
  const view: View = { url: reading.url, profile, page, done: false };
  views.set(frame, view);
  setTimeout(() => {
    // A page that was left before it had settled tells nothing.
    if (views.get(frame) !== view || view.done) return;
    void count(frame, view, Date.now(), changed).catch((cause: unknown) => console.error("page hits", cause));
  }, SETTLE);
}

let restored: Promise<void> | undefined;

/** The page kinds whose fields have fallen, as they were when the background last ran. */
async function restore(): Promise<void> {
  const db = await database();
  for (const key of await db.getAllKeys("hits"))
    if (!fallen.has(key)) fallen.set(key, fallenFields(await db.get("hits", key)));
}

/** Of the fields that have fallen on a page kind, those that the page lacks now as well. */
export function lostNow(
  profile: SiteProfile | undefined,
  reading: FrameReading | undefined,
  readings: readonly FrameReading[],
): readonly { readonly field: string; readonly since: number }[] {
  const page = profile?.pages.find(({ id }) => id === reading?.pageKind);
  if (profile === undefined || page === undefined || reading === undefined) return [];
  const hits = hitsOf(page, readings);
  return (fallen.get(keyOf(profile, page)) ?? []).filter(({ field }) => hits.get(field) === false);
}
