// The search box that `/` focuses and Esc leaves.
import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import { useKeys } from "../keys.ts";
import { Icon } from "./Icon.tsx";

interface Props {
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** What can be searched: 案号、事项. */
  readonly label: string;
}

export function SearchBox({ value, onValue, label }: Props): VNode {
  const box = useRef<HTMLInputElement>(null);
  useKeys({ "/": () => box.current?.focus() });
  return (
    <div class="search">
      <Icon name="search" />
      <input
        ref={box}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        autocomplete="off"
        onInput={(event) => onValue(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.isComposing) return;
          onValue("");
          box.current?.blur();
        }}
      />
      <span class="kbd" aria-hidden="true">
        /
      </span>
    </div>
  );
}

/** Whether any of the texts holds what was typed; case and spaces don't count. */
export function matches(typed: string, ...texts: readonly string[]): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, "");
  const wanted = plain(typed);
  return wanted === "" || texts.some((text) => plain(text).includes(wanted));
}
