// Signs a reminder for having been seen, once, in the unit's ledger.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Reminder } from "../../../shared/api/shapes.ts";
import { words } from "../../words/console-desk.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { useToast } from "../parts/Toast.tsx";

const WORDS = words.desk;

export function SignButton({ reminder, onDone }: { reminder: Reminder; onDone: () => void }): VNode {
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const sign = async (): Promise<void> => {
    setBusy(true);
    const answer = await call("signReminder", {
      params: { key: reminder.caseKey, id: reminder.id },
      body: {},
    });
    setBusy(false);
    if (!answer.ok) return toast(WORDS.notOpened, answer.message);
    toast(WORDS.signed, reminder.title);
    onDone();
  };
  return (
    <Button rank="text" small busy={busy && WORDS.signing} onClick={() => void sign()}>
      {WORDS.sign}
    </Button>
  );
}
