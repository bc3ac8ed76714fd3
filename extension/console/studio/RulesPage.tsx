// The studio's rules: the list, the rule being edited, and its examples judged at every change.
import type { VNode } from "preact";
import { stageOrder } from "../../../shared/rules/stages.ts";
import { words } from "../../words/console-studio.ts";
import { useKeys } from "../keys.ts";
import { Empty } from "../parts/Empty.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { go } from "../route.ts";
import { Overtaken } from "./Overtaken.tsx";
import { RuleDesk } from "./RuleDesk.tsx";
import { RuleList } from "./RuleList.tsx";
import type { Sources } from "./source.ts";
import { useStudio } from "./studio.ts";

const WORDS = words.rules;

export function RulesPage({ id }: { id: string | undefined }): VNode {
  const { sources, edits } = useStudio();
  useKeys({ t: () => go("rules") });
  const sub = (value: Sources): string =>
    WORDS.sub(value.label, value.rules.length, value.rules.filter(({ status }) => status === "live").length);
  return (
    <>
      <PageHead title={WORDS.title} sub={sources?.value === undefined ? null : sub(sources.value)} />
      {sources === undefined ? null : (
        <Loaded of={sources} rows={8}>
          {(value) => {
            const rules = value.rules
              .map((rule) => edits.rules[rule.id] ?? rule)
              .sort((a, b) => stageOrder(a.stage) - stageOrder(b.stage));
            const current = rules.find((rule) => rule.id === id) ?? rules[0];
            return (
              <>
                <Overtaken aside={value.layer?.aside ?? []} rules={rules} />
                <div class="columns studio">
                  <RuleList
                    rules={rules}
                    current={current?.id}
                    changed={new Set(Object.keys(edits.rules))}
                    damaged={value.damaged}
                  />
                  {current === undefined ? (
                    <section class="card grow">
                      <Empty title={WORDS.pick}>{WORDS.pickWhy}</Empty>
                    </section>
                  ) : (
                    <RuleDesk
                      key={current.id}
                      rule={current}
                      source={value.rules.find((rule) => rule.id === current.id)}
                      sources={value}
                    />
                  )}
                </div>
              </>
            );
          }}
        </Loaded>
      )}
    </>
  );
}
