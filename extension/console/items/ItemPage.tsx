// One item: what it is about, its proof, the whole history, how far it has come and what may be done next.
import type { VNode } from "preact";
import { words } from "../../words/console-items.ts";
import { useKeys } from "../keys.ts";
import { Icon } from "../parts/Icon.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { go, hashOf } from "../route.ts";
import { isWatcher, useMember } from "../session.ts";
import { useCall } from "../use-call.ts";
import { About } from "./About.tsx";
import { History } from "./History.tsx";
import { LimitState } from "./ItemsPage.tsx";
import { Moves } from "./Moves.tsx";
import { Progress } from "./Progress.tsx";

/** `of` is `unit/id`. */
export function ItemPage({ of }: { of: string }): VNode {
  const slash = of.indexOf("/");
  const loaded = useCall("item", { params: { unit: of.slice(0, slash), id: of.slice(slash + 1) } });
  const member = useMember();
  useKeys({ t: () => go("items") });
  const item = loaded.value?.item;
  return (
    <>
      <PageHead
        title={item?.title ?? words.title}
        sub={item === undefined ? null : <LimitState item={item} now={loaded.value?.now ?? Date.now()} />}
      >
        <a class="button secondary" href={hashOf("items")}>
          <Icon name="arrowLeft" size={14} />
          {words.back}
        </a>
      </PageHead>
      <Loaded of={loaded} rows={6}>
        {(value) => (
          <div class="columns case item">
            <div class="column">
              <About of={value} />
              <section class="card grow">
                <div class="card-head">
                  <h2>{words.history}</h2>
                  <span class="sub">{value.history.length}</span>
                </div>
                <History of={value} />
              </section>
            </div>
            <aside class="card side" aria-label={words.progress}>
              <div class="card-head">
                <strong>{words.progress}</strong>
              </div>
              <Progress of={value} />
              <Moves of={value} onDone={() => void loaded.again()} />
              <p class="foot-line">
                <Icon name="eye" size={14} />
                {isWatcher(member) ? words.viewed : words.write}
              </p>
            </aside>
          </div>
        )}
      </Loaded>
    </>
  );
}
