// The panel without verdicts: no case here, still reading, paused, stopped. One symbol, one sentence, one action.
import type { ComponentChildren, VNode } from "preact";
import { clockText } from "../../../shared/time/format.ts";
import { Draw } from "../../look/Draw.tsx";
import type { Drawing } from "../../look/drawing.ts";
import { icons } from "../../look/icons.ts";
import { words } from "../../words/panel.ts";
import type { Store } from "./store.ts";

const { states } = words;

function Emblem({
  icon,
  title,
  children,
}: {
  icon: Drawing;
  title: string;
  children: ComponentChildren;
}): VNode {
  return (
    <div class="blank">
      <Draw of={icon} size={28} />
      <h3>{title}</h3>
      {children}
    </div>
  );
}

function Reading({ store }: { store: Store }): VNode {
  const count = Object.keys(store.state.value?.evidence ?? {}).length;
  return (
    <div class="reading" aria-busy="true">
      <div class="headline">
        <span class="case">{states.reading}</span>
        {count > 0 && <h3 class="loud faint">{states.readingCount(count)}</h3>}
        <div class="coverage">
          {Array.from({ length: 23 }, (_, i) => (
            <i key={i} class="grey" />
          ))}
        </div>
        <div class="sum">{states.readingUsual}</div>
      </div>
      <div class="scroll">
        <div class="skeleton">
          <i />
          <i />
          <i />
        </div>
        <div class="skeleton">
          <i />
        </div>
      </div>
    </div>
  );
}

function Paused({ store, until, reason }: { store: Store; until: number; reason: string }): VNode {
  const resume = async (): Promise<void> => {
    const answer = await store.surface.ask("pause", { minutes: 0, reason: "" });
    if (!answer.ok) store.failed(answer.message);
  };
  return (
    <Emblem icon={icons.pause} title={states.paused(clockText(until))}>
      <p>
        {states.pausedWhy(reason)}
        <br />
        {states.pausedHow}
      </p>
      <button type="button" class="primary" onClick={() => void resume()}>
        <Draw of={icons.play} size={14} />
        {states.resume}
      </button>
      <small>{states.pauseLimit}</small>
    </Emblem>
  );
}

/** Nothing was checked here: the host works, and what to do. */
export function Stopped({ again, children }: { again: () => void; children?: ComponentChildren }): VNode {
  return (
    <Emblem icon={icons.unplug} title={states.error}>
      <p>
        {states.errorWhy}
        <br />
        <b>{states.errorNot}</b>
      </p>
      <button type="button" class="primary" onClick={again}>
        <Draw of={icons.refresh} size={14} />
        {states.restart}
      </button>
      {children}
    </Emblem>
  );
}

/** What stands in place of tabs and cards; undefined when there are verdicts to show. */
export function blankOf(store: Store): VNode | undefined {
  const state = store.state.value;
  if (!store.reachable.value || state?.state === "error")
    return (
      <Stopped
        again={() => {
          store.surface.reread();
          // A page that has not changed is not told again: what failed at it is tried again by the background.
          void store.surface.ask("pause", { minutes: 0, reason: "" });
        }}
      />
    );
  if (state === undefined || state.state === "reading") return <Reading store={store} />;
  if (state.paused !== undefined) return <Paused store={store} {...state.paused} />;
  if (state.state === "no-case" || (state.applicable.length === 0 && state.all.length === 0))
    return (
      <Emblem icon={icons.fileSearch} title={states.noCase}>
        <p>
          {states.noCaseWhy}
          <br />
          {states.noCaseHow}
        </p>
        <button type="button" class="second" onClick={() => void store.surface.ask("open-console", {})}>
          <Draw of={icons.listChecks} size={14} />
          {states.today}
        </button>
      </Emblem>
    );
  return undefined;
}
