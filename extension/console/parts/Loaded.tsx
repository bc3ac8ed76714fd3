// Shows what was loaded, or the skeleton, or the problem; a problem with older content stands above it.
import type { VNode } from "preact";
import type { Loaded as Load } from "../use-call.ts";
import { Problem } from "./Problem.tsx";
import { Waiting } from "./Waiting.tsx";

interface Props<T> {
  readonly of: Load<T>;
  readonly rows?: number;
  readonly children: (value: T) => VNode;
}

export function Loaded<T>({ of, rows, children }: Props<T>): VNode {
  return (
    <>
      {of.problem === undefined ? null : (
        <Problem problem={of.problem} again={() => void of.again()} busy={of.busy} />
      )}
      {of.value !== undefined ? (
        children(of.value)
      ) : of.problem === undefined ? (
        <Waiting rows={rows ?? 4} />
      ) : null}
    </>
  );
}
