// The step after the sign-in at which the browser's leave to read the platforms is asked for, where it is not given.
import type { ComponentChildren, VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { words } from "../../words/tour.ts";
import { askForHosts, missingHosts } from "../host-access.ts";
import { Button } from "../parts/Button.tsx";
import { Frame } from "./Frame.tsx";

const WORDS = words.access;

/** Shows `children` once nothing is missing, or the person has put it off. */
export function HostAccess({ children }: { children: ComponentChildren }): VNode {
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [later, setLater] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const look = async (): Promise<void> => setMissing(await missingHosts());
  useEffect(() => void look(), []);
  if (missing.length === 0 || later) return <>{children}</>;
  const allow = async (): Promise<void> => {
    setBusy(true);
    // The browser's question must come straight from the press: nothing is awaited before it.
    const given = await askForHosts(missing);
    setBusy(false);
    setRefused(!given);
    await look();
  };
  return (
    <Frame foot={WORDS.laterWhy}>
      <div class="steps">
        <h1>{WORDS.title}</h1>
        <p class="lead">{WORDS.say}</p>
        <ul class="paths">
          {missing.map((pattern) => (
            <li key={pattern}>
              <code>{pattern.replace(/\/\*$/, "")}</code>
            </li>
          ))}
        </ul>
        {refused ? <p role="alert">{WORDS.refused}</p> : null}
        <div class="row">
          <Button rank="primary" busy={busy && WORDS.busy} onClick={() => void allow()}>
            {WORDS.go}
          </Button>
          <Button onClick={() => setLater(true)}>{WORDS.later}</Button>
        </div>
      </div>
    </Frame>
  );
}
