// Nothing is open and all that applies was checked: the count, the next deadline; sewn up only where nothing has happened.
import type { VNode } from "preact";
import { buttonDrawing } from "../../look/button.ts";
import { Draw, Shape } from "../../look/Draw.tsx";
import { words } from "../../words/panel.ts";
import { ClockRow } from "./ClockRow.tsx";
import { runningClocks, shownChecklist } from "./counts.ts";
import { Fold } from "./Fold.tsx";
import { Happened } from "./Happened.tsx";
import { Coverage } from "./Headline.tsx";
import { progressOf } from "./item-standing.ts";
import { MetRow } from "./MetRow.tsx";
import { Notices } from "./Notices.tsx";
import type { Store } from "./store.ts";
import { endText } from "./when.ts";

export function AllClear({ store }: { store: Store }): VNode {
  const state = store.state.value!;
  const standing = store.standing.value;
  const { checked, fine, mended } = standing;
  const next = runningClocks(state).find((finding) => finding.verdict === "due");
  const list = shownChecklist(state);
  const progress = list === undefined ? undefined : progressOf(list, state);
  return (
    <>
      <Notices store={store} />
      <div class="clear">
        <Draw of={buttonDrawing({ is: mended.length === 0 ? "sewn" : "idle" })} size={64} />
        <h3>
          {mended.length === 0 ? words.clear.headline(checked) : words.clear.happened(checked, fine.length)}
        </h3>
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
      <Happened store={store} />
      <Fold
        label={
          <>
            <Shape colour="green" size={16} />
            {words.card.metBasis(fine.length)}
          </>
        }
      >
        {fine.map((finding) => (
          <MetRow key={finding.key} finding={finding} />
        ))}
      </Fold>
    </>
  );
}
