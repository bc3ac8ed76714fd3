// 本页: every label of the page with what it became, how many are read, what has been marked, and the steps.
import type { VNode } from "preact";
import { elementLabel } from "../../shared/dictionary/words.ts";
import { mark } from "../look/button.ts";
import { Draw, Shape } from "../look/Draw.tsx";
import { icons } from "../look/icons.ts";
import { words } from "../words/picker.ts";
import { correctionWords } from "./correction-words.ts";
import { LostPart } from "./LostPart.tsx";
import { PageForm, PageLine } from "./PageHead.tsx";
import { fieldWords, type PickerStore } from "./picker-store.ts";
import { ShowsPart } from "./ShowsPart.tsx";
import { type PartList, without } from "./steps.ts";
import { isRead, type Target } from "./targets.ts";

interface Props {
  readonly store: PickerStore;
  readonly locate: (target: Target) => void;
  readonly save: () => void;
  readonly end: () => void;
}

/** The labels that the list shows now. */
export const listed = ({ targets, filter, counted, isListed }: PickerStore): readonly Target[] =>
  filter.value === "unread" ? counted.value.filter((one) => !isRead(one)) : targets.value.filter(isListed);

export function PickList({ store, locate, save, end }: Props): VNode {
  const { counted, read, filter, busy, done, notice, view } = store;
  const total = counted.value.length;
  const last = done.value.at(-1);
  return (
    <aside class="pick-list" aria-label={words.title} tabIndex={-1}>
      <header class="pick-head">
        <Draw of={mark} size={20} />
        <h2>{words.title}</h2>
        <b class="pick-sum" role="status">
          {words.read(read.value, total)}
        </b>
      </header>
      <div class="pick-bar" aria-hidden="true">
        {counted.value.slice(0, 60).map((one) => (
          <i key={one.key} class={isRead(one) ? "read" : "unread"} />
        ))}
      </div>
      <p class="pick-intro">{words.intro}</p>
      <PageLine store={store} />
      {store.naming.value ? <PageForm store={store} /> : null}
      <fieldset class="pick-filter" aria-label={words.list}>
        {(["all", "unread"] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={filter.value === one}
            onClick={() => (filter.value = one)}
          >
            {words[one]} <span>{one === "all" ? total : total - read.value}</span>
          </button>
        ))}
      </fieldset>
      <div class="pick-scroll">
        <LostPart store={store} />
        {view.value === undefined ? (
          <p class="pick-empty">{words.loading}</p>
        ) : (
          <Rows store={store} locate={locate} />
        )}
        <Parts store={store} />
        <ShowsPart store={store} />
      </div>
      {notice.value === undefined ? null : (
        <div class={`pick-notice${notice.value.bad === true ? " bad" : ""}`} role="status">
          <div>
            <b>{notice.value.text}</b>
            {notice.value.small === undefined ? null : <p>{notice.value.small}</p>}
          </div>
          {notice.value.act === undefined ? null : (
            <button type="button" class="second" onClick={notice.value.act.run}>
              {notice.value.act.label}
            </button>
          )}
          <button
            type="button"
            class="tool"
            aria-label={words.card.close}
            onClick={() => (notice.value = undefined)}
          >
            <Draw of={icons.close} size={14} />
          </button>
        </div>
      )}
      <footer>
        <button
          type="button"
          class="text pick-undo"
          disabled={last === undefined || busy.value}
          onClick={() => void store.undo()}
        >
          <Draw of={icons.undo} size={14} />
          <span>{last === undefined ? words.nothingToUndo : words.undo(last.said)}</span>
        </button>
        <button type="button" class="second" onClick={end}>
          {words.end}
        </button>
        <button type="button" class="primary" disabled={busy.value} aria-busy={busy.value} onClick={save}>
          {words.save}
        </button>
      </footer>
      <p class="pick-keys">{words.keys}</p>
    </aside>
  );
}

function Rows({ store, locate }: Pick<Props, "store" | "locate">): VNode {
  const rows = listed(store);
  if (rows.length === 0)
    return <p class="pick-empty">{store.filter.value === "unread" ? words.noUnread : words.none}</p>;
  return (
    <ul class="pick-rows">
      {rows.map((target) => {
        const [fact] = target.facts;
        const aside = store.setAside(target);
        const good = isRead(target);
        return (
          <li
            key={target.key}
            data-key={target.key}
            class={`${store.focused.value === target.key ? "on " : ""}${good || aside ? "" : "unread"}`}
            onPointerEnter={() => (store.hovered.value = target.element)}
            onPointerLeave={() => (store.hovered.value = undefined)}
          >
            <button type="button" class="pick" onClick={() => store.choose(target)}>
              {good ? (
                <Draw of={icons.check} size={14} />
              ) : aside ? (
                <i class="dash" />
              ) : (
                <Shape colour="grey" size={14} />
              )}
              <b>{target.label || words.noLabel}</b>
              <span>
                {aside ? words.notField : fact === undefined || !good ? words.unread : fieldWords(fact)}
              </span>
            </button>
            <button type="button" class="tool" aria-label={words.locate} onClick={() => locate(target)}>
              <Draw of={icons.locate} size={14} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** What has been marked on the page, each with a way back. */
function Parts({ store }: { store: PickerStore }): VNode | null {
  const pick = store.mainFrame.value;
  const page = pick === undefined ? undefined : store.pageOf(pick.scan.frame);
  if (pick === undefined || page === undefined) return null;
  const count = (css: string): number => {
    const { document } = store.documents.value.find(({ frame }) => frame === pick.scan.frame) ?? {};
    try {
      return document?.querySelectorAll(css).length ?? 0;
    } catch {
      return 0;
    }
  };
  const parts: readonly (readonly [PartList, number, string])[] = [
    ...(page.roots ?? []).map(
      ({ css, element }, at) => ["roots", at, words.parts.root(elementLabel(element), count(css))] as const,
    ),
    ...(page.ignore ?? []).map((_, at) => ["ignore", at, words.parts.ignore] as const),
    ...(page.submits ?? []).map(
      ({ text, css }, at) => ["submits", at, words.parts.submit(text ?? css ?? "")] as const,
    ),
    ...(page.corrections ?? []).map((one, at) => ["corrections", at, correctionWords(one)] as const),
  ];
  if (parts.length === 0) return null;
  return (
    <>
      <h3>{words.parts.head}</h3>
      <ul class="pick-parts">
        {parts.map(([list, at, text]) => (
          <li key={`${list}${text}`}>
            <span>{text}</span>
            <button
              type="button"
              class="text"
              onClick={() =>
                void store.make(pick.scan.frame, words.step.remove, (profile, id) =>
                  without(profile, id, list, at),
                )
              }
            >
              {words.parts.remove}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
