// The stage checklists: which there are, and the one being edited.
import type { VNode } from "preact";
import { stageLabel, stageOrder } from "../../../shared/rules/stages.ts";
import { words } from "../../words/console-studio.ts";
import { useKeys } from "../keys.ts";
import { Empty } from "../parts/Empty.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { go, hashOf } from "../route.ts";
import { ChecklistEditor } from "./ChecklistEditor.tsx";
import { useStudio } from "./studio.ts";

const WORDS = words.lists;

export function ChecklistsPage({ id }: { id: string | undefined }): VNode {
  const { sources, edits } = useStudio();
  useKeys({ t: () => go("checklists") });
  const all = (sources?.value?.checklists ?? [])
    .map((list) => edits.checklists[list.id] ?? list)
    .sort((a, b) => stageOrder(a.stage ?? "") - stageOrder(b.stage ?? ""));
  const current = all.find((list) => list.id === id) ?? all[0];
  return (
    <>
      <PageHead
        title={WORDS.title}
        sub={
          sources?.value === undefined
            ? null
            : WORDS.sub(
                all.length,
                all.reduce((sum, { items }) => sum + items.length, 0),
              )
        }
      />
      {sources === undefined ? null : (
        <Loaded of={sources} rows={8}>
          {(value) => (
            <div class="columns lists">
              <section class="card list" aria-label={WORDS.title}>
                <ul class="rows">
                  {all.map((list) => (
                    <li key={list.id}>
                      <a
                        data-row
                        href={hashOf("checklists", list.id)}
                        aria-current={list.id === current?.id ? "true" : undefined}
                      >
                        <span class="between">
                          <strong>{list.title}</strong>
                          <span class="sub">{WORDS.count(list.items.length)}</span>
                        </span>
                        <span class="sub">
                          {list.stage === undefined ? WORDS.ofKind : stageLabel(list.stage)}
                          {edits.checklists[list.id] === undefined ? null : <b>　{words.rules.changed}</b>}
                        </span>
                      </a>
                    </li>
                  ))}
                </ul>
              </section>
              {current === undefined ? (
                <section class="card grow">
                  <Empty title={WORDS.pick}>{WORDS.pickWhy}</Empty>
                </section>
              ) : (
                <ChecklistEditor
                  key={current.id}
                  list={current}
                  source={value.checklists.find((list) => list.id === current.id)}
                  rules={value.rules}
                />
              )}
            </div>
          )}
        </Loaded>
      )}
    </>
  );
}
