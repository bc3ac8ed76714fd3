// An empty place: what is not there, and what will bring it.
import type { ComponentChildren, VNode } from "preact";

export function Empty({ title, children }: { title: string; children?: ComponentChildren }): VNode {
  return (
    <div class="empty">
      <strong>{title}</strong>
      {children === undefined ? null : <p>{children}</p>}
    </div>
  );
}
