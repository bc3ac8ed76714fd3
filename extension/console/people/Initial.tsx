// An initial password, shown once to whoever hands it over.
import type { VNode } from "preact";
import { fullInstantText } from "../../../shared/time/format.ts";
import { PEOPLE } from "../../words/people.ts";
import { Button } from "../parts/Button.tsx";

export interface Told {
  readonly name: string;
  readonly password: string;
  readonly until: number;
}

export function Initial({ told, onClose }: { told: Told; onClose: () => void }): VNode {
  const { title, say, close } = PEOPLE.initial;
  return (
    <section class="initial pad" aria-label={title(told.name)} role="status">
      <h3>{title(told.name)}</h3>
      <p class="fingerprint">
        {told.password.split("-").map((group, i) => (
          <span key={i}>{group}</span>
        ))}
      </p>
      <p class="sub">{say(fullInstantText(told.until))}</p>
      <Button onClick={onClose}>{close}</Button>
    </section>
  );
}
