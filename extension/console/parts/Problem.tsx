// What went wrong, its cause, and the way out.
import type { VNode } from "preact";
import { Shape } from "../../look/Draw.tsx";
import { WAY_OUT, words } from "../../words/console.ts";
import type { Problem as What } from "../use-call.ts";
import { Button } from "./Button.tsx";

interface Props {
  readonly problem: What;
  /** What did not happen: 没有登录. */
  readonly title?: string;
  readonly again?: (() => void) | undefined;
  readonly busy?: boolean;
}

export function Problem({ problem, title = words.problem, again, busy }: Props): VNode {
  return (
    <div class="problem" role="alert">
      <Shape colour="red" size={16} />
      <div>
        <strong>{title}</strong>
        <p>{problem.message}</p>
        <p class="way-out">{WAY_OUT[problem.code]}</p>
        {again === undefined ? null : (
          <Button small icon="refresh" busy={busy === true && words.loading} onClick={again}>
            {words.retry}
          </Button>
        )}
      </div>
    </div>
  );
}
