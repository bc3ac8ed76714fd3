// The list of keys that `?` opens and Esc closes.
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../../words/console.ts";
import { Button } from "./Button.tsx";

export function KeyList({ onClose }: { onClose: () => void }): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} class="key-list" aria-label={words.keyList.title} onClose={onClose}>
      <h2>{words.keyList.title}</h2>
      <dl>
        {words.keyList.rows.map(([keys, word]) => (
          <div key={keys}>
            <dt>
              {keys.split(" ").map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{word}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={() => dialog.current?.close()}>{words.close}</Button>
    </dialog>
  );
}
