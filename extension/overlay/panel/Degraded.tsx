// Many unknowns at once: the page no longer matches what was learnt of it; each row names what cannot be read.
import type { VNode } from "preact";
import type { Finding } from "../../../shared/rules/finding.ts";
import { Draw, Shape } from "../../look/Draw.tsx";
import { icons } from "../../look/icons.ts";
import { STATE, words } from "../../words/panel.ts";
import { Card } from "./Card.tsx";
import type { Store } from "./store.ts";

const missingLabel = (finding: Finding): string =>
  finding.fields.find(({ path }) => finding.missing.includes(path))?.label ?? "";

export function Degraded({ store, findings }: { store: Store; findings: readonly Finding[] }): VNode {
  const { states } = words;
  return (
    <>
      <div class="notice">
        <Draw of={icons.scan} size={16} />
        <div>
          <b>{states.changedTitle}</b>
          <p>{states.changedWhy}</p>
        </div>
      </div>
      <ul class="sheet rows">
        {findings.map((finding) =>
          store.card.value === finding.key ? (
            <li key={finding.key}>
              <Card store={store} finding={finding} />
            </li>
          ) : (
            <li class="row" key={finding.key} data-card={finding.key}>
              <Shape colour="grey" size={16} label={STATE.grey} />
              <button
                type="button"
                class="grow bare"
                aria-expanded={false}
                onClick={() => {
                  store.card.value = finding.key;
                }}
              >
                {finding.title}
              </button>
              <small>
                {missingLabel(finding) === "" ? finding.why : states.cannotRead(missingLabel(finding))}
              </small>
            </li>
          ),
        )}
      </ul>
      <p class="aside">{states.manual(findings.length)}</p>
      <div class="acts">
        <button
          type="button"
          class="second"
          onClick={() => {
            store.tab.value = "checklist";
          }}
        >
          <Draw of={icons.listChecks} size={14} />
          {words.tabs.checklist}
        </button>
      </div>
    </>
  );
}
