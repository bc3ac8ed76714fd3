// The requests that left this browser, each with what it carried and its text as it was sent.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { contract } from "../../../shared/api/contract.ts";
import { MOST_KEPT, type SentRequest } from "../../protocol/traffic.ts";
import { words } from "../../words/traffic.ts";
import { Button } from "../parts/Button.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Segments } from "../parts/Segments.tsx";
import { whenText } from "../when.ts";
import { entriesIn, linesIn, sizeText } from "./carried.ts";
import { EntryView, Lines } from "./EntryView.tsx";

const WORDS = words.sent;
/** Requests listed at once. */
const STEP = 50;

type Filter = keyof typeof WORDS.filters;
const fits: Readonly<Record<Filter, (one: SentRequest) => boolean>> = {
  content: ({ bytes }) => bytes > 2,
  query: ({ bytes }) => bytes <= 2,
  all: () => true,
};

const sayOf = (route: string): string =>
  route === "socket"
    ? WORDS.socket
    : Object.hasOwn(contract, route)
      ? contract[route as keyof typeof contract].say
      : route;

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

function Carried({ of }: { of: SentRequest }): VNode {
  const entries = entriesIn(of);
  if (of.bytes === 0) return <p class="sub">{WORDS.noBody}</p>;
  return (
    <>
      {entries.length > 0 ? (
        entries.map((entry) => <EntryView key={entry.seq} entry={entry} />)
      ) : (
        <Lines of={linesIn(of, Date.now())} />
      )}
      <details class="raw">
        <summary>
          {WORDS.body}{" "}
          <span class="sub">
            {of.body === undefined ? WORDS.tooLong : of.masked ? WORDS.masked : WORDS.exact}
          </span>
        </summary>
        {of.body === undefined ? null : <pre>{of.body}</pre>}
        <p class="sub hash">{WORDS.hash(of.hash)}</p>
      </details>
    </>
  );
}

function One({ of }: { of: SentRequest }): VNode {
  const [open, setOpen] = useState(false);
  const n = entriesIn(of).length;
  return (
    <details class="request" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary data-row>
        <span class="num">{whenText(of.at, Date.now())}</span>
        <span class="what">
          {n > 0 ? <b>{WORDS.carried(n)}</b> : sayOf(of.route)}
          <code>
            {of.method} {decoded(of.path)}
          </code>
        </span>
        <span class="num">{sizeText(of.bytes)}</span>
        <span class="sub">{WORDS.status(of.status)}</span>
      </summary>
      {open ? (
        <div class="request-body">
          <Carried of={of} />
        </div>
      ) : null}
    </details>
  );
}

export function SentPart({ sent }: { sent: readonly SentRequest[] }): VNode {
  const [filter, setFilter] = useState<Filter>("content");
  const [shown, setShown] = useState(STEP);
  const found = sent.filter(fits[filter]);
  return (
    <>
      <div class="card-head">
        <Segments
          label={WORDS.filter}
          value={filter}
          options={(["content", "query", "all"] as const).map((id) => ({
            id,
            word: WORDS.filters[id],
            count: sent.filter(fits[id]).length,
          }))}
          onValue={(value) => {
            setFilter(value);
            setShown(STEP);
          }}
        />
        <span class="sub">{WORDS.kept(sent.length, MOST_KEPT)}</span>
      </div>
      {found.length === 0 ? (
        <Empty title={WORDS.none}>{WORDS.noneWhy}</Empty>
      ) : (
        <div class="requests">
          {found.slice(0, shown).map((one) => (
            <One key={`${one.at} ${one.path} ${one.hash}`} of={one} />
          ))}
        </div>
      )}
      {found.length > shown ? (
        <p class="pad">
          <Button small onClick={() => setShown(shown + STEP)}>
            {WORDS.more(Math.min(STEP, found.length - shown))}
          </Button>
        </p>
      ) : null}
    </>
  );
}
