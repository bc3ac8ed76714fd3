// 页面档案: the profiles in force and in the making, what each reads, and whether its captured pages still hold.
import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import type { SiteProfile } from "../../../shared/rules/site-profile.ts";
import { ask } from "../../protocol/ask.ts";
import type { ProfileDraft } from "../../protocol/picking.ts";
import { words } from "../../words/console-profiles.ts";
import { usePack } from "../pack.ts";
import { Button } from "../parts/Button.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { useToast } from "../parts/Toast.tsx";
import { go, hashOf } from "../route.ts";
import { useLoad } from "../use-call.ts";
import { readIn } from "./exchange.ts";
import { ProfileDesk } from "./ProfileDesk.tsx";

interface Entry {
  readonly id: string;
  readonly profile: SiteProfile;
  readonly draft: ProfileDraft | undefined;
  readonly inForce: SiteProfile | undefined;
}

function entriesOf(inForce: readonly SiteProfile[], drafts: readonly ProfileDraft[]): readonly Entry[] {
  const ids = new Set([...drafts.map(({ id }) => id), ...inForce.map(({ id }) => id)]);
  return [...ids].map((id) => {
    const draft = drafts.find((one) => one.id === id);
    const old = inForce.find((one) => one.id === id);
    return { id, draft, inForce: old, profile: draft?.profile ?? old! };
  });
}

export function ProfilesPage({ id }: { id: string | undefined }): VNode {
  const { pack } = usePack();
  const drafts = useLoad("profile-drafts", () => ask("profile-drafts", {}));
  const file = useRef<HTMLInputElement>(null);
  const toast = useToast();
  const inForce = pack?.profiles ?? [];
  const take = async (input: HTMLInputElement): Promise<void> => {
    const [chosen] = input.files ?? [];
    if (chosen === undefined) return;
    const read = readIn(await chosen.text(), Date.now());
    input.value = "";
    if (!read.ok) return toast(words.failed, read.refusal.message);
    const kept = await ask("put-profile-draft", { draft: read.value });
    if (!kept.ok) return toast(words.failed, kept.message);
    toast(words.imported(kept.value.profile.name));
    await drafts.again();
    go("profiles", kept.value.id);
  };
  return (
    <>
      <PageHead
        title={words.title}
        sub={drafts.value === undefined ? null : words.sub(inForce.length, drafts.value.length)}
      >
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={(event) => void take(event.currentTarget)}
        />
        <Button icon="upload" onClick={() => file.current?.click()}>
          {words.import}
        </Button>
      </PageHead>
      <Loaded of={drafts} rows={6}>
        {(value) => {
          const entries = entriesOf(inForce, value);
          const current = entries.find((one) => one.id === id) ?? entries[0];
          if (current === undefined) return <Empty title={words.none}>{words.noneWhy}</Empty>;
          return (
            <div class="columns profiles">
              <section class="card list" aria-label={words.list}>
                <ul class="rows">
                  {entries.map((one) => (
                    <li key={one.id}>
                      <a
                        data-row
                        href={hashOf("profiles", one.id)}
                        aria-current={one.id === current.id ? "true" : undefined}
                      >
                        <span class="between">
                          <strong>{one.profile.name}</strong>
                          {one.draft === undefined ? null : (
                            <span class="chip draft">
                              {one.inForce === undefined ? words.draft : words.changed}
                            </span>
                          )}
                        </span>
                        <span class="sub">{words.pages(one.profile.pages.length)}</span>
                      </a>
                    </li>
                  ))}
                </ul>
              </section>
              <ProfileDesk
                key={current.id}
                profile={current.profile}
                draft={current.draft}
                inForce={current.inForce}
                onChange={() => void drafts.again()}
              />
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
