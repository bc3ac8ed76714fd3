// The place to drop statute files on, with a file picker for those who do not drag.
import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import { words } from "../../words/console-statutes.ts";
import { Button } from "../parts/Button.tsx";

const WORDS = words.drop;

export function DropZone({
  busy,
  onFiles,
}: {
  busy: boolean;
  onFiles: (files: readonly File[]) => void;
}): VNode {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (list: FileList | null | undefined): void => {
    if (list !== null && list !== undefined && list.length > 0) onFiles([...list]);
  };
  return (
    <section
      class={over ? "drop over" : "drop"}
      aria-label={WORDS.title}
      onDragOver={(event) => {
        // Without this the browser would open the file in place of the console.
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <strong>{WORDS.say}</strong>
      <p class="sub">{WORDS.hint}</p>
      <Button icon="plus" busy={busy && WORDS.reading} onClick={() => input.current?.click()}>
        {WORDS.pick}
      </Button>
      <input
        ref={input}
        class="unseen"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={WORDS.pick}
        accept=".md,.markdown,.txt,text/plain,text/markdown"
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
    </section>
  );
}
