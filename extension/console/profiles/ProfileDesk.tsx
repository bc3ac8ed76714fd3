// One profile: its name and addresses, its page kinds, its codes, its captured pages, and what can be done with it.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { SiteProfile } from "../../../shared/rules/site-profile.ts";
import { isUrlPattern } from "../../../shared/rules/url-pattern.ts";
import { ask } from "../../protocol/ask.ts";
import type { ProfileDraft } from "../../protocol/picking.ts";
import { words } from "../../words/console-profiles.ts";
import { Button } from "../parts/Button.tsx";
import { Field } from "../parts/Field.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useToast } from "../parts/Toast.tsx";
import { go } from "../route.ts";
import { may, useMember } from "../session.ts";
import { same } from "../studio/same.ts";
import { useStudio } from "../studio/studio.ts";
import type { Problem as What } from "../use-call.ts";
import { CodesField } from "./CodesField.tsx";
import { MOST_TESTS, pagesIn, pagesOut, saveFile, withPages, writtenOut } from "./exchange.ts";
import { PageKinds } from "./PageKinds.tsx";
import { TestsCard } from "./TestsCard.tsx";
import { useTests } from "./use-tests.ts";

interface Props {
  readonly profile: SiteProfile;
  readonly draft: ProfileDraft | undefined;
  readonly inForce: SiteProfile | undefined;
  readonly onChange: () => void;
}

export function ProfileDesk({ profile, draft, inForce, onChange }: Props): VNode {
  const member = useMember();
  const toast = useToast();
  const { editProfile, undo } = useStudio();
  const [problem, setProblem] = useState<What>();
  /** Why a file of captured pages was not taken. */
  const [refused, setRefused] = useState<string>();
  const tests = draft?.tests ?? [];
  const results = useTests(tests, profile);
  const open = draft !== undefined && may(member, "admin");

  const put = async (next: SiteProfile, left = tests): Promise<boolean> => {
    const kept = await ask("put-profile-draft", {
      draft: { id: next.id, profile: next, tests: left, at: Date.now(), by: draft?.by ?? member.name },
    });
    setProblem(kept.ok ? undefined : { code: kept.code, message: kept.message });
    if (kept.ok) onChange();
    return kept.ok;
  };
  const takePages = async (file: File): Promise<void> => {
    const read = pagesIn(await file.text(), profile);
    const all = read.ok ? withPages(tests, read.value) : tests;
    setRefused(
      read.ok ? (all.length > MOST_TESTS ? words.tooManyTests(MOST_TESTS) : undefined) : read.refusal.message,
    );
    if (!read.ok || all.length > MOST_TESTS) return;
    if (await put(profile, all)) toast(words.importedTests(read.value.length));
  };
  const publish = (): void => {
    if (same(profile, inForce)) {
      toast(words.same);
      return;
    }
    editProfile(profile, inForce);
    toast(words.toPublish);
    go("publish");
  };
  const drop = async (): Promise<void> => {
    await ask("drop-profile-draft", { id: profile.id });
    undo("profiles", profile.id);
    toast(words.dropped);
    onChange();
  };
  const broken = [...results.values()].filter((one) => one === "failed" || one.missing.length > 0).length;
  return (
    <>
      <section class="card grow" aria-label={profile.name}>
        <div class="card-head">
          <h2>{profile.name}</h2>
          <span class="sub">{profile.id}</span>
          <span class="acts right">
            <Button
              icon="download"
              onClick={() =>
                saveFile(
                  profile.id,
                  writtenOut(draft ?? { id: profile.id, profile, tests, at: Date.now(), by: member.name }),
                )
              }
            >
              {words.export}
            </Button>
            {!may(member, "admin") ? null : draft === undefined ? (
              <Button onClick={() => void put(profile)}>{words.edit}</Button>
            ) : (
              <>
                <Button icon="trash" onClick={() => void drop()}>
                  {words.drop}
                </Button>
                <Button rank="primary" icon="send" onClick={publish}>
                  {words.publish}
                </Button>
              </>
            )}
          </span>
        </div>
        <div class="pad profile">
          {problem === undefined ? null : <Problem problem={problem} title={words.failed} />}
          {broken === 0 ? null : <p class="sub">{words.broke(broken)}</p>}
          <div class="two">
            <Line
              label={words.name}
              value={profile.name}
              open={open}
              keep={(name) => void put({ ...profile, name })}
            />
            <Line
              label={words.platform}
              value={profile.platform}
              open={open}
              keep={(platform) => void put({ ...profile, platform })}
            />
          </div>
          <Line
            label={words.match}
            value={profile.match.join("\n")}
            lines={Math.max(1, profile.match.length)}
            open={open}
            check={(text) =>
              text.split("\n").every((one) => isUrlPattern(one.trim())) ? undefined : words.badMatch
            }
            keep={(text) =>
              void put({
                ...profile,
                match: text
                  .split("\n")
                  .map((one) => one.trim())
                  .filter(Boolean),
              })
            }
          />
          <PageKinds profile={profile} open={open} put={(next) => void put(next)} />
          <CodesField profile={profile} open={open} put={(next) => void put(next)} />
        </div>
      </section>
      <TestsCard
        tests={tests}
        results={results}
        refused={refused}
        save={() => saveFile(`${profile.id}-pages`, pagesOut(profile, tests))}
        {...(may(member, "admin") ? { take: (file: File) => void takePages(file) } : {})}
        {...(open
          ? {
              remove: (id: string) =>
                void put(
                  profile,
                  tests.filter((one) => one.id !== id),
                ),
            }
          : {})}
      />
    </>
  );
}

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly open: boolean;
  readonly lines?: number;
  readonly check?: (text: string) => string | undefined;
  readonly keep: (text: string) => void;
}

/** A field that is kept when it holds and is left. */
function Line({ label, value, open, lines, check, keep }: LineProps): VNode {
  const [typed, setTyped] = useState(value);
  const error = typed.trim() === "" ? undefined : check?.(typed);
  return (
    <div
      onFocusOut={() => {
        if (typed.trim() !== "" && typed !== value && error === undefined) keep(typed.trim());
      }}
    >
      <Field
        label={label}
        value={typed}
        onValue={setTyped}
        disabled={!open}
        error={error}
        {...(lines === undefined ? {} : { lines })}
      />
    </div>
  );
}
