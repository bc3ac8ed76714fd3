// The buttons by which a table comes in: choose a file, or take an empty one to fill in.
import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import { Button } from "./Button.tsx";

interface Props {
  readonly words: { readonly file: string; readonly template: string };
  /** Choosing is what comes next. */
  readonly first: boolean;
  /** What is being done with a file, while it is. */
  readonly busy: string | undefined;
  readonly onFile: (file: File) => void;
  readonly onTemplate: () => void;
}

export function TableFile({ words, first, busy, onFile, onTemplate }: Props): VNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="row wrap">
      <Button
        rank={first ? "primary" : "secondary"}
        icon="upload"
        busy={busy}
        onClick={() => input.current?.click()}
      >
        {words.file}
      </Button>
      <Button icon="download" onClick={onTemplate}>
        {words.template}
      </Button>
      <input
        ref={input}
        class="unseen"
        type="file"
        tabIndex={-1}
        aria-label={words.file}
        accept=".xlsx,.csv,text/csv"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) onFile(file);
          // The same file, once mended, is chosen anew.
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}
