// The line with which a note is replied to or closed.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { CaseNote } from "../../../shared/supervision/note.ts";
import { words } from "../../words/console-cases.ts";
import { call } from "../call.ts";
import { SaidForm } from "../parts/SaidForm.tsx";

const WORDS = words.notes;

interface Props {
  readonly note: CaseNote;
  readonly act: "reply" | "close";
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function NoteAct({ note, act, onDone, onCancel }: Props): VNode {
  const [fixed, setFixed] = useState(false);
  const params = { key: note.caseKey, id: note.id };
  const { empty, failed } = WORDS;
  const back = { onDone, onCancel };
  return act === "reply" ? (
    <SaidForm
      words={{
        label: WORDS.replyLabel(note.byName),
        empty,
        send: WORDS.send,
        sending: WORDS.sending,
        sent: WORDS.sent,
        failed,
      }}
      below={
        <label class="check">
          <input
            type="checkbox"
            checked={fixed}
            onChange={(event) => setFixed(event.currentTarget.checked)}
          />
          {WORDS.fixed}
        </label>
      }
      send={(said) => call("replyNote", { params, body: { said, fixed } })}
      {...back}
    />
  ) : (
    <SaidForm
      words={{
        label: WORDS.closeLabel,
        hint: WORDS.closeHint,
        empty,
        send: WORDS.close,
        sending: WORDS.closing,
        sent: WORDS.done,
        failed,
      }}
      send={(said) => call("closeNote", { params, body: { said } })}
      {...back}
    />
  );
}
