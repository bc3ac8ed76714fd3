// The card of the tour: an invitation first, then one step after the other; it takes no focus unasked.
import type { VNode } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { words } from "../../words/tour.ts";

const WORDS = words.tour;
const LAST = WORDS.steps.length - 1;

export interface TourProps {
  /** A step is about to be shown; -1 is the invitation. */
  readonly onStep: (step: number) => void;
  /** Seen to its end, skipped, or waved off. */
  readonly onEnd: () => void;
}

export function Tour({ onStep, onEnd }: TourProps): VNode {
  const [step, setStep] = useState(-1);
  const card = useRef<HTMLElement>(null);
  const keyed = useRef(false);
  useLayoutEffect(() => {
    onStep(step);
    // Whoever goes on by key stays with the keys; a click leaves the focus in the host's field.
    if (keyed.current) card.current?.querySelector<HTMLElement>(".primary")?.focus({ preventScroll: true });
  }, [step]);

  const go = (to: number): void => {
    if (to > LAST) onEnd();
    else setStep(Math.max(to, 0));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowRight: step + 1, ArrowLeft: step - 1 }[event.key];
    if (event.key === "Escape") onEnd();
    else if (to !== undefined && step >= 0 && to >= 0 && to <= LAST) {
      keyed.current = true;
      go(to);
    } else return;
    event.preventDefault();
  };
  const by = (to: number) => (event: MouseEvent) => {
    keyed.current = event.detail === 0;
    go(to);
  };
  const { title, text } = step < 0 ? WORDS.invite : WORDS.steps[step]!;
  return (
    <section
      class="tour-card"
      role="dialog"
      aria-modal={false}
      aria-label={WORDS.name}
      ref={card}
      onKeyDown={onKeyDown}
    >
      <div role="status">
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      <div class="tour-acts">
        {step < 0 ? null : <small>{WORDS.at(step + 1, LAST + 1)}</small>}
        <button type="button" class="plain" onClick={onEnd}>
          {step < 0 ? WORDS.invite.no : WORDS.skip}
        </button>
        {step > 0 ? (
          <button type="button" class="second" onClick={by(step - 1)}>
            {WORDS.back}
          </button>
        ) : null}
        <button type="button" class="primary" onClick={by(step + 1)}>
          {step < 0 ? WORDS.invite.go : step === LAST ? WORDS.done : WORDS.next}
        </button>
      </div>
    </section>
  );
}
