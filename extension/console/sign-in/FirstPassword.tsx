// The step of a first sign-in that sets an own password; nothing else is open before.
import type { VNode } from "preact";
import { ask } from "../../protocol/ask.ts";
import type { SessionView } from "../../protocol/messages.ts";
import { words } from "../../words/console.ts";
import { ACCOUNT } from "../../words/people.ts";
import { ChangePassword } from "../account/ChangePassword.tsx";
import { Frame } from "./Frame.tsx";

export function FirstPassword({ onView }: { onView: (view: SessionView) => void }): VNode {
  const take = async (request: "session" | "sign-out"): Promise<void> => {
    const answer = await ask(request, {});
    if (answer.ok) onView(answer.value);
  };
  return (
    <Frame
      foot={
        <button type="button" class="button text small" onClick={() => void take("sign-out")}>
          {words.signOut}
        </button>
      }
    >
      <h1>{ACCOUNT.first}</h1>
      <p class="lead">{ACCOUNT.firstSay}</p>
      <ChangePassword initial onChanged={() => void take("session")} />
    </Frame>
  );
}
