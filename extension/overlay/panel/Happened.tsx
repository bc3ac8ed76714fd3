// What was breached and has been mended: folded, no longer counted as open, never gone.
import type { VNode } from "preact";
import { Draw } from "../../look/Draw.tsx";
import { icons } from "../../look/icons.ts";
import { words } from "../../words/panel.ts";
import { Fold } from "./Fold.tsx";
import type { Store } from "./store.ts";
import { atText } from "./when.ts";

export function Happened({ store }: { store: Store }): VNode | null {
  const { mended } = store.standing.value;
  if (mended.length === 0) return null;
  return (
    <Fold
      label={
        <>
          <Draw of={icons.check} size={16} />
          {words.card.happened} {mended.length}
        </>
      }
    >
      {mended.map((finding) => (
        <li class="row" key={finding.key}>
          <span class="grow">
            {finding.title}
            <small class="under">{finding.why}</small>
          </span>
          <small>{words.card.mended(atText(finding.mended!, store.now.value))}</small>
        </li>
      ))}
    </Fold>
  );
}
