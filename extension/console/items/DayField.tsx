// A labelled field for one day.
import type { VNode } from "preact";
import { useId } from "preact/hooks";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly onValue: (value: string) => void;
}

export function DayField({ label, value, hint, onValue }: Props): VNode {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-note`}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {hint === undefined ? null : (
        <p id={`${id}-note`} class="hint">
          <span>{hint}</span>
        </p>
      )}
    </div>
  );
}
