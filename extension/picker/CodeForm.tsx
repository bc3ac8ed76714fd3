// Asks what a code of the host means, so that it is read as the dictionary's word from now on.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Field } from "../../shared/dictionary/field.ts";
import { words } from "../words/picker.ts";

interface Props {
  readonly field: Field;
  readonly code: string;
  readonly keep: (word: string) => void;
}

export function CodeForm({ field, code, keep }: Props): VNode {
  const [word, setWord] = useState("");
  const { card } = words;
  return (
    <form
      class="pick-code"
      onSubmit={(event) => {
        event.preventDefault();
        if (word.trim() !== "") keep(word.trim());
      }}
    >
      <div class="pick-field">
        <span>{card.code(code)}</span>
        {field.type.is === "choice" ? (
          <div class="pick-words">
            {field.type.values.map((value) => (
              <button key={value} type="button" aria-pressed={word === value} onClick={() => keep(value)}>
                {value}
              </button>
            ))}
          </div>
        ) : (
          <input
            type="text"
            aria-label={card.code(code)}
            value={word}
            placeholder={card.codeWord}
            onInput={(event) => setWord(event.currentTarget.value)}
          />
        )}
      </div>
      {field.type.is === "choice" ? null : (
        <button type="submit" class="second" disabled={word.trim() === ""}>
          {card.codeKeep}
        </button>
      )}
      <small>{card.codeWhy}</small>
    </form>
  );
}
