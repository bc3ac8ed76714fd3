// A row of filters of which one is chosen, each with its count.
import type { VNode } from "preact";

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly word: string; readonly count?: number }[];
  readonly onValue: (value: T) => void;
}

export function Segments<T extends string>({ label, value, options, onValue }: Props<T>): VNode {
  return (
    <fieldset class="segments" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.id}
          type="button"
          class={option.id === value ? "on" : ""}
          aria-pressed={option.id === value}
          onClick={() => onValue(option.id)}
        >
          {option.word}
          {option.count === undefined ? null : <span class="count"> {option.count}</span>}
        </button>
      ))}
    </fieldset>
  );
}
