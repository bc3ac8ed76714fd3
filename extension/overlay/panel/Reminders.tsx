// The 提醒 tab: open findings as why-cards, gravest first; then what has happened, then all that is met.
import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import type { Finding } from "../../../shared/rules/finding.ts";
import { Draw, Shape } from "../../look/Draw.tsx";
import { icons } from "../../look/icons.ts";
import { words } from "../../words/panel.ts";
import { AllClear } from "./AllClear.tsx";
import { Card } from "./Card.tsx";
import { Degraded } from "./Degraded.tsx";
import { Fold } from "./Fold.tsx";
import { Notices } from "./Notices.tsx";
import type { Store } from "./store.ts";
import { atText } from "./when.ts";

/** A met finding as one quiet row: its fact line, or its article where it has none. */
function MetRow({ finding }: { finding: Finding }): VNode {
  return (
    <li class="row">
      <Shape colour="green" size={16} label={words.count.green(1)} />
      <span class="grow">{finding.why || finding.title}</span>
      <small>{words.clocks.law(finding.statute, finding.article)}</small>
    </li>
  );
}

function Happened({ store }: { store: Store }): VNode | null {
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

/** Four or more unknowns and nothing else: the page itself has changed; they stand as rows, not as cards. */
const DEGRADED = 4;

export function Reminders({ store }: { store: Store }): VNode {
  const standing = store.standing.value;
  const { open, fine, unknown } = standing;
  const shown = useSignal(20);
  if (standing.all.length > 0 && open.length === 0) return <AllClear store={store} />;
  const degraded = unknown >= DEGRADED && unknown === open.length;
  return (
    <>
      <Notices store={store} />
      {degraded ? (
        <Degraded store={store} findings={open} />
      ) : (
        open
          .slice(0, shown.value)
          .map((finding) => <Card key={finding.key} store={store} finding={finding} />)
      )}
      {!degraded && open.length > shown.value && (
        <button
          type="button"
          class="text"
          onClick={() => {
            shown.value += 20;
          }}
        >
          {words.gate.more(open.length - shown.value)}
        </button>
      )}
      <Happened store={store} />
      {fine.length > 0 && (
        <Fold
          label={
            <>
              <Shape colour="green" size={16} />
              {words.card.rest(fine.length)}
            </>
          }
        >
          {fine.map((finding) => (
            <MetRow key={finding.key} finding={finding} />
          ))}
        </Fold>
      )}
    </>
  );
}
