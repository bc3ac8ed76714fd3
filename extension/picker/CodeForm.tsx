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
      class="code"
      onSubmit={(event) => {
        event.preventDefault();
        if (word.trim() !== "") keep(word.trim());
      }}
    >
      <div class="field">
        <span>{card.code(code)}</span>
        {field.type.is === "choice" ? (
          <select
            aria-label={card.code(code)}
            value={word}
            onChange={(event) => setWord(event.currentTarget.value)}
          >
            <option value="">{card.codeChoose}</option>
            {field.type.values.map((value) => (
              <option key={value} value={value}>
                {value}
              </option>
            ))}
          </select>
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
      <button type="submit" class="second" disabled={word.trim() === ""}>
        {card.codeKeep}
      </button>
      <small>{card.codeWhy}</small>
    </form>
  );
}
