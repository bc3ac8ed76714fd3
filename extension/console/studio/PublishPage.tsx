// What has been changed, whether it may be published, and the publications that wait for approval.
import type { VNode } from "preact";
import { words } from "../../words/console-studio.ts";
import { usePack } from "../pack.ts";
import { Empty } from "../parts/Empty.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { may, useMember } from "../session.ts";
import { useCall } from "../use-call.ts";
import { Changes } from "./Changes.tsx";
import { Drafts } from "./Drafts.tsx";
import { localStatutes } from "./local-statutes.ts";
import { Publishing } from "./Publishing.tsx";
import { useStudio } from "./studio.ts";
import { useChecks } from "./use-checks.ts";

const WORDS = words.publish;

export function PublishPage(): VNode {
  const { sources, edits, changes } = useStudio();
  const member = useMember();
  const drafts = useCall("drafts");
  const rules = Object.values(edits.rules);
  const statutes = localStatutes(rules, usePack().pack);
  const checks = useChecks(rules, statutes);
  return (
    <>
      <PageHead
        title={WORDS.title}
        sub={
          changes === 0
            ? null
            : WORDS.sub(
                Object.keys(edits.rules).length,
                Object.keys(edits.checklists).length,
                Object.keys(edits.profiles).length,
              )
        }
      />
      <div class="columns publish">
        <section class="card grow">
          <div class="card-head">
            <h2>{WORDS.diff}</h2>
            {sources?.value === undefined ? null : (
              <span class="sub">{WORDS.diffSub(sources.value.label)}</span>
            )}
          </div>
          {sources === undefined || changes === 0 ? (
            <Empty title={WORDS.noChange}>{WORDS.noChangeWhy}</Empty>
          ) : (
            <Loaded of={sources} rows={5}>
              {(value) => <Changes sources={value} edits={edits} checks={checks} />}
            </Loaded>
          )}
        </section>
        <div class="column">
          {may(member, "admin") && sources?.value !== undefined ? (
            <Publishing
              sources={sources.value}
              checks={checks}
              statutes={statutes}
              onDone={() => void Promise.all([drafts.again(), sources.again()])}
            />
          ) : null}
          <section class="card">
            <div class="card-head">
              <h2>{WORDS.drafts}</h2>
              {drafts.value === undefined ? null : (
                <span class="sub">{WORDS.draftsSub(drafts.value.drafts.length)}</span>
              )}
            </div>
            <Loaded of={drafts} rows={2}>
              {(value) => <Drafts drafts={value.drafts} onDone={() => void drafts.again()} />}
            </Loaded>
          </section>
          {may(member, "admin") ? null : <p class="sub">{WORDS.onlyAdmin}</p>}
        </div>
      </div>
    </>
  );
}
