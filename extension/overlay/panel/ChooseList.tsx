// Above a checklist: this stage and the whole case with how far each is, and all other stages to choose from.
import type { VNode } from "preact";
import type { Checklist } from "../../../shared/rules/pack.ts";
import type { PageState } from "../../protocol/messages.ts";
import { words } from "../../words/panel.ts";
import { kindLists, stageBeside, stageLists } from "./counts.ts";
import { progressOf } from "./item-standing.ts";

interface Props {
  readonly state: PageState;
  readonly shown: Checklist;
  choose(id: string): void;
}

/** The name of a list: that of a kind of case says that it is about the whole of it. */
const listName = ({ title, stage }: Checklist): string =>
  stage === undefined ? words.list.whole(title) : title;

function Choice({ list, state, shown, choose }: Props & { list: Checklist }): VNode {
  const { done, all } = progressOf(list, state);
  return (
    <button
      type="button"
      aria-pressed={list.id === shown.id}
      onClick={() => {
        choose(list.id);
      }}
    >
      <i>
        <s style={{ width: `${all === 0 ? 0 : (done / all) * 100}%` }} />
      </i>
      {listName(list)}
      <span>{words.list.progress(done, all)}</span>
    </button>
  );
}

/** This stage and the case's own lists, with how far each is. */
export function ChooseList({ state, shown, choose }: Props): VNode {
  const beside = stageBeside(state, shown);
  const strip = [...(beside === undefined ? [] : [beside]), ...kindLists(state)];
  return (
    <div class="stages">
      {strip.map((list) => (
        <Choice key={list.id} list={list} state={state} shown={shown} choose={choose} />
      ))}
    </div>
  );
}

/** Every other stage; nothing where there is none. */
export function OtherStage({ state, shown, choose }: Props): VNode | null {
  const others = stageLists(state).filter(({ id }) => id !== shown.id);
  if (others.length === 0) return null;
  return (
    <select
      aria-label={words.list.choose}
      value=""
      onChange={(event) => {
        choose(event.currentTarget.value);
      }}
    >
      <option value="" disabled>
        {words.list.choose}
      </option>
      {others.map((list) => {
        const { done, all } = progressOf(list, state);
        return (
          <option key={list.id} value={list.id}>
            {`${list.title}　${words.list.progress(done, all)}`}
          </option>
        );
      })}
    </select>
  );
}
