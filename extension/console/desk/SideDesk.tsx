// The desk in the browser's side panel: the same matters in a narrow list, beside the platform's own pages.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { isCleared } from "../../../shared/supervision/day-matter.ts";
import { mark } from "../../look/button.ts";
import { Draw } from "../../look/Draw.tsx";
import { words as consoleWords } from "../../words/console.ts";
import { words } from "../../words/console-desk.ts";
import { rowKeys, useKeys } from "../keys.ts";
import { PackContext, usePackHold } from "../pack.ts";
import { Icon } from "../parts/Icon.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { Problem } from "../parts/Problem.tsx";
import { SearchBox } from "../parts/SearchBox.tsx";
import { ToastPlace } from "../parts/Toast.tsx";
import { Waiting } from "../parts/Waiting.tsx";
import { MemberContext, useMember, useSessionHold } from "../session.ts";
import { MatterList } from "./MatterList.tsx";
import { useDesk } from "./use-desk.ts";

const WORDS = words.desk;

function Narrow(): VNode {
  const member = useMember();
  const [typed, setTyped] = useState("");
  const { loaded, rows } = useDesk(member.roles.includes("officer") ? "mine" : "unit", member.id);
  useKeys(rowKeys());
  const now = loaded.value?.desk.at ?? Date.now();
  const day = loaded.value?.desk.day ?? [];
  const left = day.filter((one) => !isCleared(one)).length;
  return (
    <>
      <header class="side-head">
        <Draw of={mark} size={20} />
        <h1>{WORDS.title}</h1>
        {day.length === 0 ? null : (
          <span class="sub">
            {words.day.cleared} {day.length - left} {words.day.of(day.length)}
          </span>
        )}
        <a class="button text small" href="/console.html" target="_blank" rel="noreferrer">
          {WORDS.full}
          <Icon name="external" size={14} />
        </a>
      </header>
      <div class="side-search">
        <SearchBox label={WORDS.search} value={typed} onValue={setTyped} />
      </div>
      <section class="side-list" aria-label={WORDS.title}>
        <Loaded of={loaded} rows={8}>
          {() => <MatterList rows={rows} typed={typed} now={now} onDone={() => void loaded.again()} />}
        </Loaded>
      </section>
    </>
  );
}

export function SideDesk(): VNode {
  const { answer, again } = useSessionHold();
  const pack = usePackHold(answer?.ok === true ? answer.value.pack.revision : 0);
  const member = answer?.ok === true ? answer.value.member : undefined;
  if (answer === undefined) return <Waiting rows={6} />;
  if (!answer.ok) return <Problem problem={answer} again={() => void again()} />;
  if (member === undefined)
    return (
      <div class="empty">
        <strong>{consoleWords.start.signIn.title}</strong>
        <p>{consoleWords.start.signIn.away}</p>
        <a class="button primary" href="/console.html" target="_blank" rel="noreferrer">
          {consoleWords.start.signIn.go}
        </a>
      </div>
    );
  return (
    <MemberContext.Provider value={member}>
      <PackContext.Provider value={pack}>
        <ToastPlace>
          <main class="side-desk">
            <Narrow />
          </main>
        </ToastPlace>
      </PackContext.Provider>
    </MemberContext.Provider>
  );
}
