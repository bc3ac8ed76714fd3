// What the panel knows beside the page's state: which tab and card are open, the minute's tick, the toast, the acts.
import { computed, signal } from "@preact/signals";
import type { Guide } from "../../../shared/guides/guide.ts";
import type { Finding } from "../../../shared/rules/finding.ts";
import type { FindingAnswer, PageState } from "../../protocol/messages.ts";
import { words } from "../../words/panel.ts";
import { type Standing, standingOf } from "../standing.ts";
import type { Surface } from "../surface.ts";

export type TabId = "reminders" | "clocks" | "checklist" | "notes";
export const TABS: readonly TabId[] = ["reminders", "clocks", "checklist", "notes"];

export interface Toast {
  readonly text: string;
  readonly small?: string | undefined;
  readonly act?: { readonly label: string; run(): void } | undefined;
}

export type Said = Exclude<FindingAnswer["kind"], "signed">;

/** The panel's signals over one surface. */
export function createStore(surface: Surface) {
  const state = signal<PageState | undefined>(surface.state());
  const now = signal(surface.now());
  const tab = signal<TabId>("reminders");
  /** Key of the only open card. */
  const card = signal<string | undefined>(undefined);
  /** Key of the card that the keyboard stands on. */
  const focused = signal<string | undefined>(undefined);
  /** The answer that is being written, and to which finding. */
  const saying = signal<{ readonly key: string; readonly kind: Said } | undefined>(undefined);
  /** The guide that is read in place of the tabs, and the card that it was opened from. */
  const guide = signal<{ readonly guide: Guide; readonly finding: Finding } | undefined>(undefined);
  /** Id of the checklist chosen in place of the page's own. */
  const list = signal<string | undefined>(undefined);
  const note = signal<string | undefined>(undefined);
  /** What has just been put right, as it stood before. */
  const fixed = signal<readonly Finding[]>([]);
  /** A note is being written: its form stays, whatever the officer does on the page. */
  const writing = signal(false);
  const toast = signal<Toast | undefined>(undefined);
  const menu = signal<"more" | "pause" | undefined>(undefined);
  const low = signal(false);
  const busy = signal(false);
  const anchored = signal<ReadonlyMap<string, string>>(new Map());
  /** Scrolls to a note in place; set once its layer is there. */
  const reveal = signal<(id: string) => boolean>(() => false);
  const reachable = signal(true);
  const place = signal(surface.place());
  const standing = computed<Standing>(() => standingOf(state.value?.applicable ?? []));

  const locate = (path: string | undefined, focus = false): void => {
    if (path === undefined || !surface.locate(path, focus)) toast.value = { text: words.toast.hidden };
  };

  const failed = (message: string): void => {
    toast.value = { text: words.toast.failed(message === "" ? words.toast.unreachable : message) };
  };

  /** Answers a finding; says so when it could not be kept. A form without a case number is known by its tab. */
  const answer = async (
    finding: Finding,
    kind: FindingAnswer["kind"],
    said?: string,
    until?: number,
  ): Promise<boolean> => {
    const { caseKey = "" } = state.value ?? {};
    if (caseKey === "" && kind !== "explained") return false;
    const sent = await surface.ask("answer", {
      caseKey,
      finding: finding.key,
      rule: finding.rule,
      on: finding.on,
      kind,
      ...(said === undefined || said === "" ? {} : { said }),
      ...(until === undefined ? {} : { until }),
    });
    if (!sent.ok) {
      failed(sent.message);
      return false;
    }
    saying.value = undefined;
    const offline = state.value?.connection !== "online";
    toast.value = { text: words.toast[kind], small: offline ? words.toast.queued : undefined };
    return true;
  };

  return {
    surface,
    state,
    now,
    tab,
    card,
    focused,
    saying,
    guide,
    list,
    note,
    fixed,
    writing,
    toast,
    menu,
    low,
    busy,
    anchored,
    reveal,
    reachable,
    place,
    standing,
    locate,
    answer,
    failed,
  };
}

export type Store = ReturnType<typeof createStore>;

/** The first field of a finding that can be located on the page shown now; none where what it speaks of stands on another page. */
export function placeOf(finding: Finding, state: PageState | undefined): string | undefined {
  if (finding.elsewhere === true) return undefined;
  const paths = [
    ...(finding.marker === undefined ? [] : [finding.marker]),
    ...finding.fields.map(({ path }) => path),
  ];
  return paths.find((path) => state?.evidence[path]?.here === true);
}
