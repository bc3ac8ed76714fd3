// The numbers of the period by rule, what is still open first.
import type { VNode } from "preact";
import type { PackedRule } from "../../../shared/rules/pack.ts";
import { words } from "../../words/board.ts";
import { Empty } from "../parts/Empty.tsx";
import { type Board, numberIn, RULE_COLUMNS, rulesInOrder } from "./rows.ts";

const WORDS = words.rules;
/** Rules that are listed; the spreadsheet has all. */
const MOST = 40;

interface Props {
  readonly of: Board;
  readonly rules: ReadonlyMap<string, PackedRule>;
}

export function RulesCard({ of, rules }: Props): VNode {
  const found = rulesInOrder(of);
  return (
    <section class="card board-rules" aria-label={WORDS.title}>
      <div class="card-head">
        <h2>{WORDS.title}</h2>
        <span class="sub">{WORDS.sub}</span>
      </div>
      {found.length === 0 ? (
        <Empty title={WORDS.none}>{WORDS.noneWhy}</Empty>
      ) : (
        <div class="board-scroll">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{WORDS.rule}</th>
                {RULE_COLUMNS.map((indicator) => (
                  <th key={indicator} scope="col" class="num" title={words.hint[indicator]}>
                    {words.indicator[indicator]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.slice(0, MOST).map(({ rule, counts }) => (
                <tr key={rule}>
                  <th scope="row">{rules.get(rule)?.title ?? rule}</th>
                  {RULE_COLUMNS.map((indicator) => {
                    const n = numberIn(counts, indicator);
                    const mark = n === 0 ? " nought" : indicator === "open" ? " bad" : "";
                    return (
                      <td key={indicator} class={`num${mark}`}>
                        {n}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.length > MOST ? <p class="foot-line">{WORDS.more(found.length - MOST)}</p> : null}
    </section>
  );
}
