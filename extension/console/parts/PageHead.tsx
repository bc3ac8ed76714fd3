// The head of a page: title, one line about it, and what can be done or searched here.
import type { ComponentChildren, VNode } from "preact";
import { useEffect } from "preact/hooks";
import { words } from "../../words/console.ts";

interface Props {
  readonly title: string;
  readonly sub?: ComponentChildren;
  readonly chip?: ComponentChildren;
  readonly children?: ComponentChildren;
}

export function PageHead({ title, sub, chip, children }: Props): VNode {
  useEffect(() => {
    document.title = `${title} · ${words.product}`;
  }, [title]);
  return (
    <div class="page-head">
      <h1>{title}</h1>
      {chip}
      <div class="sub">{sub}</div>
      <div class="acts">{children}</div>
    </div>
  );
}
