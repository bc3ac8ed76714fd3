// The control that an event is about, also within a shadow tree.

/** Undefined where the event is about no element. */
export function controlOf(event: Event): Element | undefined {
  const own = event.target as Element | null;
  // Only what happens within a shadow tree has a path worth asking for.
  const target =
    own?.nodeType === 1 && own.shadowRoot === null ? own : (event.composedPath()[0] as Element | undefined);
  return target?.nodeType === 1 ? target : undefined;
}
