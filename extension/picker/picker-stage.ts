// Brings the picker up in a test over a page: what is pointed at is read by the real reader, only browser and transport are stood in for.
import { afterEach, expect, vi } from "vitest";
import { readProfile } from "../../shared/rules/check-profile.ts";
import type { SiteProfile } from "../../shared/rules/site-profile.ts";
import { lookAtPlaces } from "../background/look-at-places.ts";
import { blankProfile } from "../background/picking/first-draft.ts";
import { OWN_ELEMENT } from "../look/own-element.ts";
import { FIRST_PLACE } from "../overlay/kept-place.ts";
import { startOverlay } from "../overlay/overlay.ts";
import type { Overlay } from "../overlay/overlay-contract.ts";
import { patience } from "../overlay/stay.ts";
import { pickUp } from "../overlay/surface.ts";
import type { CapturedPage, PickView } from "../protocol/picking.ts";
import { unpackScan } from "../protocol/unpack-scan.ts";
import { classWords } from "../reading/facts/class-words.ts";
import { labelWords } from "../reading/facts/label-words.ts";
import { newMemory } from "../reading/facts/naming.ts";
import { pinnedAt, placesToPin, withPinned } from "../reading/facts/pinned.ts";
import { profileLabels } from "../reading/facts/profile-labels.ts";
import { readFrame } from "../reading/facts/read-frame.ts";
import { keys, scanOf } from "../reading/frame-scan.ts";
import { learnLabels } from "../reading/label.ts";
import { learnClasses } from "../reading/libraries.ts";
import { scanAll } from "../reading/scan.ts";
import { startPicker } from "./start-picker.tsx";

let overlay: Overlay | undefined;
/** The draft as the background has it. */
export let profile: SiteProfile;
/** What was handed over to be kept, and which pages of the console were asked for. */
export let kept: readonly CapturedPage[] | undefined;
export let opened: string[] = [];
const marks = keys();

const root = (): HTMLElement => pickUp()!.root;
export const $ = <T extends HTMLElement = HTMLElement>(css: string): T => {
  const found = root().querySelector<T>(css);
  if (found === null) throw new Error(`nothing at ${css}; there is: ${root().textContent}`);
  return found;
};
export const all = (css: string): HTMLElement[] => [...root().querySelectorAll<HTMLElement>(css)];
export const texts = (css: string): string[] => all(css).map((each) => each.textContent ?? "");
/** Waits until what is expected holds. */
export const until = (holds: () => void): Promise<void> => vi.waitFor(holds, { timeout: 2_000, interval: 5 });
/** The page is drawn anew after what has been done to it. */
const drawn = (): Promise<void> => new Promise((next) => setTimeout(next, 8));
/** Clicks on the first match, or on the one that says so, once it is there. */
export async function press(css: string, text = ""): Promise<void> {
  const find = (): HTMLElement | undefined => all(css).find((each) => each.textContent?.includes(text));
  await until(() => expect(find(), `${css} “${text}” in: ${root().textContent}`).toBeDefined());
  find()!.click();
  await drawn();
}
export async function type(css: string, text: string): Promise<void> {
  const box = $<HTMLInputElement>(css);
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  await drawn();
}
export async function choose(css: string, value: string): Promise<void> {
  const box = $<HTMLSelectElement>(css);
  box.value = value;
  box.dispatchEvent(new Event("change", { bubbles: true }));
  await drawn();
}
export async function key(css: string, name: string): Promise<void> {
  const said = { key: name, bubbles: true, cancelable: true, composed: true };
  $(css).dispatchEvent(new KeyboardEvent("keydown", said));
  await drawn();
}

/** The page as the background would answer that the draft reads it. */
function view(): PickView {
  learnLabels(labelWords() + profileLabels([profile]));
  learnClasses(classWords());
  const ignore = (element: Element): boolean =>
    profile.pages.some((page) => page.ignore?.some((css) => element.matches(css)) === true);
  const units = scanAll(document.body, { ignore });
  const seen = unpackScan(scanOf(units, document, { frame: "", profile, slow: false, keys: marks }).scan);
  const kind = seen.profile?.page === undefined ? undefined : profile.pages[seen.profile.page];
  const places = placesToPin(seen, kind);
  const { values } = lookAtPlaces(places, document);
  const scan = withPinned(
    seen,
    places.flatMap((css, at) => pinnedAt(css, values[at])),
  );
  const page = kind?.id;
  const reading = readFrame(scan, [profile], 1, newMemory());
  return {
    profile,
    published: false,
    frames: [{ scan, reading, ...(page === undefined ? {} : { page }) }],
    others: [],
  };
}

/** What the background answers; a draft that does not hold is refused as it would be. */
async function answer(
  ask: string,
  input: { profile?: unknown; tests?: readonly CapturedPage[]; path?: string },
) {
  if (ask === "pick-change") {
    const checked = readProfile(input.profile);
    if (!checked.ok) return { ok: false, code: checked.refusal.code, message: checked.refusal.message };
    profile = checked.value;
  }
  if (ask === "open-console") opened.push(input.path ?? "");
  if (ask === "pick-save") kept = input.tests;
  return { ok: true, value: ask === "pick-save" ? profile.id : ask.startsWith("pick-") ? view() : null };
}

/** Opens the picker over a page; each of its elements with an id has a place of its own. */
export async function open(html: string, draft?: SiteProfile): Promise<void> {
  document.body.innerHTML = html;
  profile = draft ?? blankProfile(location.href);
  [kept, opened] = [undefined, []];
  vi.stubGlobal("chrome", { runtime: { onMessage: { addListener() {}, removeListener() {} } } });
  overlay = startOverlay({
    frame: "",
    ask: answer as never,
    send: () => undefined,
    reread: () => undefined,
    keep: () => undefined,
    kept: Promise.resolve(FIRST_PLACE),
    patience: patience(),
    reopened: () => undefined,
  });
  pickUp()!.attach();
  await startPicker(pickUp()!);
}

/** Points at an element of the page with the mouse. */
export async function point(id: string): Promise<void> {
  const element = document.getElementById(id)!;
  document.elementsFromPoint = () => [element];
  $(".pick-shield").click();
  await drawn();
}

/** Takes everything away after each test of a file. */
export function pickerStage(): void {
  afterEach(() => {
    all(".pick-list footer .second")[0]?.click();
    overlay?.stop();
    for (const element of document.querySelectorAll(OWN_ELEMENT)) element.remove();
  });
}
