// Who is signed in, asked of the background and followed while the console is open.
import { createContext } from "preact";
import { useCallback, useContext, useEffect, useState } from "preact/hooks";
import { ask } from "../protocol/ask.ts";
import type { Answer, SessionView } from "../protocol/messages.ts";

/** How often the connection line is looked at again, ms; the answer comes from the background's memory. */
const EVERY = 5_000;

export interface SessionHold {
  readonly answer: Answer<SessionView> | undefined;
  readonly take: (view: SessionView) => void;
  readonly again: () => Promise<void>;
}

export function useSessionHold(): SessionHold {
  const [answer, setAnswer] = useState<Answer<SessionView>>();
  const again = useCallback(async () => setAnswer(await ask("session", {})), []);
  useEffect(() => {
    void again();
    const timer = setInterval(() => void again(), EVERY);
    return () => clearInterval(timer);
  }, [again]);
  return { answer, take: (view) => setAnswer({ ok: true, value: view }), again };
}

export type Member = NonNullable<SessionView["member"]>;

export const MemberContext = createContext<Member | undefined>(undefined);

/** The signed-in member; pages are drawn only for one. */
export function useMember(): Member {
  const member = useContext(MemberContext);
  if (member === undefined) throw new Error("a page was drawn without a signed-in member");
  return member;
}

export const may = (member: Member, ...roles: readonly string[]): boolean =>
  roles.some((role) => member.roles.includes(role));

/** Whose looks at a case the unit records: everyone who supervises. */
export const isWatcher = (member: Member): boolean => may(member, "legal", "leader", "admin", "auditor");
