// The fields to choose from: the likeliest first, all others by search; arrow keys move, Enter chooses.
import type { VNode } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Guess, guessFields, searchFields } from "../../shared/dictionary/guess.ts";
import { elementLabel } from "../../shared/dictionary/words.ts";
import { readValue } from "../../shared/facts/value.ts";
import { fullInstantText } from "../../shared/time/format.ts";
import { words } from "../words/picker.ts";
import type { PickerStore } from "./picker-store.ts";
import { isRead, type Target } from "./targets.ts";

const GUESSES = 6;
const FOUND = 30;

export const pathOfGuess = ({ element, field }: Guess): string => `${element}.${field.id}`;

/** How the value would be read as this field; undefined when it is blank. */
export function preview(
  { field }: Guess,
  value: string,
): { readonly text: string; readonly good: boolean } | undefined {
  if (value === "") return undefined;
  const reading = readValue(field, value);
  if (reading.state !== "known") return { text: words.card.cannot, good: false };
  const shown =
    field.type.is === "instant" && typeof reading.value === "number"
      ? fullInstantText(reading.value)
      : Array.isArray(reading.value)
        ? reading.value.join("、")
        : String(reading.value);
  return shown === value ? undefined : { text: words.card.willRead(shown), good: true };
}

interface Props {
  readonly store: PickerStore;
  readonly target: Target;
  readonly choose: (path: string, guess: Guess | undefined) => void;
}

export function FieldChoice({ store, target, choose }: Props): VNode {
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  // At once: the next key may come before the page is painted.
  useLayoutEffect(() => input.current?.focus({ preventScroll: true }), [target.key]);
  const guesses = useMemo(() => {
    const { label, value, codes } = target;
    const taken = new Set(
      store.targets.value
        .filter((one) => one !== target && isRead(one))
        .flatMap(({ facts }) => facts.map(({ entity, field }) => `${entity}.${field}`)),
    );
    const element = store.pageOf(target.frame)?.element;
    return guessFields({ label, value, codes, element, taken }).slice(0, GUESSES);
  }, [target]);
  const found = query.trim() === "" ? guesses : searchFields(query).slice(0, FOUND);
  const current = new Set(target.facts.map(({ entity, field }) => `${entity}.${field}`));
  const move = (by: number): void => {
    const next = Math.max(0, Math.min(found.length, at + by));
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: "nearest" });
  };
  const key = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter") take(at);
    else return;
    event.preventDefault();
  };
  const take = (place: number): void => {
    const guess = found[place];
    if (guess !== undefined) choose(pathOfGuess(guess), guess);
    else if (place === found.length) choose("", undefined);
  };
  return (
    <div class="pick-choice">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={words.card.search}
        aria-expanded={true}
        aria-controls="fb-pick-fields"
        aria-activedescendant={`fb-pick-field-${at}`}
        placeholder={words.card.search}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={key}
      />
      <p class="pick-count">
        {query.trim() === ""
          ? words.card.guesses
          : found.length === 0
            ? words.card.nothing
            : words.card.found(found.length)}
      </p>
      <div class="pick-fields" role="listbox" id="fb-pick-fields" aria-label={words.card.which} ref={list}>
        {found.map((guess, place) => {
          const shown = preview(guess, target.value);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box above hears the keys
            <div
              key={pathOfGuess(guess)}
              id={`fb-pick-field-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === at}
              class={current.has(pathOfGuess(guess)) ? "now" : undefined}
              data-field={pathOfGuess(guess)}
              onClick={() => take(place)}
            >
              <b>{guess.field.label}</b>
              <span>{elementLabel(guess.element)}</span>
              {shown === undefined ? null : <small class={shown.good ? "" : "bad"}>{shown.text}</small>}
            </div>
          );
        })}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the box above hears the keys */}
        <div
          id={`fb-pick-field-${found.length}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === found.length}
          class="not"
          data-field=""
          onClick={() => take(found.length)}
        >
          {words.card.not}
        </div>
      </div>
    </div>
  );
}
