// What the page showed before and does not show now, each with the label most like it, to be accepted or left.
import type { VNode } from "preact";
import { pathLabel } from "../../shared/dictionary/words.ts";
import { Shape } from "../look/Draw.tsx";
import { words } from "../words/picker.ts";
import { lostOf } from "./lost.ts";
import type { PickerStore } from "./picker-store.ts";
import { corrected } from "./steps.ts";

export function LostPart({ store }: { store: PickerStore }): VNode | null {
  const frames = store.view.value?.frames ?? [];
  const givenUp = new Set(
    store.shows.value.flatMap(({ fields }) => fields.flatMap(({ path, kept }) => (kept ? [] : [path]))),
  );
  const facts = frames.flatMap(({ reading }) => reading.facts);
  const all = frames.flatMap((pick) =>
    lostOf(pick, store.pageOf(pick.scan.frame), store.targets.value, facts).filter(
      ({ path }) => !givenUp.has(path),
    ),
  );
  // Two frames of one page kind miss the same: the one that has something to propose speaks.
  const lost = all.filter(
    (one, at) =>
      !all.some(
        (other, place) =>
          other.path === one.path &&
          (one.proposal === undefined
            ? other.proposal !== undefined || place < at
            : place < at && other.proposal !== undefined),
      ),
  );
  if (lost.length === 0) return null;
  return (
    <div class="pick-lost">
      <h3>
        <Shape colour="grey" size={14} />
        {words.lost.head(lost.length)}
      </h3>
      <p>{words.lost.why}</p>
      <ul>
        {lost.map(({ path, frame, proposal }) => (
          <li key={path}>
            <span>{pathLabel(path)}</span>
            {proposal === undefined ? <small>{words.lost.none}</small> : <b>“{proposal.label}”</b>}
            {proposal === undefined ? null : (
              <button
                type="button"
                class="second slim"
                onClick={() =>
                  void store.make(frame, words.step.correct(proposal.label), (profile, page) =>
                    corrected(profile, page, { label: proposal.label, field: path }),
                  )
                }
              >
                {words.lost.take}
              </button>
            )}
            <button
              type="button"
              class="text slim"
              onClick={() => {
                const page = store.pageOf(frame);
                if (page !== undefined) store.mark(page, path, false);
              }}
            >
              {words.lost.drop}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
