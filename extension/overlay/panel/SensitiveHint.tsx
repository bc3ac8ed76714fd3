// Warns under a text box when what is written there holds an identity or telephone number.
import type { VNode } from "preact";
import { Shape } from "../../look/Draw.tsx";
import { words } from "../../words/panel.ts";
import { sensitiveIn } from "./sensitive.ts";

export function SensitiveHint({ text }: { text: string }): VNode | null {
  const found = sensitiveIn(text);
  if (found === undefined) return null;
  return (
    <p class="hint" role="status">
      <Shape colour="orange" size={14} />
      {words.sensitive[found]}
    </p>
  );
}
