// What the picker knows: the page as the draft reads it, what is pointed at, the steps made, and how a step is made.
import { batch, computed, signal } from "@preact/signals";
import { foldLabel } from "../../shared/dictionary/fold.ts";
import { pathLabel } from "../../shared/dictionary/words.ts";
import type { Fact } from "../../shared/facts/fact.ts";
import type { PageKind, SiteProfile } from "../../shared/rules/site-profile.ts";
import { framesWithin } from "../overlay/panel/frames-within.ts";
import type { Surface } from "../overlay/surface.ts";
import type { PickFrame, PickView } from "../protocol/picking.ts";
import { correctionFor } from "../reading/facts/corrections.ts";
import { words } from "../words/picker.ts";
import { firstKind, kindOfFields, urlSign, withPage } from "./page-sign.ts";
import { type Marks, markOf, type Shown, shownOn } from "./shown.ts";
import { isRead, type Target, targetAt, targetsOf } from "./targets.ts";

export interface Done {
  readonly before: SiteProfile;
  readonly said: string;
}

export interface Notice {
  readonly text: string;
  readonly small?: string;
  readonly bad?: boolean;
  readonly act?: { readonly label: string; run(): void };
}

/** How long a step is given to show on the page, and how often that is looked at (ms). */
const PATIENCE = 6_000;
const STEP = 120;

/** What a step changes, given the id of the page kind that it is about. */
export type Change = (profile: SiteProfile, page: string) => SiteProfile;

/** `强制措施 → 执行时间`. */
export const fieldWords = ({ entity, field }: Pick<Fact, "entity" | "field">): string =>
  pathLabel(`${entity}.${field}`);

