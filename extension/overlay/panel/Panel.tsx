// The panel as a whole: head, tabs, one scrolling area, foot, toast.
import type { VNode } from "preact";
import { words } from "../../words/panel.ts";
import { blankOf } from "./Blank.tsx";
import { Checklists } from "./Checklists.tsx";
import { Clocks } from "./Clocks.tsx";
import { Foot } from "./Foot.tsx";
import { Grip } from "./Grip.tsx";
import { GuideView } from "./GuideView.tsx";
import { Head } from "./Head.tsx";
import { Headline } from "./Headline.tsx";
import { NextLine } from "./NextLine.tsx";
import { Notes } from "./Notes.tsx";
import { Pager } from "./Pager.tsx";
import { Reminders } from "./Reminders.tsx";
import { OtherMatters } from "./Supervision.tsx";
import type { Store, TabId } from "./store.ts";
import { Tabs } from "./Tabs.tsx";
import { ToastBar } from "./ToastBar.tsx";

const BODY: Readonly<Record<TabId, (props: { store: Store }) => VNode>> = {
  reminders: Reminders,
  clocks: Clocks,
  checklist: Checklists,
  notes: Notes,
};

export function Panel({ store, close }: { store: Store; close: () => void }): VNode {
  const tab = store.tab.value;
  const Body = BODY[tab];
  const blank = blankOf(store);
  const guided = store.guide.value !== undefined;
  return (
    <>
      <Grip store={store} />
      <Head store={store} close={close} />
      {blank ?? (
        <>
          <Headline store={store} />
          {guided ? (
            <GuideView store={store} />
          ) : (
            <>
              <NextLine store={store} />
              <Tabs store={store} />
              <Pager store={store} />
              <div class="scroll" role="tabpanel" id="fb-body" aria-labelledby={`fb-tab-${tab}`}>
                {tab === "reminders" && <OtherMatters store={store} />}
                <Body store={store} />
              </div>
            </>
          )}
        </>
      )}
      <ToastBar store={store} />
      <Foot store={store} />
      <p class="unseen" role="status" aria-live="polite">
        {spoken(store)}
      </p>
    </>
  );
}

/** What the live region says: it changes with the facts, not with the minute. */
function spoken({ standing, fixed }: Store): string {
  const { all, counts, unknown, checked, mended, fine } = standing.value;
  if (all.length === 0) return "";
  const parts = fixed.value.map(({ title }) => `${words.card.fixed}：${title}`);
  parts.push(
    ...(["red", "orange", "yellow", "blue"] as const)
      .filter((colour) => counts[colour] > 0)
      .map((colour) => words.count[colour](counts[colour])),
  );
  if (unknown > 0) parts.push(words.count.grey(unknown));
  if (parts.length > 0) return parts.join("，");
  return mended.length > 0 ? words.clear.happened(checked, fine.length) : words.clear.headline(checked);
}
