// One named part of an open card: its name at the left, what it says beside it.
import type { ComponentChildren, VNode } from "preact";

export function Part({
  name,
  aside,
  children,
}: {
  name: string;
  /** Stands under the name. */
  aside?: VNode;
  children: ComponentChildren;
}): VNode {
  return (
    <div class="part">
      <div class="part-name">
        <h5>{name}</h5>
        {aside}
      </div>
      <div class="part-body">{children}</div>
    </div>
  );
}
