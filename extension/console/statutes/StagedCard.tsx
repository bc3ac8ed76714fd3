// The statutes that wait to be loaded, and the button that loads them one after the other.
import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { LoadedStatute } from "../../../shared/api/routes/statutes.ts";
import type { Refusal } from "../../../shared/facts/errors.ts";
import { editionKey } from "../../../shared/law/library/join-pieces.ts";
import type { Said } from "../../../shared/law/library/read-statute.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { words } from "../../words/console-statutes.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { useToast } from "../parts/Toast.tsx";
import { StagedRow } from "./StagedRow.tsx";
import { checkStaged, type DroppedFile, type Staged, stage } from "./staged.ts";

const WORDS = words.staged;

interface Props {
  readonly files: readonly DroppedFile[];
  readonly rules: readonly Rule[] | undefined;
  readonly loaded: readonly LoadedStatute[];
  readonly onFiles: (files: readonly DroppedFile[]) => void;
  readonly onLoaded: () => void;
}

const beforeOf = (staged: Staged, loaded: readonly LoadedStatute[]): "same" | "other" | undefined => {
  const { read } = staged;
  if (!read.ok) return undefined;
  const same = loaded.find((one) => editionKey(one) === editionKey(read.text));
  return same === undefined ? undefined : same.hash === read.hash ? "same" : "other";
};

export function StagedCard({ files, rules, loaded, onFiles, onLoaded }: Props): VNode {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<ReadonlyMap<string, Refusal>>(new Map());
  const toast = useToast();
  const rows = useMemo(() => stage(files), [files]);
  const checks = useMemo(
    () =>
      rows.map(({ read }) => (read.ok && rules !== undefined ? checkStaged(read.text, rules) : undefined)),
    [rows, rules],
  );
  const keyOf = ({ files: own }: Staged): string => own.map(({ id }) => id).join(" ");
  const good = rows.filter((row) => row.read.ok && beforeOf(row, loaded) !== "same");
  const bad = rows.filter(({ read }) => !read.ok).length;
  const drop = (row: Staged): void => onFiles(files.filter((file) => !row.files.includes(file)));
  const say = (row: Staged, said: Said): void =>
    onFiles(files.map((file) => (row.files.includes(file) ? { ...file, said } : file)));
  const load = async (): Promise<void> => {
    setBusy(true);
    const refused = new Map<string, Refusal>();
    const done = new Set<DroppedFile>();
    for (const row of good) {
      if (!row.read.ok) continue;
      const answer = await call("loadStatute", { body: { text: row.read.text } });
      if (answer.ok) for (const file of row.files) done.add(file);
      else refused.set(keyOf(row), { code: answer.code, message: answer.message });
    }
    setBusy(false);
    setFailed(refused);
    const count = good.length - refused.size;
    if (count > 0) toast(WORDS.done(count), WORDS.doneWhy);
    onFiles(files.filter((file) => !done.has(file)));
    onLoaded();
  };
  return (
    <section class="card">
      <div class="card-head">
        <h2>{WORDS.title}</h2>
        <span class="sub">{WORDS.sub(good.length, bad)}</span>
        <div class="right row">
          <Button rank="text" small onClick={() => onFiles([])}>
            {WORDS.clear}
          </Button>
          <Button
            rank="primary"
            busy={busy && WORDS.busy}
            disabled={good.length === 0}
            why={WORDS.nothing}
            onClick={() => void load()}
          >
            {WORDS.go(good.length)}
          </Button>
        </div>
      </div>
      <ul class="staged-list">
        {rows.map((row, i) => (
          <StagedRow
            key={keyOf(row)}
            staged={row}
            check={checks[i]}
            before={beforeOf(row, loaded)}
            failed={failed.get(keyOf(row))}
            onSaid={(said) => say(row, said)}
            onRemove={() => drop(row)}
          />
        ))}
      </ul>
    </section>
  );
}
