// A finding that has just been put right: its title with a tick, for a moment in its place.
import type { VNode } from "preact";
import type { Finding } from "../../../shared/rules/finding.ts";
import { Shape } from "../../look/Draw.tsx";
import { words } from "../../words/panel.ts";

export const FixedRow = ({ finding }: { finding: Finding }): VNode => (
  <article class="card fixed" aria-label={`${words.card.fixed}：${finding.title}`}>
    <div class="card-head">
      <Shape colour="green" size={18} />
      <div class="card-what">
        <h4>{finding.title}</h4>
        <span class="state green">{words.card.fixed}</span>
      </div>
    </div>
  </article>
);
