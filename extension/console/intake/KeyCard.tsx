// The key of a connection, shown once to whoever hands it over, with the address to send to.
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ask } from "../../protocol/ask.ts";
import { words } from "../../words/intake.ts";
import { Button } from "../parts/Button.tsx";

const WORDS = words.sources;

export interface Told {
  readonly id: string;
  readonly name: string;
  readonly key: string;
}

export function KeyCard({ told, onClose }: { told: Told; onClose: () => void }): VNode {
  const [server, setServer] = useState("");
  useEffect(() => {
    void ask("session", {}).then((answer) => answer.ok && setServer(answer.value.server ?? ""));
  }, []);
  return (
    <section class="initial pad" aria-label={WORDS.key(told.name)} role="status">
      <h2>{WORDS.key(told.name)}</h2>
      <p class="sub">{WORDS.keySay}</p>
      <code class="intake-code">{told.key}</code>
      <p class="sub">{WORDS.address}</p>
      <code class="intake-code">{`POST ${server}/v1/intake/${told.id}`}</code>
      <p class="sub">{WORDS.described}</p>
      <code class="intake-code">{`GET ${server}/v1/openapi.json`}</code>
      <Button onClick={onClose}>{WORDS.keyClose}</Button>
    </section>
  );
}
