// Tabs with their panel, by the ARIA practice: arrow keys move, Tab leaves into the panel.
import type { ComponentChildren, VNode } from "preact";
import { useId, useRef } from "preact/hooks";

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly word: string; readonly count?: number }[];
  readonly onValue: (value: T) => void;
  readonly children: ComponentChildren;
}

export function Tabs<T extends string>({ label, value, options, onValue, children }: Props<T>): VNode {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (by: number): void => {
    const at = options.findIndex((option) => option.id === value);
    const next = options[(at + by + options.length) % options.length];
    if (next === undefined) return;
    onValue(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <>
      <div
        ref={list}
        class="tabs"
        role="tablist"
        aria-label={label}
        onKeyDown={(event) => {
          if (event.key === "ArrowRight") move(1);
          if (event.key === "ArrowLeft") move(-1);
        }}
      >
        {options.map((option) => (
          <button
            key={option.id}
            type="button"
            role="tab"
            id={`${id}-${option.id}`}
            data-tab={option.id}
            aria-selected={option.id === value}
            aria-controls={`${id}-panel`}
            tabIndex={option.id === value ? 0 : -1}
            onClick={() => onValue(option.id)}
          >
            {option.word}
            {option.count === undefined ? null : <span class="count">{option.count}</span>}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`}>
        {children}
      </div>
    </>
  );
}
