// A labelled drop-down of named values.
import type { VNode } from "preact";
import { useId } from "preact/hooks";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, word: string])[];
  readonly onValue: (value: string) => void;
  readonly disabled?: boolean;
  /** The label is read, not shown. */
  readonly bare?: boolean;
}

export function Choice({ label, value, options, onValue, disabled, bare }: Props): VNode {
  const id = useId();
  return (
    <div class={bare === true ? "choice bare" : "field choice"}>
      <label for={id} class={bare === true ? "unseen" : undefined}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        {options.map(([key, word]) => (
          <option key={key} value={key} selected={key === value}>
            {word}
          </option>
        ))}
      </select>
    </div>
  );
}
