// Words that somebody else will read: the box they are written in, and the hint where personal data stands in them.
import type { Signal } from "@preact/signals";
import type { VNode } from "preact";
import { SensitiveHint } from "./SensitiveHint.tsx";

/** The longest that may be said, in characters. */
const MOST = 2000;

export function SaidField({
  label,
  said,
  rows,
}: {
  label: string;
  said: Signal<string>;
  rows: number;
}): VNode {
  return (
    <>
      <label class="field">
        {label}
        <textarea
          rows={rows}
          maxLength={MOST}
          value={said.value}
          onInput={(event) => {
            said.value = event.currentTarget.value;
          }}
        />
      </label>
      <SensitiveHint text={said.value} />
    </>
  );
}
