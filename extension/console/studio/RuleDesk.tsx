// One rule being edited, with its examples beside it.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Rule } from "../../../shared/rules/rule.ts";
import { clockText } from "../../../shared/time/format.ts";
import { words } from "../../words/console-studio.ts";
import { usePack } from "../pack.ts";
import { Button } from "../parts/Button.tsx";
import { useToast } from "../parts/Toast.tsx";
import { go } from "../route.ts";
import { may, useMember } from "../session.ts";
import { ruleChanges } from "./diff.ts";
import { ExamplesPanel } from "./ExamplesPanel.tsx";
import { LifeChip } from "./LifeChip.tsx";
import { LocalValues } from "./LocalValues.tsx";
import { localStatutes } from "./local-statutes.ts";
import { OriginCard } from "./OriginCard.tsx";
import { PreviewCard } from "./PreviewCard.tsx";
import { RuleForm } from "./RuleForm.tsx";
import { issues, type Sources, templateOf } from "./source.ts";
import { useStudio } from "./studio.ts";
import { fieldsGood, useCheck } from "./use-check.ts";

const WORDS = words.edit;

interface Props {
  readonly rule: Rule;
  readonly source: Rule | undefined;
  readonly sources: Sources;
}

export function RuleDesk({ rule, source, sources }: Props): VNode {
  const { edits, kept, editRule, undo } = useStudio();
  const member = useMember();
  const toast = useToast();
  const check = useCheck(rule, localStatutes([rule], usePack().pack));
  const template = templateOf(sources, source);
  const changes = ruleChanges(source, rule).length;
  const writes = may(member, "admin");
  const [chosen, setChosen] = useState<number>();
  const breached = rule.examples.findIndex(({ expect }) => expect === "breached");
  const at = chosen ?? Math.max(0, breached);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard */}
      <section class="card grow desk" aria-label={rule.title} tabIndex={0}>
        <div class="card-head">
          <div class="what">
            <h2>{rule.title}</h2>
            <LifeChip status={rule.status} />
            <span class="sub" role="status">
              {!kept
                ? WORDS.notKept
                : !writes
                  ? words.rules.readOnly
                  : changes === 0
                    ? WORDS.noChanges
                    : WORDS.changes(changes, clockText(edits.at))}
            </span>
          </div>
          {writes && changes > 0 ? (
            <Button
              rank="text"
              icon="undo"
              onClick={() => {
                undo("rules", rule.id);
                toast(WORDS.undone);
              }}
            >
              {WORDS.undo}
            </Button>
          ) : null}
          {writes ? (
            <Button rank="primary" onClick={() => go("publish")}>
              {WORDS.review}
            </Button>
          ) : null}
        </div>
        <OriginCard id={rule.id} sources={sources} writes={writes} />
        {template === undefined ? null : (
          <LocalValues rule={rule} template={template} writes={writes} onRule={editRule} />
        )}
        <RuleForm
          rule={rule}
          writes={writes}
          whole={issues(sources) || sources.layer?.added.includes(rule.id) === true}
          checked={check.stale ? undefined : check.result && fieldsGood(check.result)}
        />
        <PreviewCard rule={rule} at={at} />
      </section>
      <ExamplesPanel rule={rule} check={check} shown={at} onShow={setChosen} />
    </>
  );
}
