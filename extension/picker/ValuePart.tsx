// The card's first face: what was read here, what it became, and which field it is.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { fieldNamed } from "../../shared/dictionary/field-named.ts";
import { pathLabel } from "../../shared/dictionary/words.ts";
import type { Correction } from "../../shared/rules/site-profile.ts";
import { Shape } from "../look/Draw.tsx";
import { words } from "../words/picker.ts";
import { CodeForm } from "./CodeForm.tsx";
import { FieldChoice } from "./FieldChoice.tsx";
import { fieldWords, type PickerStore } from "./picker-store.ts";
import { corrected, notShowing, withCode } from "./steps.ts";
import { isRead, type Target } from "./targets.ts";

const CODE = /^[A-Za-z0-9][\w.-]{0,20}$/;

/** What became of it, as a line with its state. */
export function Became({ target, aside }: { target: Target; aside: boolean }): VNode {
  const [fact] = target.facts;
  if (aside) return <span class="state">{words.notField}</span>;
  if (fact === undefined || !isRead(target))
    return (
      <span class="state grey">
        <Shape colour="grey" size={14} />
        {words.unread}
        <small>
          {fact === undefined
            ? words.reason.unknown
            : `${fieldWords(fact)}：${words.reason[fact.reason ?? "unparsed"]}`}
        </small>
      </span>
    );
  return (
    <span class="state">
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
  const coded =
    field !== undefined && !isRead(target) && fact?.reason === "unparsed" && CODE.test(target.value);

  const choose = async (path: string): Promise<void> => {
    const correction: Correction = {
      ...(label.trim() === "" ? {} : { label: label.trim() }),
      ...(only ? { css: target.css } : {}),
      field: path,
    };
    const was = target.facts.map(({ entity, field }) => `${entity}.${field}`);
    const good = await store.make(
      target.frame,
      words.step.correct(label || words.parts.place),
      (profile, page) =>
        was.reduce(
          (all, old) => (old === path ? all : notShowing(all, page, old)),
          corrected(profile, page, correction),
        ),
    );
    const now = store.targets.value.find(({ key }) => key === target.key);
    // A code that nobody has given a meaning yet is asked for at once.
    const asks =
      now !== undefined && !isRead(now) && now.facts[0]?.reason === "unparsed" && CODE.test(now.value);
    if (good && !asks) store.choose(undefined);
  };
  return (
    <>
      {bare ? (
        <label class="field">
          {words.card.label}
          <input
            type="text"
            value={label}
            placeholder={words.card.labelHint}
            onInput={(event) => setLabel(event.currentTarget.value)}
          />
        </label>
      ) : null}
      {coded ? (
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
      <FieldChoice store={store} target={target} choose={(path) => void choose(path)} />
      {alone || bare || target.label === "" ? null : (
        <fieldset class="scope">
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

/** `“起算日”是强制措施 → 执行时间`. */
export const correctionWords = ({ label, css, field }: Correction): string => {
  const name =
    label === undefined ? words.parts.place : css === undefined ? label : `${label}（${words.parts.place}）`;
  return field === "" ? words.parts.none(name) : words.parts.correction(name, pathLabel(field));
};
