// The coverage bar: one cell for each finding, of very many one stretch for each colour, with the same in words.
import type { VNode } from "preact";
import type { Colour } from "../../../shared/rules/finding.ts";
import { words } from "../../words/console-cases.ts";

export interface Counted {
  readonly verdict: string;
  readonly colour: Colour;
}

/** `违反 1，期限内 2，未检查 2，符合 38`. */
export function countText(of: readonly Counted[]): string {
  const count = (verdict: string): number => of.filter((one) => one.verdict === verdict).length;
  return words.summary(count("breached"), count("due"), count("unknown"), count("met"));
}

/** More cells than this are too thin to be told apart. */
const MOST_CELLS = 80;

/** One stretch for each colour, as long as there are findings of it, in the order in which they come. */
function runsOf(of: readonly Counted[]): readonly { colour: Colour; n: number }[] {
  const runs = new Map<Colour, number>();
  for (const { colour } of of) runs.set(colour, (runs.get(colour) ?? 0) + 1);
  return [...runs].map(([colour, n]) => ({ colour, n }));
}

export function Coverage({ of }: { of: readonly Counted[] }): VNode {
  const text = countText(of);
  return (
    <div class="coverage">
      <div class="cells" role="img" aria-label={text}>
        {of.length > MOST_CELLS
          ? runsOf(of).map(({ colour, n }) => (
              <span key={colour} class={`cell run ${colour}`} style={{ flexGrow: n }} />
            ))
          : of.map((one, i) => <span key={i} class={`cell ${one.colour}`} />)}
      </div>
      <p>{words.coverage(of.length, text)}</p>
    </div>
  );
}
