// 警案对账: the calls of one day by channel against the unit's cases, what is not cleared first.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { dayKey, dayOf, parseDay } from "../../../shared/time/civil.ts";
import { words } from "../../words/intake.ts";
import { ExcelButton } from "../excel/ExcelButton.tsx";
import { callsTable } from "../excel/supervision-lists.ts";
import { Button } from "../parts/Button.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { Segments } from "../parts/Segments.tsx";
import { State } from "../parts/State.tsx";
import { useCall } from "../use-call.ts";
import { usePushed } from "../use-pushed.ts";
import { whenText } from "../when.ts";
import { COLOUR, channelsOf, isLeft } from "./day.ts";
import { useUnitNames } from "./unit-names.ts";

const WORDS = words.day;

export function DayTab(): VNode {
  const [day, setDay] = useState(dayKey(dayOf(Date.now())));
  const [only, setOnly] = useState<"left" | "all">("left");
  const loaded = useCall("intakeDay", { query: { day } });
  usePushed("case", loaded.again);
  const nameOf = useUnitNames();
  const move = (by: number): void => setDay(dayKey((parseDay(day) ?? dayOf(Date.now())) + by));
  return (
    <section class="card grow intake-day">
      <div class="card-head">
        <div class="row wrap">
          <Button small icon="arrowLeft" label={WORDS.before} onClick={() => move(-1)}>
            {WORDS.before}
          </Button>
          <strong class="num">{day}</strong>
          <Button small disabled={day >= dayKey(dayOf(Date.now()))} onClick={() => move(1)}>
            {WORDS.after}
          </Button>
          <ExcelButton
            name={WORDS.print}
            disabled={loaded.value === undefined}
            tables={() => [
              callsTable(
                (loaded.value?.incidents ?? []).filter((one) => only === "all" || isLeft(one)),
                nameOf,
                day,
              ),
            ]}
          />
        </div>
      </div>
      <Loaded of={loaded} rows={4}>
        {({ incidents, casesAlone, more }) => {
          const shown = incidents.filter((one) => only === "all" || isLeft(one));
          const now = Date.now();
          const many = new Set(incidents.map(({ unit }) => unit)).size > 1;
          return (
            <>
              <dl class="channels" aria-label={WORDS.channels}>
                {channelsOf(incidents).map(({ channel, all, left, late }) => (
                  <div key={channel}>
                    <dt>{WORDS.channel[channel]}</dt>
                    <dd>
                      <strong class="num">{all}</strong>
                      <State colour={late > 0 ? "red" : left > 0 ? "yellow" : "green"}>
                        {left > 0 ? `${WORDS.left} ${left}` : WORDS.cleared}
                      </State>
                    </dd>
                  </div>
                ))}
              </dl>
              <div class="card-head">
                <Segments
                  label={WORDS.filter}
                  value={only}
                  options={[
                    { id: "left", word: WORDS.left, count: incidents.filter(isLeft).length },
                    { id: "all", word: WORDS.all, count: incidents.length },
                  ]}
                  onValue={setOnly}
                />
                {casesAlone > 0 ? <span class="sub">{WORDS.alone(casesAlone)}</span> : null}
              </div>
              {shown.length === 0 ? (
                incidents.length === 0 ? (
                  <Empty title={WORDS.none}>{WORDS.noneWhy}</Empty>
                ) : (
                  <Empty title={WORDS.cleared}>{WORDS.clearedWhy}</Empty>
                )
              ) : (
                <table class="table">
                  <thead>
                    <tr>
                      <th>{WORDS.number}</th>
                      {many ? <th>{WORDS.unit}</th> : null}
                      <th>{WORDS.at}</th>
                      <th>{WORDS.way}</th>
                      <th>{WORDS.what}</th>
                      <th>{WORDS.result}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {shown.map((one) => (
                      <tr key={`${one.unit} ${one.caseKey}`}>
                        <td>
                          <a href={`#/cases/${encodeURIComponent(one.caseKey)}`}>{one.number}</a>
                        </td>
                        {many ? <td>{nameOf(one.unit)}</td> : null}
                        <td>{whenText(one.receivedAt, now)}</td>
                        <td>{one.way || "—"}</td>
                        <td>{one.what || "—"}</td>
                        <td>
                          <State colour={COLOUR[one.state]}>{WORDS.state[one.state]}</State>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
              {more > 0 ? <p class="sub pad">{WORDS.more(more)}</p> : null}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
