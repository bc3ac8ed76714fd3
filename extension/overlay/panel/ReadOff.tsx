// 读到: each value the verdict rests on, the page it was read on and how long ago; blank and unread are kept apart.
import type { VNode } from "preact";
import type { FieldRead, Finding } from "../../../shared/rules/finding.ts";
import { agoText, words } from "../../words/panel.ts";
import type { Store } from "./store.ts";
import { valueText } from "./when.ts";

/** Where and when a field was read; `没有读到` when it never was. */
function sourceOf(store: Store, field: FieldRead): string {
  const view = store.state.value?.evidence[field.path];
  if (view === undefined || field.state === "unread") return words.card.notRead;
  const ago = store.now.value - view.at;
  return view.here
    ? `${words.card.here} · ${agoText(ago)}`
    : `${view.pageLabel} · ${words.card.readAgo(ago)}`;
}

function Value({ field, now }: { field: FieldRead; now: number }): VNode {
  if (field.state === "known")
    return <b class={typeof field.value === "number" ? "whole" : undefined}>{valueText(field, now)}</b>;
  return <span class="hole">{field.state === "absent" ? words.card.blank : words.card.unread}</span>;
}

const REASONS: Readonly<Record<string, string>> = {
  edition: words.card.edition_missing,
  conflict: words.card.conflict,
  person: words.card.person,
  list: words.card.list,
};

export function ReadOff({ store, finding }: { store: Store; finding: Finding }): VNode {
  const unknown = finding.verdict === "unknown";
  const missing = finding.fields.filter(
    ({ path, state }) => finding.missing.includes(path) || state === "unread",
  );
  const byLaw = finding.reason === "law";
  const fields = unknown && missing.length > 0 ? missing : finding.fields;
  return (
    <>
      <dl class="read">
        {fields.map((field) => (
          <div key={field.path}>
            <dt>{field.label}</dt>
            <dd>
              <Value field={field} now={store.now.value} />
              <span class="source">{sourceOf(store, field)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {unknown && !byLaw && (
        <small>
          {finding.reason !== undefined && REASONS[finding.reason] !== undefined
            ? `${REASONS[finding.reason]}。${words.card.unreadNote}`
            : words.card.unreadNote}
        </small>
      )}
    </>
  );
}
