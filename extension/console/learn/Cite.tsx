// An article that a guide or a quiz cites; its text on demand, where the unit has loaded the statute.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { ArticleView } from "../../protocol/article.ts";
import { ask } from "../../protocol/ask.ts";
import { words } from "../../words/learn.ts";

const WORDS = words.guides;

/** The article's paragraphs, one under the other; undefined where its text is not there. */
const textOf = (view: ArticleView): string | undefined =>
  view.state === "here"
    ? view.articles[0].paragraphs.map(({ text, items = [] }) => [text, ...items].join("\n")).join("\n")
    : undefined;

interface Props {
  readonly statute: string;
  readonly edition: string;
  readonly article: string;
}

export function Cite({ statute, edition, article }: Props): VNode {
  const [view, setView] = useState<ArticleView | "none">();
  const [open, setOpen] = useState(false);
  const toggle = async (): Promise<void> => {
    setOpen(!open);
    if (open || view !== undefined) return;
    const answer = await ask("article", { statute, edition, article });
    setView(answer.ok ? answer.value : "none");
  };
  const text = view === undefined || view === "none" ? undefined : textOf(view);
  return (
    <span class="cite">
      <span>{WORDS.article(statute, article)}</span>
      <button type="button" class="button text small" aria-expanded={open} onClick={() => void toggle()}>
        {open ? WORDS.hide : WORDS.show}
      </button>
      {open && view !== undefined ? <span class="cite-text">{text ?? WORDS.notLoaded}</span> : null}
    </span>
  );
}
