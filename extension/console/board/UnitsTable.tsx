// Units × indicators: a unit that has never reported has no numbers, one that is silent says since when; each leads to its own board.
import type { VNode } from "preact";
import type { RollupChild } from "../../../shared/api/routes/rollup.ts";
import type { Tally } from "../../../shared/rollup/indicators.ts";
import { words } from "../../words/board.ts";
import { Empty } from "../parts/Empty.tsx";
import { State } from "../parts/State.tsx";
import { hashOf } from "../route.ts";
import { whenText } from "../when.ts";
import { type Board, COLUMNS, numberIn, shownUnits } from "./rows.ts";

const WORDS = words.units;

function Numbers({ of, known = true }: { of: Tally; known?: boolean }): VNode {
  return (
    <>
      {COLUMNS.map((indicator) => {
        const n = numberIn(of, indicator);
        const mark = indicator === "open" && n > 0 ? " bad" : n === 0 ? " nought" : "";
        return (
          <td key={indicator} class={`num${known ? mark : " nought"}`}>
            {known ? n.toLocaleString("zh-CN") : WORDS.unreadable}
          </td>
        );
      })}
    </>
  );
}

/** How many of the units below this one have not reported or fell silent. */
const silentBelow = ({ units, below }: RollupChild): number =>
  Math.max(0, units - below.units) + below.silent;

function Reported({ of, now }: { of: RollupChild; now: number }): VNode {
  const { reportedAt, silent } = of;
  const deeper = silentBelow(of);
  return (
    <>
      {reportedAt === null ? (
        <State colour="grey">{WORDS.never}</State>
      ) : silent ? (
        <State colour="grey">{WORDS.since(whenText(reportedAt, now))}</State>
      ) : (
        <span>{whenText(reportedAt, now)}</span>
      )}
      {deeper === 0 ? null : <div class="sub">{WORDS.belowSilent(deeper)}</div>}
    </>
  );
}

function Name({ of }: { of: RollupChild }): VNode {
  const { unit, unitName, elsewhere, closed, units } = of;
  return (
    <>
      {elsewhere ? <strong>{unitName}</strong> : <a href={hashOf("board", unit)}>{unitName}</a>}
      {elsewhere ? (
        <span class="chip" title={WORDS.elsewhereWhy}>
          {WORDS.elsewhere}
        </span>
      ) : null}
      {closed ? <span class="chip">{WORDS.closed}</span> : null}
      {units === 0 ? null : <div class="sub">{WORDS.below(units, Math.min(of.below.units, units))}</div>}
    </>
  );
}

export function UnitsTable({ of }: { of: Board }): VNode {
  const units = shownUnits(of);
  return (
    <section class="card board-units" aria-label={WORDS.title}>
      <div class="card-head">
        <h2>{WORDS.title}</h2>
        <span class="sub">{units.length === 0 ? null : WORDS.sub}</span>
      </div>
      {units.length === 0 ? (
        <Empty title={WORDS.none}>{WORDS.noneWhy}</Empty>
      ) : (
        <div class="board-scroll">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{WORDS.unit}</th>
                {COLUMNS.map((indicator) => (
                  <th key={indicator} scope="col" class="num" title={words.hint[indicator]}>
                    {words.indicator[indicator]}
                  </th>
                ))}
                <th scope="col">{WORDS.reported}</th>
              </tr>
            </thead>
            <tbody>
              {units.map((child) => (
                <tr key={child.unit} class={child.silent ? "silent" : ""}>
                  <th scope="row">
                    <Name of={child} />
                  </th>
                  <Numbers of={child.counts} known={child.reportedAt !== null} />
                  <td class="reported">
                    <Reported of={child} now={of.at} />
                  </td>
                </tr>
              ))}
              <tr>
                <th scope="row">{WORDS.own}</th>
                <Numbers of={of.own} />
                <td />
              </tr>
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{WORDS.total}</th>
                <Numbers of={of.total} />
                <td />
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </section>
  );
}
