// Makes a supervision item of a note; the same note makes the same item, however often it is asked for.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { CaseNote } from "../../../shared/supervision/note.ts";
import { words } from "../../words/console-items.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { useToast } from "../parts/Toast.tsx";
import { go } from "../route.ts";

/** The longest title that is taken from a note's text. */
const TITLE = 60;

/** The text's first line, cut where it is long. */
export function titleOf({ said }: Pick<CaseNote, "said">): string {
  const [line = ""] = said.trim().split("\n");
  return line.length > TITLE ? `${line.slice(0, TITLE - 1)}…` : line;
}

export function RaiseFromNote({ note }: { note: CaseNote }): VNode {
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const raise = async (): Promise<void> => {
    setBusy(true);
    const { id, caseKey, clause, said } = note;
    const answer = await call("raiseItem", {
      body: {
        key: `note.${id}`,
        origin: "note",
        caseKey,
        note: id,
        title: titleOf(note),
        said,
        ...(clause === undefined ? {} : { clause }),
      },
    });
    setBusy(false);
    if (answer.ok) go("items", `${answer.value.item.unit}/${answer.value.item.id}`);
    else toast(words.raise.failed, answer.message);
  };
  return (
    <Button small busy={busy && words.raise.busy} onClick={() => void raise()}>
      {words.fromNote}
    </Button>
  );
}
