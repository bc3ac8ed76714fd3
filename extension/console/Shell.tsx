// The frame around every page: side bar, page, key list.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { SessionView } from "../protocol/messages.ts";
import { words } from "../words/console.ts";
import { AccountPage } from "./account/AccountPage.tsx";
import { BoardPage } from "./board/BoardPage.tsx";
import { CasePage } from "./cases/CasePage.tsx";
import { CasesPage } from "./cases/CasesPage.tsx";
import { CustodyPage } from "./custody/CustodyPage.tsx";
import { DeskPage } from "./desk/DeskPage.tsx";
import { HealthPage } from "./health/HealthPage.tsx";
import { IntakePage } from "./intake/IntakePage.tsx";
import { ItemPage } from "./items/ItemPage.tsx";
import { ItemsPage } from "./items/ItemsPage.tsx";
import { rowKeys, useKeys } from "./keys.ts";
import { GuidesPage } from "./learn/GuidesPage.tsx";
import { ManualPage } from "./learn/ManualPage.tsx";
import { QuizPage } from "./learn/QuizPage.tsx";
import { NotesPage } from "./notes/NotesPage.tsx";
import { ObjectionsPage } from "./objections/ObjectionsPage.tsx";
import { PackContext, usePackHold } from "./pack.ts";
import { type PageId, pagesOf } from "./pages.ts";
import { Empty } from "./parts/Empty.tsx";
import { KeyList } from "./parts/KeyList.tsx";
import { PeoplePage } from "./people/PeoplePage.tsx";
import { ProfilesPage } from "./profiles/ProfilesPage.tsx";
import { RecordPage } from "./record/RecordPage.tsx";
import { type Place, sheetOf, usePlace } from "./route.ts";
import { Sidebar } from "./Sidebar.tsx";
import { useMember } from "./session.ts";
import { CheckSheet } from "./sheet/CheckSheet.tsx";
import { StatutesPage } from "./statutes/StatutesPage.tsx";
import { ChecklistsPage } from "./studio/ChecklistsPage.tsx";
import { PublishPage } from "./studio/PublishPage.tsx";
import { RulesPage } from "./studio/RulesPage.tsx";
import { StudioPlace } from "./studio/StudioPlace.tsx";
import { TrafficPage } from "./traffic/TrafficPage.tsx";

const drawn: Readonly<Record<PageId, (place: Place, onView: (view: SessionView) => void) => VNode>> = {
  desk: () => <DeskPage />,
  record: () => <RecordPage />,
  custody: () => <CustodyPage />,
  board: ({ of }) => <BoardPage of={of} />,
  cases: ({ of }) => {
    if (of === undefined) return <CasesPage />;
    const sheet = sheetOf(of);
    return sheet === undefined ? (
      <CasePage caseKey={of} key={of} />
    ) : (
      <CheckSheet caseKey={sheet} key={sheet} />
    );
  },
  items: ({ of }) => (of === undefined ? <ItemsPage /> : <ItemPage of={of} key={of} />),
  notes: () => <NotesPage />,
  rules: ({ of }) => <RulesPage id={of} />,
  checklists: ({ of }) => <ChecklistsPage id={of} />,
  profiles: ({ of }) => <ProfilesPage id={of} />,
  publish: () => <PublishPage />,
  statutes: () => <StatutesPage />,
  health: () => <HealthPage />,
  people: () => <PeoplePage />,
  intake: () => <IntakePage />,
  account: (_, onView) => <AccountPage onView={onView} />,
  objections: () => <ObjectionsPage />,
  guides: ({ of }) => <GuidesPage of={of} key={of} />,
  quiz: () => <QuizPage />,
  manual: () => <ManualPage />,
  traffic: () => <TrafficPage />,
};

export function Shell({ view, onView }: { view: SessionView; onView: (view: SessionView) => void }): VNode {
  const pages = pagesOf(useMember().roles);
  const place = usePlace();
  const pack = usePackHold(view.pack.revision);
  const [keys, setKeys] = useState(false);
  useKeys({ "?": () => setKeys(true), ...rowKeys() });
  const current = place.page === "" ? pages[0] : pages.find(({ id }) => id === place.page);
  return (
    <PackContext.Provider value={pack}>
      <StudioPlace revision={view.pack.revision}>
        <div class="shell">
          <a class="skip" href="#content">
            {words.skip}
          </a>
          <Sidebar
            pages={pages}
            current={current?.id}
            view={view}
            onView={onView}
            onKeys={() => setKeys(true)}
          />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard */}
          <main id="content" tabIndex={0}>
            {current === undefined ? (
              <Empty title={pages.length === 0 ? words.noRole : words.notHere}>
                {pages.length === 0 ? words.noRoleWhy : words.notHereWhy}
              </Empty>
            ) : (
              drawn[current.id](place, onView)
            )}
          </main>
          {keys ? <KeyList onClose={() => setKeys(false)} /> : null}
        </div>
      </StudioPlace>
    </PackContext.Provider>
  );
}
