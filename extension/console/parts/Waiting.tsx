// The skeleton of a list while it is read; it never looks like a verdict.
import type { VNode } from "preact";
import { words } from "../../words/console.ts";

export function Waiting({ rows = 4 }: { rows?: number }): VNode {
  return (
    <div class="waiting" role="status">
      <span class="unseen">{words.loading}</span>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} class="bone" style={{ width: `${92 - ((i * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
