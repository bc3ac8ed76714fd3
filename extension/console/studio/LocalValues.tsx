// The local values that a template waits for: which local text sets them; the limit itself stands in the clock's sentence.
import type { VNode } from "preact";
import type { Rule } from "../../../shared/rules/rule.ts";
import { words } from "../../words/console-studio.ts";
import { Field } from "../parts/Field.tsx";

const WORDS = words.local;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const EMPTY = { statute: "", edition: "", article: "" };
type Cited = typeof EMPTY;

/** The rule with the local text; it goes live once everything is there, and waits again where something is taken out. */
export function filledWith(rule: Rule, template: Rule, cited: Cited): Rule {
  const { needs: _, ...rest } = rule;
  const { statute, edition, article } = cited;
  if (statute.trim() !== "" && DAY.test(edition) && article.trim() !== "")
    return { ...rest, status: rule.status === "draft" ? "live" : rule.status, basis: [cited] };
  const waiting = { ...rest, status: template.status, needs: template.needs ?? "" };
  const none = [statute, edition, article].every((text) => text.trim() === "");
  return { ...waiting, basis: none ? template.basis : [cited] };
}

interface Props {
  readonly rule: Rule;
  /** As it waits for its values. */
  readonly template: Rule;
  readonly writes: boolean;
  readonly onRule: (rule: Rule) => void;
}

export function LocalValues({ rule, template, writes, onRule }: Props): VNode {
  const { statute, edition, article } = rule.basis[0] ?? EMPTY;
  const cited: Cited = { statute, edition, article };
  const field = (key: keyof Cited, error?: string) => ({
    name: `local-${key}`,
    label: WORDS[key],
    value: cited[key],
    disabled: !writes,
    error,
    onValue: (text: string): void => onRule(filledWith(rule, template, { ...cited, [key]: text })),
  });
  return (
    <section class="local-values" aria-label={WORDS.title}>
      <h3>
        {WORDS.title} <span class="sub">{rule.needs === undefined ? WORDS.filled : WORDS.waiting}</span>
      </h3>
      <p class="sub">{template.needs}</p>
      <div class="form-row">
        <Field {...field("statute")} />
        <Field {...field("edition", edition === "" || DAY.test(edition) ? undefined : WORDS.badDay)} />
        <Field {...field("article")} />
      </div>
      <p class="hint">{WORDS.how}</p>
    </section>
  );
}
