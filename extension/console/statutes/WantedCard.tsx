// The editions that rules cite and nobody has loaded, the most cited first.
import type { VNode } from "preact";
import type { LoadedStatute } from "../../../shared/api/routes/statutes.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { words } from "../../words/console-statutes.ts";
import { Empty } from "../parts/Empty.tsx";
import { wantedOf } from "./staged.ts";

const WORDS = words.wanted;

export function WantedCard({
  rules,
  loaded,
}: {
  rules: readonly Rule[];
  loaded: readonly LoadedStatute[];
}): VNode {
  const wanted = wantedOf(rules, loaded);
  const all = rules.reduce((sum, { basis }) => sum + basis.length, 0);
  const open = wanted.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="card">
      <div class="card-head">
        <h2>{WORDS.title}</h2>
        <span class="sub">{WORDS.sub(all - open, all)}</span>
      </div>
      {wanted.length === 0 ? (
        <Empty title={WORDS.none}>{WORDS.noneWhy}</Empty>
      ) : (
        <ul class="wanted">
          {wanted.map(({ statute, edition, count, other }) => (
            <li key={`${statute}@${edition}`}>
              <span>
                {statute} <span class="sub">{edition}</span>
                {other ? <span class="sub">　{WORDS.other}</span> : null}
              </span>
              <span class="sub">{WORDS.count(count)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
