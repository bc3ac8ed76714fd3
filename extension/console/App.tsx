// The console: sign-in first, then the pages of the member's roles.
import type { VNode } from "preact";
import { Problem } from "./parts/Problem.tsx";
import { ToastPlace } from "./parts/Toast.tsx";
import { Waiting } from "./parts/Waiting.tsx";
import { Shell } from "./Shell.tsx";
import { MemberContext, useSessionHold } from "./session.ts";
import { FirstPassword } from "./sign-in/FirstPassword.tsx";
import { Frame } from "./sign-in/Frame.tsx";
import { HostAccess } from "./sign-in/HostAccess.tsx";
import { Welcome } from "./sign-in/Welcome.tsx";

export function App(): VNode {
  const { answer, take, again } = useSessionHold();
  if (answer === undefined || !answer.ok) {
    return (
      <Frame>
        {answer === undefined ? (
          <Waiting rows={3} />
        ) : (
          <Problem problem={answer} again={() => void again()} />
        )}
      </Frame>
    );
  }
  const { member } = answer.value;
  if (member !== undefined && answer.value.mustChange === true) return <FirstPassword onView={take} />;
  if (member === undefined) return <Welcome view={answer.value} onView={take} />;
  return (
    <MemberContext.Provider value={member}>
      <ToastPlace>
        <HostAccess>
          <Shell key={member.id} view={answer.value} onView={take} />
        </HostAccess>
      </ToastPlace>
    </MemberContext.Provider>
  );
}
