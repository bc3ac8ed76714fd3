// The card's first face: what was read here, what it became, and which field it is.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { fieldNamed } from "../../shared/dictionary/field-named.ts";
import { pathLabel } from "../../shared/dictionary/words.ts";
import type { Correction, SiteProfile } from "../../shared/rules/site-profile.ts";
import { Shape } from "../look/Draw.tsx";
import { words } from "../words/picker.ts";
import { CodeForm } from "./CodeForm.tsx";
import { FieldChoice } from "./FieldChoice.tsx";
import { fieldWords, type PickerStore } from "./picker-store.ts";
import { onlyCss } from "./regions.ts";
import { corrected, notShowing, withCode } from "./steps.ts";
import { isRead, type Target } from "./targets.ts";

/** What hosts write in place of a word. */
const CODE = /^(?:\d{1,6}|[A-Za-z]{1,4}\d{0,4})$/;

/** Whether what stands here may be a code of the host, and the field has words for it. */
const mayBeCode = ({ value, facts: [fact] }: Target, profile: SiteProfile | undefined): boolean => {
  if (fact === undefined || !CODE.test(value)) return false;
  const path = `${fact.entity}.${fact.field}`;
  const is = fieldNamed(path)?.type.is;
  const known = profile?.codeTables?.some(
    ({ field, values }) => field === path && Object.hasOwn(values, value),
  );
  return (
    known !== true && ((is === "choice" && fact.state === "unread") || (is === "text" && /\d/.test(value)))
  );
};

/** What became of it, as a line with its state. */
export function Became({
  target,
  aside,
  told,
}: {
  target: Target;
  aside: boolean;
  /** The field that the draft says it is. */
  told: string | undefined;
}): VNode {
  const [fact] = target.facts;
  if (aside) return <span class="pick-state">{words.notField}</span>;
  if (fact === undefined || !isRead(target))
    return (
      <span class="pick-state grey">
        <Shape colour="grey" size={14} />
        {words.unread}
        <small>
          {fact === undefined
            ? told === undefined
              ? words.reason.unknown
              : words.reason.told(pathLabel(told))
            : `${fieldWords(fact)}：${words.reason[fact.reason ?? "unparsed"]}`}
        </small>
      </span>
    );
  return (
    <span class="pick-state">
      {words.here(fieldWords(fact))}
      {fact.state === "absent" ? <small>{words.blank}</small> : null}
    </span>
  );
}

export function ValuePart({ store, target }: { store: PickerStore; target: Target }): VNode {
  const [label, setLabel] = useState(target.label);
  const alone =
    store.targets.value.filter((one) => one.frame === target.frame && one.label === label).length < 2;
  const [here, setHere] = useState(false);
  const bare = target.is === "text";
  const only = here || label.trim() === "";
  const [fact] = target.facts;
  const field = fact === undefined ? undefined : fieldNamed(`${fact.entity}.${fact.field}`);
  const coded = mayBeCode(target, store.view.value?.profile);
  const [again, setAgain] = useState(false);

  const choose = async (path: string): Promise<void> => {
    const correction: Correction = {
      ...(label.trim() === "" || (bare && only) ? {} : { label: label.trim() }),
      // A place that the reader does not know as a cell is looked up by what tells it best.
      ...(only ? { css: bare ? onlyCss(target.element) : target.css } : {}),
      field: path,
    };
    const was = target.facts.map(({ entity, field }) => `${entity}.${field}`);
    const good = await store.make(
      target.frame,
      words.step.correct(only && bare ? words.parts.place : label || words.parts.place),
      (profile, page) =>
        was.reduce(
          (all, old) => (old === path ? all : notShowing(all, page, old)),
          corrected(profile, page, correction),
        ),
    );
    if (!good) return;
    if (path === "") return store.choose(undefined);
    const now = await store.settled(target);
    // Who has gone on to another place is not called back.
    if (store.chosen.value?.element !== target.element) return;
    // A code that nobody has given a meaning yet is asked for at once.
    const open = !isRead(now) || mayBeCode(now, store.view.value?.profile);
    store.choose(open ? now : undefined);
  };
  return (
    <>
      {bare ? (
        <label class="pick-field">
          {words.card.label}
          <input
            type="text"
            value={label}
            placeholder={words.card.labelHint}
            onInput={(event) => setLabel(event.currentTarget.value)}
          />
        </label>
      ) : null}
      {coded && field !== undefined ? (
        <CodeForm
          field={field}
          code={target.value}
          keep={(word) =>
            void store
              .make(target.frame, words.step.code(target.value), (profile) =>
                withCode(profile, `${fact!.entity}.${fact!.field}`, target.value, word),
              )
              .then((good) => good && store.choose(undefined))
          }
        />
      ) : null}
      {coded && !again ? (
        <p class="pick-row">
          <button type="button" class="text" onClick={() => setAgain(true)}>
            {words.card.otherField}
          </button>
        </p>
      ) : (
        <FieldChoice store={store} target={target} choose={(path) => void choose(path)} />
      )}
      {bare && label.trim() === "" ? <p class="pick-note">{words.card.byPlace}</p> : null}
      {(alone && !bare) || label.trim() === "" ? null : (
        <fieldset class="pick-scope">
          <legend>{words.card.scope}</legend>
          {[false, true].map((one) => (
            <button key={String(one)} type="button" aria-pressed={here === one} onClick={() => setHere(one)}>
              {one ? words.card.hereOnly : words.card.everywhere(label)}
            </button>
          ))}
        </fieldset>
      )}
    </>
  );
}
