// All that applies was checked and is met: the sewn button, the count, the next deadline.
import type { VNode } from "preact";
import { buttonDrawing } from "../../look/button.ts";
import { Draw, Shape } from "../../look/Draw.tsx";
import { words } from "../../words/panel.ts";
import { ClockRow } from "./ClockRow.tsx";
import { progressOf, runningClocks, shownChecklist } from "./counts.ts";
import { Fold } from "./Fold.tsx";
import { Coverage } from "./Headline.tsx";
import { Notices } from "./Notices.tsx";
import type { Store } from "./store.ts";
import { endText } from "./when.ts";

export function AllClear({ store }: { store: Store }): VNode {
  const state = store.state.value!;
  const standing = store.standing.value;
  const next = runningClocks(state).find((finding) => finding.verdict === "due");
  const list = shownChecklist(state);
  const progress = list === undefined ? undefined : progressOf(list, state);
  return (
    <>
      <Notices store={store} />
      <div class="clear">
        <Draw of={buttonDrawing({ is: "sewn" })} size={64} />
        <h3>{words.clear.headline(standing.checked)}</h3>
        <p>
          {words.clear.noUnknown}
          <br />
          {next === undefined
            ? words.clear.noNext
            : words.clear.next(endText(next.due!, store.now.value), next.title)}
        </p>
      </div>
      <Coverage standing={standing} full />
      <div class="sum">
        <span>
          {list === undefined || progress === undefined
            ? ""
            : `${list.title} ${words.list.progress(progress.done, progress.all)}`}
        </span>
        {standing.moot > 0 && <span>{words.clear.moot(standing.moot)}</span>}
      </div>
      {next !== undefined && (
        <ul class="sheet">
          <ClockRow store={store} finding={next} />
        </ul>
      )}
      <Fold
        label={
          <>
            <Shape colour="green" size={16} />
            {words.card.metBasis(standing.all.length)}
          </>
        }
      >
        {standing.all.map((finding) => (
          <li class="row" key={finding.key}>
            <Shape colour="green" size={16} />
            <span class="grow">{finding.why || finding.title}</span>
            <small>{words.clocks.law(finding.statute, finding.article)}</small>
          </li>
        ))}
      </Fold>
    </>
  );
}
