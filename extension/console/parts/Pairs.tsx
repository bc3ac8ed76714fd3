// Labels with their values, one pair a line.
import type { ComponentChildren, VNode } from "preact";
import { Shape } from "../../look/Draw.tsx";

export type Pair = readonly [label: string, value: ComponentChildren, mark?: "bad" | "good" | undefined];

export function Pairs({ of }: { of: readonly Pair[] }): VNode {
  return (
    <dl class="pairs">
      {of.map(([label, value, mark]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {mark === undefined ? null : <Shape colour={mark === "bad" ? "red" : "green"} size={14} />}
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
