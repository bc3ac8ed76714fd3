// The period day by day: calls as bars, with what was broken and what was put right beside them.
import type { VNode } from "preact";
import type { Indicator } from "../../../shared/rollup/indicators.ts";
import { parseDay } from "../../../shared/time/civil.ts";
import { monthDayText, weekdayText } from "../../../shared/time/format.ts";
import { words } from "../../words/board.ts";
import { Empty } from "../parts/Empty.tsx";
import { type Board, numberIn } from "./rows.ts";

const WORDS = words.days;
const SHOWN: readonly Indicator[] = ["cases", "red", "open", "corrected"];

const dayWords = (text: string): string => {
  const day = parseDay(text);
  return day === undefined ? text : `${monthDayText(day)} ${weekdayText(day)}`;
};

export function DaysCard({ of }: { of: Board }): VNode {
  const most = Math.max(1, ...of.days.map(({ counts }) => numberIn(counts, "incidents")));
  return (
    <section class="card board-days" aria-label={WORDS.title}>
      <div class="card-head">
        <h2>{WORDS.title}</h2>
      </div>
      {of.days.length === 0 ? (
        <Empty title={WORDS.none} />
      ) : (
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{WORDS.day}</th>
              <th scope="col">{words.indicator.incidents}</th>
              {SHOWN.map((indicator) => (
                <th key={indicator} scope="col" class="num">
                  {words.indicator[indicator]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {of.days.map(({ day, counts }) => {
              const n = numberIn(counts, "incidents");
              return (
                <tr key={day}>
                  <th scope="row">{dayWords(day)}</th>
                  <td class="bar-cell">
                    <span
                      class="bar"
                      style={{ width: `${Math.round((n / most) * 100)}%` }}
                      aria-hidden="true"
                    />
                    <span>{n}</span>
                  </td>
                  {SHOWN.map((indicator) => (
                    <td key={indicator} class="num">
                      {numberIn(counts, indicator)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
