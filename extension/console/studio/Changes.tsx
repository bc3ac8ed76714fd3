// Old and new side by side, field by field, for every changed rule and checklist.
import type { VNode } from "preact";
import { words } from "../../words/console-studio.ts";
import { usePack } from "../pack.ts";
import { State } from "../parts/State.tsx";
import { profileChanges } from "../profiles/changes.ts";
import { hashOf } from "../route.ts";
import { type Change, checklistChanges, ruleChanges } from "./diff.ts";
import type { Edits } from "./edits.ts";
import { inWords } from "./in-words.ts";
import { LifeChip } from "./LifeChip.tsx";
import type { Sources } from "./source.ts";
import { fieldsGood } from "./use-check.ts";
import { type Checks, passes } from "./use-checks.ts";

const WORDS = words.publish;

interface Props {
  readonly sources: Sources;
  readonly edits: Edits;
  readonly checks: Checks;
}

export function Changes({ sources, edits, checks }: Props): VNode {
  const inForce = usePack().pack?.profiles ?? [];
  return (
    <table class="table diff">
      <thead>
        <tr>
          <th>{WORDS.what}</th>
          <th>{WORDS.old}</th>
          <th>{WORDS.next}</th>
        </tr>
      </thead>
      {Object.values(edits.rules).map((rule) => {
        const old = sources.rules.find(({ id }) => id === rule.id);
        return (
          <tbody key={rule.id}>
            <tr class="group">
              <th colSpan={3} scope="rowgroup">
                <a data-row href={hashOf("rules", rule.id)}>
                  {rule.title}
                </a>
                {old === undefined || old.status === rule.status ? null : (
                  <>
                    <LifeChip status={old.status} />
                    <span>→</span>
                  </>
                )}
                <LifeChip status={rule.status} />
              </th>
            </tr>
            {ruleChanges(old, rule).map((change) => (
              <Row key={change.label} of={change} />
            ))}
            <ExampleRow n={rule.examples.length} answer={checks.get(rule.id)} />
          </tbody>
        );
      })}
      {Object.values(edits.checklists).map((list) => (
        <tbody key={list.id}>
          <tr class="group">
            <th colSpan={3} scope="rowgroup">
              <a data-row href={hashOf("checklists", list.id)}>
                {list.title}
              </a>
            </th>
          </tr>
          {checklistChanges(
            sources.checklists.find(({ id }) => id === list.id),
            list,
          ).map((change, i) => (
            <Row key={i} of={change} />
          ))}
        </tbody>
      ))}
      {Object.values(edits.profiles).map((profile) => (
        <tbody key={profile.id}>
          <tr class="group">
            <th colSpan={3} scope="rowgroup">
              <a data-row href={hashOf("profiles", profile.id)}>
                {WORDS.profile(profile.name)}
              </a>
            </th>
          </tr>
          {profileChanges(
            inForce.find(({ id }) => id === profile.id),
            profile,
          ).map((change, i) => (
            <Row key={i} of={change} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

const Row = ({ of }: { of: Change }): VNode => (
  <tr>
    <td>{of.label}</td>
    <td>{of.old === WORDS.none ? WORDS.none : <del>{of.old}</del>}</td>
    <td>{of.next === WORDS.none ? WORDS.none : <ins>{of.next}</ins>}</td>
  </tr>
);

function ExampleRow({ n, answer }: { n: number; answer: ReturnType<Checks["get"]> }): VNode {
  const failing = answer?.ok === true ? answer.value.examples.filter(({ pass }) => !pass) : [];
  return (
    <tr>
      <td>{WORDS.examples}</td>
      <td>{WORDS.examplesOf(n)}</td>
      <td>
        {answer === undefined ? (
          <State colour="grey">{words.examples.checking}</State>
        ) : !answer.ok ? (
          <State colour="red">{answer.message}</State>
        ) : passes(answer) ? (
          <State colour="green">{WORDS.allPass}</State>
        ) : (
          <>
            <State colour="red">
              {fieldsGood(answer.value) ? WORDS.somePass(failing.length) : words.examples.refused}
            </State>
            {fieldsGood(answer.value) || answer.value.refusal === undefined ? null : (
              <p class="sub">{inWords(answer.value.refusal.message)}</p>
            )}
            {failing.map(({ title, hint }) => (
              <p class="sub" key={title}>
                {[title, hint === undefined ? "" : inWords(hint)].filter(Boolean).join("：")}
              </p>
            ))}
          </>
        )}
      </td>
    </tr>
  );
}
