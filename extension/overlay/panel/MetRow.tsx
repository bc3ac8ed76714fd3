// A met finding as one quiet row of a fold.
import type { VNode } from "preact";
import type { Finding } from "../../../shared/rules/finding.ts";
import { Shape } from "../../look/Draw.tsx";
import { words } from "../../words/panel.ts";

/** Its fact line, or its article where it has none. */
export function MetRow({ finding }: { finding: Finding }): VNode {
  return (
    <li class="row">
      <Shape colour="green" size={16} label={words.count.green(1)} />
      <span class="grow">{finding.why || finding.title}</span>
      <small>{words.clocks.law(finding.statute, finding.article)}</small>
    </li>
  );
}
