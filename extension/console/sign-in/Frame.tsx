// The quiet page around each step before sign-in.
import type { ComponentChildren, VNode } from "preact";
import { mark } from "../../look/button.ts";
import { Draw } from "../../look/Draw.tsx";
import { words } from "../../words/console.ts";

export function Frame({ children, foot }: { children: ComponentChildren; foot?: ComponentChildren }): VNode {
  return (
    <main class="welcome">
      <div class="brand">
        <Draw of={mark} size={28} />
        <span>{words.product}</span>
      </div>
      <div class="card pad">{children}</div>
      {foot === undefined ? null : <p class="foot">{foot}</p>}
    </main>
  );
}
