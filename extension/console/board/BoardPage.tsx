// The board: the numbers of a unit and of all below it for some days, down to the station; honest about who has not reported.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { dayKey, dayOf } from "../../../shared/time/civil.ts";
import { words } from "../../words/board.ts";
import { words as bulletinWords } from "../../words/bulletin.ts";
import { ExcelButton } from "../excel/ExcelButton.tsx";
import { DayField } from "../items/DayField.tsx";
import { usePack } from "../pack.ts";
import { Button } from "../parts/Button.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { Segments } from "../parts/Segments.tsx";
import { State } from "../parts/State.tsx";
import { hashOf } from "../route.ts";
import { may, useMember } from "../session.ts";
import { useCall } from "../use-call.ts";
import { BulletinPage } from "./BulletinPage.tsx";
import { DaysCard } from "./DaysCard.tsx";
import { Elsewhere } from "./Elsewhere.tsx";
import { boardTables } from "./excel.ts";
import { Figures } from "./Figures.tsx";
import { RulesCard } from "./RulesCard.tsx";
import { type Board, PERIODS, type Period, reporting, spanOf } from "./rows.ts";
import { SendingCard } from "./SendingCard.tsx";
import { UnitsTable } from "./UnitsTable.tsx";

const CHOICES = Object.keys(PERIODS) as readonly Period[];

/** The way from the own unit down to the one that is shown. */
function Path({ of: { path } }: { of: Board }): VNode | null {
  if (path.length < 2) return null;
  return (
    <nav class="board-path" aria-label={words.path}>
      {path.map(({ unit, unitName }, i) =>
        i === path.length - 1 ? (
          <strong key={unit}>{unitName}</strong>
        ) : (
          <span key={unit}>
            <a href={i === 0 ? hashOf("board") : hashOf("board", unit)}>{unitName}</a>
            <span aria-hidden="true"> / </span>
          </span>
        ),
      )}
    </nav>
  );
}

function Silent({ of }: { of: Board }): VNode | null {
  const { silent } = reporting(of);
  return silent === 0 ? null : (
    <section class="card pad board-silent">
      <State colour="grey">{words.silentTitle(silent)}</State>
      <p class="sub">{words.silentWhy}</p>
    </section>
  );
}

export function BoardPage({ of }: { of?: string | undefined }): VNode {
  const { rules } = usePack();
  const member = useMember();
  const [period, setPeriod] = useState<Period>("day");
  const [until, setUntil] = useState(() => dayKey(dayOf(Date.now())));
  const [telling, setTelling] = useState(false);
  const span = spanOf(period, until, Date.now());
  const loaded = useCall("rollup", { query: { ...span, ...(of === undefined ? {} : { unit: of }) } });
  const { value } = loaded;
  const told = value && reporting(value);
  if (telling)
    return (
      <BulletinPage
        of={of}
        period={period}
        until={until}
        onPeriod={setPeriod}
        onUntil={setUntil}
        onClose={() => setTelling(false)}
      />
    );
  return (
    <>
      <PageHead
        title={words.title}
        chip={value === undefined ? null : <span class="chip">{value.unitName}</span>}
        sub={told === undefined ? null : words.sub(told.units, told.reported)}
      >
        <Segments
          label={words.period}
          value={period}
          options={CHOICES.map((id) => ({ id, word: words.periods[id] }))}
          onValue={setPeriod}
        />
        <div class="board-until">
          <DayField label={words.until} value={until} onValue={setUntil} />
        </div>
        <Button onClick={() => setTelling(true)}>{bulletinWords.open}</Button>
        <ExcelButton
          name={words.title}
          disabled={value === undefined}
          tables={() => (value === undefined ? [] : boardTables(value, rules))}
        />
      </PageHead>
      <Loaded of={loaded} rows={8}>
        {(board) => (
          <div class="board">
            <Path of={board} />
            <Silent of={board} />
            <Figures of={board.total} />
            <UnitsTable of={board} />
            <div class="columns board-more">
              <RulesCard of={board} rules={rules} />
              <div class="column">
                <DaysCard of={board} />
                {board.sending === null ? null : <SendingCard of={board.sending} now={board.at} />}
                {of === undefined && may(member, "admin") ? (
                  <Elsewhere board={board} again={() => void loaded.again()} />
                ) : null}
              </div>
            </div>
          </div>
        )}
      </Loaded>
    </>
  );
}
