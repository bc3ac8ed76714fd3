// How the unit's ledger is witnessed, above and below; the audit duty takes it out here.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { words as WORDS } from "../../words/ledger.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { type Pair, Pairs } from "../parts/Pairs.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useToast } from "../parts/Toast.tsx";
import { may, useMember } from "../session.ts";
import { useCall, type Problem as What } from "../use-call.ts";
import { whenText } from "../when.ts";
import { takeExport } from "./take-export.ts";

function save(texts: readonly string[], unit: string, now: number): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([...texts], { type: "text/plain" }));
  link.download = WORDS.file(
    unit.replace(/[^\p{L}\p{N}-]+/gu, "_"),
    new Date(now).toISOString().slice(0, 10),
  );
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}

function TakeOut(): VNode {
  const member = useMember();
  const toast = useToast();
  const [done, setDone] = useState<number>();
  const [problem, setProblem] = useState<What>();
  const take = async (): Promise<void> => {
    setDone(0);
    const taken = await takeExport((query) => call("exportLedger", { query }), setDone);
    setDone(undefined);
    setProblem(taken.ok ? undefined : taken);
    if (!taken.ok) return;
    save(taken.value, member?.unitName ?? "", Date.now());
    toast(WORDS.exported, WORDS.exportedWhy);
  };
  return (
    <div class="pad">
      {problem === undefined ? null : <Problem problem={problem} title={WORDS.failed} />}
      <Button
        icon="download"
        busy={done === undefined ? false : WORDS.exporting(done)}
        onClick={() => void take()}
      >
        {WORDS.export}
      </Button>
    </div>
  );
}

export function LedgerWitness(): VNode {
  const witnesses = useCall("witnesses");
  const member = useMember();
  return (
    <section class="card">
      <div class="card-head">
        <h2>{WORDS.title}</h2>
        <span class="sub">{WORDS.sub}</span>
      </div>
      <Loaded of={witnesses} rows={2}>
        {({ above, below }) => {
          const pair = (label: string, size: number, at: string, why: string | null): Pair =>
            why === null
              ? [label, WORDS.seen(size, whenText(Date.parse(at), Date.now())), "good"]
              : [label, why, "bad"];
          const all = [
            ...(above === null ? [] : [pair(WORDS.above(above.unit), above.size, above.at, above.why)]),
            ...below.map(({ unit, size, at, why }) => pair(WORDS.below(unit), size, at, why)),
          ];
          return all.length > 0 ? <Pairs of={all} /> : <Pairs of={[[WORDS.none, WORDS.noneWhy]]} />;
        }}
      </Loaded>
      {may(member, "auditor") ? <TakeOut /> : null}
    </section>
  );
}
