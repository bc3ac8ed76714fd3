// The form that adds a duty which a person ticks.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { words } from "../../words/console-studio.ts";
import { Button } from "../parts/Button.tsx";
import { Field } from "../parts/Field.tsx";

const WORDS = words.lists;

export function NewItem({ onAdd }: { onAdd: (say: string, how: string) => void }): VNode {
  const [say, setSay] = useState("");
  const [how, setHow] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <form
      class="new-item"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (say.trim() === "") return;
        onAdd(say, how);
        setSay("");
        setHow("");
        setTried(false);
      }}
    >
      <h3>
        {WORDS.addTitle} <span class="sub">{WORDS.addSay}</span>
      </h3>
      <div class="two">
        <Field
          label={WORDS.say}
          name="say"
          value={say}
          error={tried && say.trim() === "" ? WORDS.empty : undefined}
          onValue={setSay}
        />
        <Field label={WORDS.how} name="how" value={how} onValue={setHow} />
      </div>
      <Button icon="plus" submit>
        {WORDS.add}
      </Button>
    </form>
  );
}
