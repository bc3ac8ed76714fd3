// The side bar: the product's mark, the pages of the role, and who is signed in.
import type { VNode } from "preact";
import { mark } from "../look/button.ts";
import { Draw, Shape } from "../look/Draw.tsx";
import { ask } from "../protocol/ask.ts";
import type { SessionView } from "../protocol/messages.ts";
import { ROLE, words } from "../words/console.ts";
import type { PageEntry, PageId } from "./pages.ts";
import { Icon } from "./parts/Icon.tsx";
import { hashOf } from "./route.ts";
import { useMember } from "./session.ts";
import { useStudio } from "./studio/studio.ts";

interface Props {
  readonly pages: readonly PageEntry[];
  readonly current: PageId | undefined;
  readonly view: SessionView;
  readonly onView: (view: SessionView) => void;
  readonly onKeys: () => void;
}

export function Sidebar({ pages, current, view, onView, onKeys }: Props): VNode {
  const member = useMember();
  const { changes } = useStudio();
  const leave = async (): Promise<void> => {
    const answer = await ask("sign-out", {});
    if (answer.ok) onView(answer.value);
  };
  const roles = member.roles.map((role) =>
    Object.hasOwn(ROLE, role) ? ROLE[role as keyof typeof ROLE] : role,
  );
  return (
    <header class="sidebar">
      <div class="brand">
        <Draw of={mark} size={22} />
        <span>{words.product}</span>
      </div>
      <nav aria-label={words.nav}>
        {pages.map((page, i) => (
          <a
            key={page.id}
            href={hashOf(page.id)}
            aria-current={page.id === current ? "page" : undefined}
            class={i > 0 && pages[i - 1]?.group !== page.group ? "after-rule" : undefined}
          >
            <Draw of={page.icon} size={16} />
            <span>{page.label}</span>
            {page.id === "publish" && changes > 0 ? <span class="count">{changes}</span> : null}
          </a>
        ))}
      </nav>
      <div class="who">
        <strong>{member.name}</strong>
        <p>{[member.unitName, roles.join("、")].join("　")}</p>
        <p class="line">
          {view.connection === "online" ? <span class="dot" /> : <Shape colour="grey" size={14} />}
          {words.connection[view.connection]}
        </p>
        <p>{words.pack(view.pack.label)}</p>
        <div class="who-acts">
          <button type="button" class="button text small" onClick={() => void leave()}>
            <Icon name="logOut" size={14} />
            {words.signOut}
          </button>
          <button type="button" class="button text small" onClick={onKeys}>
            <Icon name="keyboard" size={14} />
            {words.keys}
          </button>
        </div>
      </div>
    </header>
  );
}
