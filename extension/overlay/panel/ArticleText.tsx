// The article's own text on a card: folded, opened at the article, with a word where the deployment has loaded none.
import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { Draw } from "../../look/Draw.tsx";
import { icons } from "../../look/icons.ts";
import type { ArticleView, ArticleWords } from "../../protocol/article.ts";
import { words as aid } from "../../words/aid.ts";
import { words } from "../../words/panel.ts";
import { CopyButton } from "./CopyButton.tsx";
import type { Store } from "./store.ts";

interface Props {
  readonly store: Store;
  readonly statute: string;
  readonly edition: string;
  /** How the edition is called on screen. */
  readonly editionLabel: string;
  readonly article: string;
  readonly rule: string;
}

/** The articles as plain text, a line for each paragraph and item. */
const textOf = (articles: readonly ArticleWords[]): string =>
  articles
    .map(({ name, paragraphs }) =>
      [name, ...paragraphs.flatMap(({ text, items = [] }) => [text, ...items])].join("\n"),
    )
    .join("\n\n");

function Words({ of: { name, chapter, paragraphs } }: { of: ArticleWords }): VNode {
  return (
    <div>
      {chapter !== undefined && <small>{chapter}</small>}
      {paragraphs.map(({ text, items = [] }, i) => (
        // A text's paragraphs have no other name than their place.
        <div key={`p${i}`}>
          <p>
            {i === 0 && <b>{name}　</b>}
            {text}
          </p>
          {items.map((item) => (
            <p class="item" key={item}>
              {item}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}

export function ArticleText({ store, statute, edition, editionLabel, article, rule }: Props): VNode | null {
  const view = useSignal<ArticleView | undefined>(undefined);
  const open = useSignal(false);
  // With the card itself: an effect after the painting would make it jump a second time.
  useLayoutEffect(() => {
    let gone = false;
    view.value = undefined;
    open.value = false;
    // Without an edition there is no text to be asked for.
    if (edition === "") return;
    void store.surface.ask("article", { statute, edition, article, rule }).then((answer) => {
      if (!gone) view.value = answer.ok && answer.value !== null ? answer.value : { state: "none" };
    });
    return () => {
      gone = true;
    };
  }, [store, statute, edition, article, rule]);
  const { card } = words;
  const now = view.value;
  if (now === undefined) return null;
  if (now.state === "none") return <small class="no-article">{card.articleNone}</small>;
  if (now.state === "missing")
    return <small class="no-article">{now.partial ? card.articleNotHeld : card.articleMissing}</small>;
  const names = now.articles.map(({ name }) => name).join("、");
  return (
    <div class={open.value ? "article-text open" : "article-text"}>
      <button
        type="button"
        class="text"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {open.value ? card.articleHide : card.articleShow(names)}
        <Draw of={icons.chevronDown} size={14} />
      </button>
      {open.value && (
        <section aria-label={`《${statute}》${names}`}>
          {now.articles.map((one) => (
            <Words of={one} key={one.name} />
          ))}
          <div class="article-foot">
            <small>{card.articleFrom(editionLabel)}</small>
            <CopyButton store={store} text={textOf(now.articles)} label={`${aid.copy.copy}${names}`} />
          </div>
        </section>
      )}
    </div>
  );
}
