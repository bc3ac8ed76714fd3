// Puts a page's state together from what the background says has changed.
import type { Writable } from "../protocol/frame-scan.ts";
import type { PageState, StateChange } from "../protocol/messages.ts";

/** The state after a change; `before` counts only where the change builds on it. */
export function changed(before: PageState | undefined, { anew, parts, gone }: StateChange): PageState {
  const after = { ...(anew === true ? undefined : before), ...parts } as Partial<Writable<PageState>>;
  for (const name of gone ?? []) delete after[name];
  return after as PageState;
}
