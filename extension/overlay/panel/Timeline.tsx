// The case's timeline: five lanes, bars and dots, now as a solid line and the next end as a dashed one; and as sentences.
import type { VNode } from "preact";
import { dateOf, dayOf } from "../../../shared/time/civil.ts";
import { clockText, instantText, monthDayText } from "../../../shared/time/format.ts";
import { words as aid } from "../../words/aid.ts";
import { words } from "../../words/panel.ts";
import { CrossingMark, CrossingRows } from "./Crossings.tsx";
import { runningClocks } from "./counts.ts";
import { crossingsOf } from "./crossings.ts";
import { type Lane, lanesOf, scaleOf } from "./lanes.ts";
import type { Store } from "./store.ts";
import { atText, endText } from "./when.ts";

const WIDTH = 320;
const LEFT = 40;
const ROW = 26;
const TOP = 22;

/** The first and last instant of the picture (ms): the marks, now and the next end, with a little room. */
export function spanOf(
  lanes: readonly Lane[],
  now: number,
  next: number | undefined,
): readonly [number, number] {
  const instants = lanes.flatMap(({ marks }) => marks.flatMap(({ from, until }) => [from, until ?? from]));
  const near =
    next !== undefined && next - now < Math.max(now - Math.min(now, ...instants), 3_600_000) ? [next] : [];
  const low = Math.min(now, ...instants);
  const high = Math.max(now, ...instants.filter((at) => at <= now + 86_400_000), ...near);
  const room = Math.max((high - low) * 0.04, 600_000);
  return [low - room, high + room];
}

/** Room between a mark and the words beside it, and the width of one character of them. */
const AIR = 8;
const CHARACTER = 12;

/** The lane's words in its widest free stretch, the one after its last mark first; nothing where four characters do not fit. */
function LaneText({
  marks,
  x,
  y,
}: {
  marks: Lane["marks"];
  x: (at: number) => number;
  y: number;
}): VNode | null {
  const taken = marks
    .map(({ from, until }) => [x(from) - AIR, x(until ?? from) + AIR] as const)
    .sort((a, b) => a[0] - b[0]);
  const free: { readonly left: number; readonly room: number }[] = [];
  let left = LEFT;
  for (const [begin, end] of taken) {
    if (begin > left) free.push({ left, room: begin - left });
    left = Math.max(left, end);
  }
  const after = { left, room: WIDTH - 24 - left };
  const text = marks.map(({ label }) => label.replace(/(?:日期)?时间$|日期$/, "")).join("、");
  const wish = Math.min(text.length, 14) * CHARACTER;
  const widest = free.reduce((a, b) => (b.room > a.room ? b : a), after);
  const { left: at, room } = after.room >= wish ? after : widest;
  const fits = Math.min(14, Math.floor(room / CHARACTER));
  if (fits < 4) return null;
  const shown = text.length > fits ? `${text.slice(0, fits - 1)}…` : text;
  // What still runs to now goes on behind the words and would strike them through.
  return (
    <>
      <rect class="behind" x={at - 3} y={y - 11} width={shown.length * CHARACTER + 4} height={14} />
      <text x={at} y={y}>
        {shown}
      </text>
    </>
  );
}

const DAY = 86_400_000;

/** The word of one mark of the scale: a clock, a day, a year, by the step between the marks (ms). */
function scaleText(at: number, step: number): string {
  if (step < DAY) return clockText(at);
  return step >= 365 * DAY ? words.clocks.year(dateOf(dayOf(at)).year) : monthDayText(dayOf(at));
}

