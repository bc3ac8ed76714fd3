// 日反馈, 周汇总, 月通报: the numbers of a calendar period as a document – beside the period before, units in order, rules, who is missing.
import type { ComponentChildren, VNode } from "preact";
import type { Indicator, Tally } from "../../../shared/rollup/indicators.ts";
import type { PackedRule } from "../../../shared/rules/pack.ts";
import { fullInstantText } from "../../../shared/time/format.ts";
import { words as boardWords } from "../../words/board.ts";
import { words } from "../../words/bulletin.ts";
import { words as caseWords } from "../../words/console-cases.ts";
import {
  figuresOf,
  ownShare,
  rulesTold,
  type Span,
  unitsMissing,
  unitsMissingBelow,
  unitsRanked,
} from "./bulletin.ts";
import { type Board, numberIn, type Period } from "./rows.ts";

/** Columns of the units on paper, where there is room for fewer than on the screen. */
const OF_UNITS: readonly Indicator[] = [
  "incidents",
  "cases",
  "red",
  "open",
  "corrected",
  "late",
  "found",
  "itemsOpen",
];
const OF_RULES: readonly Indicator[] = ["red", "open", "corrected"];

interface Props {
  readonly period: Period;
  readonly span: Span;
  readonly board: Board;
  readonly before: Board;
  readonly rules: ReadonlyMap<string, PackedRule>;
}

const changed = (change: number): string =>
  change === 0 ? words.same : change > 0 ? words.more(change) : words.less(-change);

const Cells = ({ of, columns }: { of: Tally; columns: readonly Indicator[] }): VNode => (
  <>
    {columns.map((indicator) => (
      <td key={indicator} class="num">
        {numberIn(of, indicator)}
      </td>
    ))}
  </>
);

function Table({ heads, children }: { heads: readonly string[]; children: ComponentChildren }): VNode {
  return (
    <table class="sheet-table">
      <thead>
        <tr>
          {heads.map((head, i) => (
            <th key={head} scope="col" class={i === 0 ? "" : "num"}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function Sums({ board, before, period }: Pick<Props, "board" | "before" | "period">): VNode {
  const share = ownShare(board);
  return (
    <section>
      <h2>{words.sum}</h2>
      <dl class="bulletin-figures">
        {figuresOf(board, before).map(({ indicator, now, change }) => (
          <div key={indicator}>
            <dt>{boardWords.indicator[indicator]}</dt>
            <dd>
              <strong>{now}</strong>
              <span>{`${words.change}${words.before[period]}${changed(change)}`}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p>{share === undefined ? words.noShare : words.share(share)}</p>
    </section>
  );
}

function Units({ board }: { board: Board }): VNode {
  const ranked = unitsRanked(board);
  const heads = [words.unit, ...OF_UNITS.map((indicator) => boardWords.indicator[indicator])];
  return (
    <section>
      <h2>{words.units}</h2>
      {ranked.length === 0 ? (
        <p>{words.noUnits}</p>
      ) : (
        <Table heads={heads}>
          {ranked.map(({ unit, unitName, counts }) => (
            <tr key={unit}>
              <td>{unitName}</td>
              <Cells of={counts} columns={OF_UNITS} />
            </tr>
          ))}
          <tr>
            <td>{words.own}</td>
            <Cells of={board.own} columns={OF_UNITS} />
          </tr>
          <tr class="bulletin-total">
            <td>{words.total}</td>
            <Cells of={board.total} columns={OF_UNITS} />
          </tr>
        </Table>
      )}
    </section>
  );
}

function Rules({ board, rules }: Pick<Props, "board" | "rules">): VNode {
  const told = rulesTold(board);
  const lawOf = (id: string): string => {
    const [basis] = rules.get(id)?.basis ?? [];
    return basis === undefined ? "" : caseWords.findings.law(basis.statute, basis.article);
  };
  return (
    <section>
      <h2>{words.rules}</h2>
      {told.length === 0 ? (
        <p>{words.noRules}</p>
      ) : (
        <Table heads={[words.rule, ...OF_RULES.map((indicator) => boardWords.indicator[indicator])]}>
          {told.map(({ rule, counts }) => (
            <tr key={rule}>
              <td>
                {rules.get(rule)?.title ?? rule}
                <p class="sub">{lawOf(rule)}</p>
              </td>
              <Cells of={counts} columns={OF_RULES} />
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

function Missing({ board }: { board: Board }): VNode {
  const missing = unitsMissing(board);
  const below = unitsMissingBelow(board);
  return (
    <section>
      <h2>{words.missing}</h2>
      {missing.length + below.length === 0 ? (
        <p>{words.noMissing}</p>
      ) : (
        <ul class="bulletin-missing">
          {missing.map(({ unit, unitName, reportedAt }) => (
            <li key={unit}>
              {unitName} {reportedAt === null ? words.never : words.since(fullInstantText(reportedAt))}
            </li>
          ))}
          {below.map(([unitName, n]) => (
            <li key={unitName}>{words.deeper(unitName, n)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function Bulletin({ period, span, board, before, rules }: Props): VNode {
  return (
    <article class="card sheet bulletin">
      <header>
        <h2>{words.title(board.unitName, words.kind[period])}</h2>
        <p class="number">{words.span(span.from, span.to)}</p>
      </header>
      <Sums board={board} before={before} period={period} />
      <Units board={board} />
      <Rules board={board} rules={rules} />
      <Missing board={board} />
      <footer>
        <div class="sheet-signs">
          {words.signs.map((word) => (
            <span key={word}>{word}</span>
          ))}
        </div>
        <p>{`${words.made(fullInstantText(board.at))}。${words.foot}`}</p>
      </footer>
    </article>
  );
}
