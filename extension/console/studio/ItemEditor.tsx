// One item of a checklist as an editable row.
import type { VNode } from "preact";
import type { ChecklistItem } from "../../../shared/rules/pack.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { words } from "../../words/console-studio.ts";
import { Choice } from "../parts/Choice.tsx";
import { Field } from "../parts/Field.tsx";
import { Icon } from "../parts/Icon.tsx";
import { explained, linked } from "./items.ts";

const WORDS = words.lists;

interface Props {
  readonly item: ChecklistItem;
  readonly at: number;
  readonly last: boolean;
  readonly rules: readonly Rule[];
  readonly writes: boolean;
  readonly onItem: (item: ChecklistItem) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

export function ItemEditor({ item, at, last, rules, writes, onItem, onMove, onRemove }: Props): VNode {
  const options: readonly (readonly [string, string])[] = [
    ["", WORDS.noRule],
    ...rules.map(({ id, title }) => [id, title] as const),
  ];
  return (
    <li data-item={item.id}>
      <div class="step" aria-hidden="true">
        {at + 1}
      </div>
      <div class="fields">
        <Field
          bare
          label={WORDS.say}
          value={item.say}
          disabled={!writes}
          error={item.say.trim() === "" ? WORDS.empty : undefined}
          onValue={(say) => onItem({ ...item, say })}
        />
        <Field
          bare
          label={WORDS.how}
          value={item.how ?? ""}
          disabled={!writes}
          onValue={(how) => onItem(explained(item, how))}
        />
        <Choice
          bare
          label={WORDS.rule}
          value={item.rule ?? ""}
          options={options}
          disabled={!writes}
          onValue={(rule) => onItem(linked(item, rule))}
        />
      </div>
      {writes ? (
        <div class="tools">
          <button
            type="button"
            class="mini"
            disabled={at === 0}
            aria-label={WORDS.up(item.say)}
            onClick={() => onMove(-1)}
          >
            <Icon name="arrowUp" size={14} />
          </button>
          <button
            type="button"
            class="mini"
            disabled={last}
            aria-label={WORDS.down(item.say)}
            onClick={() => onMove(1)}
          >
            <Icon name="arrowDown" size={14} />
          </button>
          <button type="button" class="mini" aria-label={WORDS.remove(item.say)} onClick={onRemove}>
            <Icon name="trash" size={14} />
          </button>
        </div>
      ) : null}
    </li>
  );
}