export function Timeline({ store }: { store: Store }): VNode | null {
  const state = store.state.value!;
  const now = store.now.value;
  const lanes = lanesOf(state);
  if (lanes.every(({ marks }) => marks.length === 0)) return null;
  const next = runningClocks(state).find((finding) => finding.due! > now)?.due;
  const [low, high] = spanOf(lanes, now, next);
  const x = (at: number): number => LEFT + ((at - low) / (high - low)) * (WIDTH - LEFT);
  const scale = scaleOf(low, high);
  const crossings = crossingsOf(state, now);
  const height = TOP + lanes.length * ROW + 18;
  const say = words.clocks;
  return (
    <>
      <h3 class="caption">{say.timeline}</h3>
      <div class="sheet timeline">
        <svg viewBox={`0 0 ${WIDTH} ${height}`} width="100%" aria-hidden="true">
          {scale.at.map((at) => (
            <g key={at}>
              <line class="grid" x1={x(at)} x2={x(at)} y1={TOP - 4} y2={TOP + lanes.length * ROW} />
              {(next === undefined || next > high || x(next) - x(at) > 62) && x(at) < WIDTH - 24 && (
                <text class="scale" x={x(at)} y={13} text-anchor="middle">
                  {scaleText(at, scale.step)}
                </text>
              )}
            </g>
          ))}
          {lanes.map(({ id, marks }, row) => {
            const middle = TOP + row * ROW + ROW / 2;
            return (
              <g key={id}>
                <line class="grid" x1={0} x2={WIDTH} y1={middle + ROW / 2} y2={middle + ROW / 2} />
                <text class="lane" x={0} y={middle + 4}>
                  {say.lanes[id]}
                </text>
                {marks.map((mark) =>
                  mark.pending === true ? (
                    <rect
                      key={mark.label + mark.from}
                      class="bar pending"
                      x={x(mark.from)}
                      y={middle - 6}
                      width={Math.max(4, x(now) - x(mark.from))}
                      height={12}
                      rx={2}
                    />
                  ) : mark.until === undefined || x(mark.until) - x(mark.from) < 6 ? (
                    <circle key={mark.label + mark.from} class="dot" cx={x(mark.from)} cy={middle} r={3.5}>
                      <title>{mark.label}</title>
                    </circle>
                  ) : (
                    <rect
                      key={mark.label + mark.from}
                      class="bar"
                      x={x(mark.from)}
                      y={middle - 6}
                      width={x(mark.until) - x(mark.from)}
                      height={12}
                      rx={2}
                    />
                  ),
                )}
                {marks.length === 0 ? (
                  <text class="nothing" x={LEFT} y={middle + 4}>
                    {say.nothing}
                  </text>
                ) : (
                  <LaneText marks={marks} x={x} y={middle + 4} />
                )}
              </g>
            );
          })}
          {crossings.map((crossing) => (
            <CrossingMark
              key={crossing.say}
              crossing={crossing}
              left={x(Math.max(crossing.from, low))}
              right={x(Math.min(crossing.until, high))}
              middle={TOP + lanes.findIndex(({ id }) => id === crossing.lane) * ROW + ROW / 2}
            />
          ))}
          <line class="now" x1={x(now)} x2={x(now)} y1={TOP - 4} y2={TOP + lanes.length * ROW + 2} />
          <text class="now-word" x={Math.min(x(now), WIDTH - 2)} y={height - 4} text-anchor="end">
            {say.now(atText(now, now))}
          </text>
          {next !== undefined && next < high && (
            <>
              <line class="next" x1={x(next)} x2={x(next)} y1={TOP - 4} y2={TOP + lanes.length * ROW + 2} />
              <text class="next-word" x={WIDTH} y={13} text-anchor="end">
                {endText(next, now)}
              </text>
            </>
          )}
        </svg>
        <CrossingRows store={store} crossings={crossings} />
        <details class="as-text">
          <summary>{say.look}</summary>
          <ul>
            {lanes.flatMap(({ id, marks }) =>
              marks.map((mark) => (
                <li key={id + mark.label + mark.from}>
                  <b>{say.lanes[id]}</b> {mark.label} {instantText(mark.from)}
                  {mark.pending === true && `，${aid.timeline.pending}`}
                  {mark.until === undefined ? "" : `–${atText(mark.until, mark.from)}`}
                </li>
              )),
            )}
          </ul>
        </details>
      </div>
    </>
  );
}
