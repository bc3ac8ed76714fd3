// The conditions of a rule as they are written, to read.
import type { ComponentChildren, VNode } from "preact";
import type { Rule } from "../../../shared/rules/rule.ts";
import { words } from "../../words/console-studio.ts";

const WORDS = words.edit;

export function Conditions({ rule, children }: { rule: Rule; children: ComponentChildren }): VNode {
  const texts: readonly (readonly [string, string | undefined])[] = [
    [WORDS.condition, rule.when],
    [WORDS.requireText, rule.require],
    ...(rule.unless ?? []).map(({ when, say }) => [say, when] as const),
  ];
  const written = texts.filter((pair): pair is readonly [string, string] => pair[1] !== undefined);
  return (
    <div class="conditions">
      <div class="texts">
        {written.length === 0 ? <span class="sub">{WORDS.condition}　—</span> : null}
        {written.map(([label, text]) => (
          <p key={label}>
            <span class="sub">{label}</span>
            <code>{text.trim()}</code>
          </p>
        ))}
      </div>
      {children}
    </div>
  );
}
