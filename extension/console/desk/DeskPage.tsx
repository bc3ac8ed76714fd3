// 今日: the officer's first page – the day's clearing, all open matters by risk and time, and the own record beside them.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { dayOf } from "../../../shared/time/civil.ts";
import { instantText, weekdayText } from "../../../shared/time/format.ts";
import { words } from "../../words/console-desk.ts";
import { ExcelButton } from "../excel/ExcelButton.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { PaperLine, PrintButton } from "../parts/Paper.tsx";
import { SearchBox } from "../parts/SearchBox.tsx";
import { Segments } from "../parts/Segments.tsx";
import { RecordCard } from "../record/RecordCard.tsx";
import { isWatcher, useMember } from "../session.ts";
import { DayBar } from "./DayBar.tsx";
import { deskTables } from "./excel.ts";
import { isFound, MatterList } from "./MatterList.tsx";
import { SideButton } from "./SideButton.tsx";
import { useDesk, type Whose } from "./use-desk.ts";

const WORDS = words.desk;

/** `11月20日 周五 15:48`. */
export const nowText = (now: number): string => {
  const [day = "", clock = ""] = instantText(now).split(" ");
  return `${day} ${weekdayText(dayOf(now))}　${clock}`;
};

export function DeskPage(): VNode {
  const member = useMember();
  const [whose, setWhose] = useState<Whose>(member.roles.includes("officer") ? "mine" : "unit");
  const [typed, setTyped] = useState("");
  const { loaded, rows } = useDesk(whose, member.id);
  const now = loaded.value?.desk.at ?? Date.now();
  return (
    <>
      <PageHead title={WORDS.title} sub={nowText(now)}>
        {isWatcher(member) || member.roles.length > 1 ? (
          <Segments
            label={WORDS.whose}
            value={whose}
            options={[
              { id: "mine", word: WORDS.mine },
              { id: "unit", word: WORDS.unit },
            ]}
            onValue={setWhose}
          />
        ) : null}
        <SideButton />
        <ExcelButton
          name={WORDS.title}
          disabled={loaded.value === undefined}
          tables={() =>
            deskTables(
              rows.filter((row) => isFound(row, typed)),
              loaded.value?.desk.day ?? [],
              loaded.value?.desk.cases ?? [],
              now,
            )
          }
        />
        <PrintButton />
        <SearchBox label={WORDS.search} value={typed} onValue={setTyped} />
      </PageHead>
      <PaperLine />
      {loaded.value === undefined ? null : (
        <DayBar day={loaded.value.desk.day} cases={loaded.value.desk.cases} />
      )}
      <div class="columns desk">
        <section class="card grow desk-list" aria-label={WORDS.title}>
          <Loaded of={loaded} rows={8}>
            {() => <MatterList rows={rows} typed={typed} now={now} onDone={() => void loaded.again()} />}
          </Loaded>
        </section>
        <RecordCard />
      </div>
    </>
  );
}
