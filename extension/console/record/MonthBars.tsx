// Self-corrections of twelve months as bars; the same is said in words for those who do not see them.
import type { VNode } from "preact";
import { words } from "../../words/console-desk.ts";
import type { Month } from "./counts.ts";

const WORDS = words.record;

export function MonthBars({ months }: { months: readonly Month[] }): VNode {
  const most = Math.max(1, ...months.map(({ count }) => count));
  const said = months
    .filter(({ count }) => count > 0)
    .map(({ month, count }) => WORDS.bar(`${month}月`, count))
    .join("，");
  return (
    <div class="month-bars" role="img" aria-label={WORDS.bars(said === "" ? WORDS.times(0) : said)}>
      {months.map(({ year, month, count }) => (
        <span
          key={`${year}-${month}`}
          title={WORDS.bar(`${year}年${month}月`, count)}
          style={{ height: `${count === 0 ? 3 : 6 + Math.round((34 * count) / most)}px` }}
          class={count === 0 ? "none" : ""}
        />
      ))}
    </div>
  );
}