export function createPickerStore(surface: Surface) {
  const view = signal<PickView | undefined>(undefined);
  /** The place whose card is open. */
  const chosen = signal<Target | undefined>(undefined);
  /** The region that the card speaks of instead of the value. */
  const region = signal<Element | undefined>(undefined);
  const hovered = signal<Element | undefined>(undefined);
  const focused = signal<string | undefined>(undefined);
  const filter = signal<"all" | "unread">("all");
  const naming = signal(false);
  const done = signal<readonly Done[]>([]);
  const busy = signal(false);
  const notice = signal<Notice | undefined>(undefined);
  const marks = signal<Marks>(new Map());

  const documents = computed(() => {
    void view.value;
    return framesWithin(window, surface.frame);
  });
  const targets = computed<readonly Target[]>(() =>
    (view.value?.frames ?? []).flatMap((pick) => {
      const at = documents.value.find(({ frame }) => frame === pick.scan.frame);
      return at === undefined ? [] : targetsOf(pick, at);
    }),
  );
  /** The page kind of a frame, by the draft. */
  const frameOf = (frame: string): PickFrame | undefined =>
    view.value?.frames.find(({ scan }) => scan.frame === frame);
  const pageOf = (frame: string): PageKind | undefined => {
    const id = frameOf(frame)?.page;
    return view.value?.profile.pages.find((page) => page.id === id);
  };
  /** Labels that a person has said are no field. */
  const setAside = (target: Target): boolean =>
    pageOf(target.frame)?.corrections?.some(
      ({ label, css, field }) =>
        field === "" &&
        (css === target.css || (css === undefined && foldLabel(label ?? "") === foldLabel(target.label))),
    ) === true;
  /** The field that the draft says a place is. */
  const toldOf = (target: Target): string | undefined =>
    correctionFor(target, pageOf(target.frame))?.field || undefined;
  /** What the list speaks of: what has a label, and what a person has named by its place. */
  const isListed = (target: Target): boolean => target.label !== "" || toldOf(target) !== undefined;
  const counted = computed(() => targets.value.filter((one) => isListed(one) && !setAside(one)));
  const read = computed(() => counted.value.filter(isRead).length);
  /** The frame that the page as a whole is named by: that with most to read. */
  const mainFrame = computed<PickFrame | undefined>(
    () =>
      [...(view.value?.frames ?? [])].sort(
        (a, b) =>
          Number(b.page !== undefined) - Number(a.page !== undefined) ||
          b.scan.cells.length + b.scan.tables.length - a.scan.cells.length - a.scan.tables.length,
      )[0],
  );

  /** Of each page kind that stands here, what it is to show from now on and what else could be meant. */
  const shows = computed<readonly { readonly page: PageKind; readonly fields: readonly Shown[] }[]>(() => {
    const { profile, frames } = view.value ?? { profile: { pages: [] }, frames: [] };
    return profile.pages
      .map((page) => ({ page, fields: shownOn(page, frames, marks.value) }))
      .filter(({ page }) => frames.some((pick) => pick.page === page.id));
  });
  /** A person says whether a page kind always shows a field. */
  const mark = (page: PageKind, path: string, kept: boolean): void => {
    marks.value = new Map(marks.value).set(markOf(page, path), kept);
  };

  const say = (text: string, more: Omit<Notice, "text"> = {}): void => {
    notice.value = { text, ...more };
  };

  /** Shows the page as it is read now; the place whose card is open stays the same place. */
  const take = (fresh: PickView): void =>
    batch(() => {
      view.value = fresh;
      const open = chosen.value;
      if (open !== undefined)
        chosen.value =
          targets.value.find(({ key }) => key === open.key) ??
          (open.element.isConnected ? targetAt(open.element, targets.value, open.frame) : open);
    });

  const readBy = async (profile: SiteProfile): Promise<boolean> => {
    busy.value = true;
    const answer = await surface.ask("pick-change", { profile });
    busy.value = false;
    if (answer.ok) take(answer.value);
    else say(words.failed, { small: answer.message, bad: true });
    return answer.ok;
  };

  /** Frames whose page kind was named for the time being. */
  const named = new Set<string>();
  /** The profile with a page kind for a frame, named for the time being where it has none. */
  const withKind = (profile: SiteProfile, frame: string): readonly [SiteProfile, string] => {
    const pick = frameOf(frame);
    if (pick?.page !== undefined || pick === undefined) return [profile, pick?.page ?? ""];
    const kind = firstKind(pick.reading.pageKind);
    named.add(frame);
    return [withPage(profile, kind, { url: urlSign(pick.scan.url) }), kind];
  };

  /** A page that nobody has named goes by the fields that are pointed at on it and those that are read there already. */
  const betterNamed = (profile: SiteProfile, frame: string, page: string): SiteProfile => {
    const pick = frameOf(frame);
    const old = profile.pages.find(({ id }) => id === page);
    if (!named.has(frame) || pick === undefined || old === undefined) return profile;
    const read = pick.reading.facts.flatMap(({ entity, field, state }) =>
      state === "unread" ? [] : [`${entity}.${field}`],
    );
    const kind = kindOfFields([...new Set([...(old.corrections ?? []).map(({ field }) => field), ...read])]);
    if (kind === undefined || kind === page || profile.pages.some(({ id }) => id === kind)) return profile;
    return withPage(profile, kind, { url: urlSign(pick.scan.url) }, page);
  };

  /** Makes a step on the page of a frame and has the page read again by it; false when the step was refused. */
  const make = async (frame: string, said: string, change: Change): Promise<boolean> => {
    const before = view.value?.profile;
    if (before === undefined || busy.value) return false;
    const [known, page] = withKind(before, frame);
    const changed = change(known, page);
    const good = await readBy(said === words.step.page ? changed : betterNamed(changed, frame, page));
    if (good && said === words.step.page) named.delete(frame);
    if (good) done.value = [...done.value, { before, said }];
    return good;
  };

  const undo = async (): Promise<void> => {
    const last = done.value.at(-1);
    if (last === undefined || busy.value) return;
    if (await readBy(last.before)) done.value = done.value.slice(0, -1);
  };

  /** Asks anew what is read; a background that has forgotten is told the draft again. */
  const look = async (): Promise<void> => {
    if (busy.value) return;
    const profile = view.value?.profile;
    const answer = await surface.ask("pick-view", {});
    if (answer.ok) take(answer.value);
    else if (profile !== undefined) await readBy(profile);
  };

  /** The place as it is read once the page has caught up with a step; as it is after a while when it is not read. */
  const settled = async (target: Target): Promise<Target> => {
    for (let waited = 0; ; waited += STEP) {
      const now = targetAt(target.element, targets.value, target.frame);
      if (now.facts.length > 0 || waited >= PATIENCE) return now;
      await new Promise((done) => setTimeout(done, STEP));
      await look();
    }
  };

  const start = async (): Promise<boolean> => {
    const answer = await surface.ask("pick-start", {});
    if (answer.ok) take(answer.value);
    else say(words.failed, { small: answer.message, bad: true });
    return answer.ok;
  };

  const choose = (target: Target | undefined): void =>
    batch(() => {
      chosen.value = target;
      region.value = undefined;
      naming.value = false;
      if (target !== undefined) focused.value = target.key;
    });

  return {
    surface,
    view,
    chosen,
    region,
    hovered,
    focused,
    filter,
    naming,
    done,
    busy,
    notice,
    documents,
    targets,
    counted,
    read,
    mainFrame,
    marks,
    shows,
    mark,
    frameOf,
    pageOf,
    setAside,
    isListed,
    toldOf,
    say,
    make,
    undo,
    look,
    settled,
    start,
    choose,
  };
}

export type PickerStore = ReturnType<typeof createPickerStore>;
