// Keys of the console: heard only outside text fields and never while an input method composes.
import { useEffect, useRef } from "preact/hooks";

export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const inText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;

/** Enter and Space belong to a focused control. */
const ownsEnter = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("a, button, summary") !== null;

/** Hears these keys while the component is shown. Names are those of `KeyboardEvent.key`, letters in lower case. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented)
        return;
      const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = Object.hasOwn(latest.current, name) ? latest.current[name] : undefined;
      if (act === undefined || inText(event.target)) return;
      if (name === "Enter" && ownsEnter(event.target)) return;
      if (name !== "Enter" && event.repeat && name !== "j" && name !== "k") return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
}

/** J and K along a list by moving the focus between the links or buttons that carry `data-row`. */
export function rowKeys(): Keys {
  const step = (by: number): void => {
    const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
    const at = rows.findIndex(
      (row) => row === document.activeElement || row.contains(document.activeElement),
    );
    const current = at === -1 ? rows.findIndex((row) => row.getAttribute("aria-current") === "true") : at;
    const next = rows[Math.min(rows.length - 1, Math.max(0, current + by))];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  return { j: () => step(1), k: () => step(-1) };
}
