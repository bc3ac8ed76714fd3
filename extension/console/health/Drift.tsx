// Fields that pages used to yield and no longer do: since when, on how many machines, and where to mend it.
import type { VNode } from "preact";
import { pathLabel } from "../../../shared/dictionary/words.ts";
import { words } from "../../words/console.ts";
import { usePack } from "../pack.ts";
import { Empty } from "../parts/Empty.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { State } from "../parts/State.tsx";
import { hashOf } from "../route.ts";
import { useCall } from "../use-call.ts";
import { whenText } from "../when.ts";

const WORDS = words.drift;

export function Drift(): VNode {
  const drift = useCall("drift");
  const { pack } = usePack();
  const named = (profile: string, page: string): readonly [string, string] => {
    const found = pack?.profiles.find(({ id }) => id === profile);
    return [found?.name ?? profile, found?.pages.find(({ id }) => id === page)?.label ?? page];
  };
  return (
    <section class="card" aria-label={WORDS.title}>
      <div class="card-head">
        <h2>{WORDS.title}</h2>
        <span class="sub">{WORDS.sub}</span>
      </div>
      <Loaded of={drift} rows={2}>
        {(value) =>
          value.items.length === 0 ? (
            <Empty title={WORDS.none}>{WORDS.noneWhy}</Empty>
          ) : (
            <>
              <ul class="rows">
                {value.items.map((item) => {
                  const [platform, page] = named(item.profile, item.page);
                  return (
                    <li key={`${item.profile}${item.page}${item.field}`}>
                      <a data-row href={hashOf("profiles", item.profile)}>
                        <State colour="grey">{pathLabel(item.field)}</State>
                        <span class="sub">
                          {WORDS.where(platform, page)}　{WORDS.since(whenText(item.since, Date.now()))}
                        </span>
                        <span class="sub">{WORDS.counts(item.hit, item.seen, item.devices)}</span>
                      </a>
                    </li>
                  );
                })}
              </ul>
              <p class="sub pad">{WORDS.mend}</p>
            </>
          )
        }
      </Loaded>
    </section>
  );
}
