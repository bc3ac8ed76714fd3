// The publications that wait for approval, and approving one.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Reply } from "../../../shared/api/contract.ts";
import { words } from "../../words/console-studio.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useToast } from "../parts/Toast.tsx";
import { useMember } from "../session.ts";
import type { Problem as What } from "../use-call.ts";
import { isoWhen } from "../when.ts";

const WORDS = words.publish;
type Draft = Reply<"drafts">["drafts"][number];

export function Drafts({ drafts, onDone }: { drafts: readonly Draft[]; onDone: () => void }): VNode {
  if (drafts.length === 0) return <Empty title={WORDS.noDrafts}>{WORDS.waitingWhy}</Empty>;
  return (
    <ul class="drafts">
      {drafts.map((draft) => (
        <One key={draft.id} draft={draft} onDone={onDone} />
      ))}
    </ul>
  );
}

function One({ draft, onDone }: { draft: Draft; onDone: () => void }): VNode {
  const member = useMember();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<What>();
  const own = draft.by === member.id;
  const already = draft.approvals.includes(member.id);
  const approve = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const answer = await call("approve", { params: { id: draft.id }, body: {} });
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer);
      return;
    }
    toast(WORDS.approvedNow, answer.value.state === "published" ? WORDS.publishedWhy : undefined);
    onDone();
  };
  return (
    <li>
      <p class="between">
        <strong>{draft.say}</strong>
        <span class="sub">{WORDS.approvals(draft.approvals.length, draft.needed)}</span>
      </p>
      <p class="sub">
        {draft.unitName === undefined ? "" : `${draft.unitName}　`}
        {WORDS.by(draft.byName, isoWhen(draft.at, Date.now()))}
      </p>
      <p>{WORDS.contains(draft.rules.length, draft.checklists.length, draft.profiles?.length)}</p>
      {own || already ? (
        <p class="sub">{own ? WORDS.own : WORDS.already}</p>
      ) : (
        <Button busy={busy && WORDS.approving} onClick={() => void approve()}>
          {WORDS.approve}
        </Button>
      )}
      {problem === undefined ? null : <Problem problem={problem} title={WORDS.failed} />}
    </li>
  );
}
