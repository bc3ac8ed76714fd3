// 警案日清零: how many of the day's incidents and cases are cleared, and what is left of each before midnight.
import type { VNode } from "preact";
import type { Reply } from "../../../shared/api/contract.ts";
import { fieldLabel } from "../../../shared/dictionary/words.ts";
import { isCleared } from "../../../shared/supervision/day-matter.ts";
import { clockText } from "../../../shared/time/format.ts";
import { Shape } from "../../look/Draw.tsx";
import { words } from "../../words/console-desk.ts";
import { useOpenCase } from "./open-case.ts";

const WORDS = words.day;
type DayOne = Reply<"desk">["day"][number];
type DeskCases = Reply<"desk">["cases"];

/** 未反馈，“处警结果”没有读到. */
export const leftOf = ({ gaps, unread }: DayOne): string =>
  [
    ...gaps.map((gap) => WORDS.gaps[gap]),
    ...(unread.length === 0
      ? []
      : [
          WORDS.unread(
            unread
              .map((path) => path.split(".") as ["incident" | "case", string])
              .map(([element, field]) => `“${fieldLabel(element, field)}”`)
              .join("、"),
          ),
        ]),
  ].join("，");

export const whatOf = (one: DayOne): string => one.what ?? WORDS.is[one.is];

export function DayBar({ day, cases }: { day: readonly DayOne[]; cases: DeskCases }): VNode {
  const openCase = useOpenCase();
  const left = day.filter((one) => !isCleared(one)).sort((a, b) => a.at - b.at);
  const done = day.length - left.length;
  const open = (one: DayOne): void => {
    const of = cases.find(({ key }) => key === one.caseKey);
    if (of !== undefined) void openCase({ caseKey: of.key, number: of.number, platform: of.platform });
  };
  return (
    <section class="card day-bar" aria-label={WORDS.title}>
      <div class="day-sum">
        <h2>{WORDS.title}</h2>
        <p>
          <strong>
            {WORDS.cleared} {done}
          </strong>{" "}
          <span>{WORDS.of(day.length)}</span>
        </p>
      </div>
      {day.length === 0 ? (
        <div class="day-none">
          <strong>{WORDS.none}</strong>
          <p class="sub">{WORDS.noneWhy}</p>
        </div>
      ) : (
        <ul class="day-all">
          {[...day]
            .sort((a, b) => Number(isCleared(b)) - Number(isCleared(a)) || a.at - b.at)
            .map((one) => {
              const clear = isCleared(one);
              return (
                <li key={one.caseKey}>
                  <button
                    type="button"
                    class={`day-one${clear ? "" : " left"}`}
                    aria-label={`${WORDS.in(whatOf(one), clockText(one.at), one.is)}，${clear ? WORDS.isCleared : leftOf(one)}`}
                    onClick={() => open(one)}
                  >
                    <Shape colour={clear ? "green" : one.gaps.length > 0 ? "orange" : "grey"} size={14} />
                    {whatOf(one)}
                  </button>
                </li>
              );
            })}
        </ul>
      )}
      <div class="day-left">
        <strong>
          {left.length === 0 ? (day.length === 0 ? "" : WORDS.allCleared) : WORDS.left(left.length)}
        </strong>
        {left.slice(0, 3).map((one) => (
          <p key={one.caseKey}>
            {WORDS.in(whatOf(one), clockText(one.at), one.is)}，{leftOf(one)}
          </p>
        ))}
      </div>
    </section>
  );
}
