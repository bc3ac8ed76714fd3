// The coverage bar: one cell for each finding, unchecked ones hatched, with the same in words.
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

export function Coverage({ of }: { of: readonly Counted[] }): VNode {
  const text = countText(of);
  return (
    <div class="coverage">
      <div class="cells" role="img" aria-label={text}>
        {of.map((one, i) => (
          <span key={i} class={`cell ${one.colour}`} />
        ))}
      </div>
      <p>{words.coverage(of.length, text)}</p>
    </div>
  );
}
