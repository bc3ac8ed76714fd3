// Asks for title and dates of a statute where its file does not say them, or says them wrongly.
import type { VNode } from "preact";
import type { Said } from "../../../shared/law/library/read-statute.ts";
import { isDay } from "../../../shared/law/library/statute-text.ts";
import { words } from "../../words/console-statutes.ts";
import { Field } from "../parts/Field.tsx";

const WORDS = words.staged;

interface Props {
  readonly said: Said;
  /** What the file says, shown while nothing else was said. */
  readonly read: Said;
  readonly onSaid: (said: Said) => void;
}

/** An empty field says nothing: the file's own word holds again. */
const saidWith = (said: Said, key: keyof Said, value: string): Said => {
  const { [key]: _, ...rest } = said;
  return value.trim() === "" ? rest : { ...rest, [key]: value.trim() };
};

export function SaidFields({ said, read, onSaid }: Props): VNode {
  const field = (key: keyof Said, label: string, shown: string | undefined, hint?: string): VNode => {
    const value = said[key] ?? shown ?? "";
    const bad = key !== "title" && value !== "" && !isDay(value);
    return (
      <Field
        label={label}
        name={`said-${key}`}
        value={value}
        hint={hint}
        error={bad ? WORDS.badDay : undefined}
        onValue={(typed) => onSaid(saidWith(said, key, typed))}
      />
    );
  };
  return (
    <div class="said">
      {field("title", WORDS.statute, read.title)}
      {field("edition", WORDS.edition, read.edition, WORDS.editionHint)}
      {field("from", WORDS.from, read.from, WORDS.fromHint)}
    </div>
  );
}
