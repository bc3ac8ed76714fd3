// One checklist: its items in order, to be moved, reworded, linked to rules, added and removed.
import type { VNode } from "preact";
import type { Checklist, ChecklistItem } from "../../../shared/rules/pack.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { clockText } from "../../../shared/time/format.ts";
import { words } from "../../words/console-studio.ts";
import { Button } from "../parts/Button.tsx";
import { useToast } from "../parts/Toast.tsx";
import { go } from "../route.ts";
import { may, useMember } from "../session.ts";
import { checklistChanges } from "./diff.ts";
import { ItemEditor } from "./ItemEditor.tsx";
import { moved, newItem } from "./items.ts";
import { NewItem } from "./NewItem.tsx";
import { issues } from "./source.ts";
import { useStudio } from "./studio.ts";

const WORDS = words.lists;

interface Props {
  readonly list: Checklist;
  readonly source: Checklist | undefined;
  readonly rules: readonly Rule[];
}

export function ChecklistEditor({ list, source, rules }: Props): VNode {
  const { sources, edits, editChecklist, undo } = useStudio();
  const owns = sources?.value === undefined || issues(sources.value);
  const writes = may(useMember(), "admin") && owns;
  const toast = useToast();
  const changes = checklistChanges(source, list).length;
  const set = (items: readonly ChecklistItem[]): void => editChecklist({ ...list, items });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard
    <section class="card grow desk" aria-label={list.title} tabIndex={0}>
      <div class="card-head">
        <div class="what">
          <h2>{list.title}</h2>
          <span class="sub" role="status">
            {!writes
              ? owns
                ? words.rules.readOnly
                : WORDS.issuersOnly
              : changes === 0
                ? words.edit.noChanges
                : words.edit.changes(changes, clockText(edits.at))}
          </span>
        </div>
        {writes && changes > 0 ? (
          <Button
            rank="text"
            icon="undo"
            onClick={() => {
              undo("checklists", list.id);
              toast(words.edit.undone);
            }}
          >
            {words.edit.undo}
          </Button>
        ) : null}
        {writes ? (
          <Button rank="primary" onClick={() => go("publish")}>
            {words.edit.review}
          </Button>
        ) : null}
      </div>
      <div class="items-head" aria-hidden="true">
        <span>{WORDS.say}</span>
        <span>{WORDS.how}</span>
        <span>{WORDS.rule}</span>
      </div>
      <ol class="items">
        {list.items.map((item, i) => (
          <ItemEditor
            key={item.id}
            item={item}
            at={i}
            last={i === list.items.length - 1}
            rules={rules}
            writes={writes}
            onItem={(next) => set(list.items.map((one) => (one.id === item.id ? next : one)))}
            onMove={(by) => set(moved(list.items, i, by))}
            onRemove={() => set(list.items.filter((one) => one.id !== item.id))}
          />
        ))}
      </ol>
      {writes ? (
        <NewItem
          onAdd={(say, how) => {
            set([...list.items, newItem(list, say, how, crypto.randomUUID())]);
            toast(WORDS.added);
          }}
        />
      ) : null}
    </section>
  );
}
