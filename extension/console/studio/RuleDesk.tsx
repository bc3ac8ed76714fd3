// One rule being edited, with its examples beside it.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Rule } from "../../../shared/rules/rule.ts";
import { clockText } from "../../../shared/time/format.ts";
import { words } from "../../words/console-studio.ts";
import { Button } from "../parts/Button.tsx";
import { useToast } from "../parts/Toast.tsx";
import { go } from "../route.ts";
import { may, useMember } from "../session.ts";
import { ruleChanges } from "./diff.ts";
import { ExamplesPanel } from "./ExamplesPanel.tsx";
import { LifeChip } from "./LifeChip.tsx";
import { PreviewCard } from "./PreviewCard.tsx";
import { RuleForm } from "./RuleForm.tsx";
import { useStudio } from "./studio.ts";
import { fieldsGood, useCheck } from "./use-check.ts";

const WORDS = words.edit;

export function RuleDesk({ rule, source }: { rule: Rule; source: Rule | undefined }): VNode {
  const { edits, kept, undo } = useStudio();
  const member = useMember();
  const toast = useToast();
  const check = useCheck(rule);
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
        <RuleForm
          rule={rule}
          writes={writes}
          checked={check.stale ? undefined : check.result && fieldsGood(check.result)}
        />
        <PreviewCard rule={rule} at={at} />
      </section>
      <ExamplesPanel rule={rule} check={check} shown={at} onShow={setChosen} />
    </>
  );
}
