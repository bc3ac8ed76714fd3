// Where a rule comes from, what each layer made of it with reason and name, and the way back to the rule above.
import type { VNode } from "preact";
import { LEVEL_WORDS } from "../../../shared/rules/layers/layer.ts";
import { OriginLines } from "../../overlay/panel/OriginPart.tsx";
import { words } from "../../words/console-studio.ts";
import { usePack } from "../pack.ts";
import { Button } from "../parts/Button.tsx";
import { State } from "../parts/State.tsx";
import type { Sources } from "./source.ts";
import { useStudio } from "./studio.ts";

const WORDS = words.origin;

interface Props {
  readonly id: string;
  readonly sources: Sources;
  readonly writes: boolean;
}

export function OriginCard({ id, sources, writes }: Props): VNode | null {
  const { editRule } = useStudio();
  const { pack, rules } = usePack();
  const packed = rules.get(id);
  if (pack === undefined || packed === undefined) return null;
  const { from } = packed;
  const above = sources.layer?.above.find((rule) => rule.id === id);
  const aside = sources.layer?.aside.find(({ rule }) => rule === id);
  return (
    <section class="origin" aria-label={WORDS.title}>
      <p class="between">
        <span>
          {WORDS.title}　{LEVEL_WORDS[from?.level ?? "nation"]} {from?.layer ?? pack.issuer}
        </span>
        {writes && above !== undefined ? (
          <Button rank="text" icon="undo" onClick={() => editRule(above)}>
            {WORDS.back}
          </Button>
        ) : null}
      </p>
      {from === undefined ? null : <OriginLines origin={from} now={Date.now()} />}
      {aside === undefined ? null : (
        <div>
          <State colour="orange">{WORDS.aside}</State>
          <p class="sub">{aside.message}</p>
        </div>
      )}
    </section>
  );
}
