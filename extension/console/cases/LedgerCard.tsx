// The ledger of a case, line by line, each with the verdict of its own proof.
import type { VNode } from "preact";
import { entryWord, words } from "../../words/console-cases.ts";
import { Button } from "../parts/Button.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import type { Loaded as Load } from "../use-call.ts";
import { isoWhen } from "../when.ts";
import { Proofs, Verdict } from "./Proofs.tsx";
import { beforeSignIn, type Line, saidDeleted } from "./prove.ts";
import { saveLedger } from "./save-ledger.ts";
import type { ProvenLedger } from "./use-proof.ts";

const WORDS = words.ledger;

export function LedgerCard({ caseKey, of }: { caseKey: string; of: Load<ProvenLedger> }): VNode {
  return (
    <Loaded of={of} rows={6}>
      {(value) => (
        <>
          <Proofs of={value} />
          <div class="bar">
            <span class="sub">{WORDS.sub(value.ledger.lines.length)}</span>
            <Button icon="download" onClick={() => saveLedger(caseKey, value.ledger, Date.now())}>
              {WORDS.download}
            </Button>
          </div>
          {value.ledger.lines.length === 0 ? (
            <Empty title={WORDS.none}>{WORDS.noneWhy}</Empty>
          ) : (
            <Lines lines={value.ledger.lines} good={value.proven.lines} />
          )}
        </>
      )}
    </Loaded>
  );
}

function Lines({ lines, good }: { lines: readonly Line[]; good: readonly boolean[] }): VNode {
  const now = Date.now();
  const { columns } = WORDS;
  return (
    <table class="table ledger">
      <thead>
        <tr>
          <th class="num">{columns.index}</th>
          <th>{columns.at}</th>
          <th>{columns.kind}</th>
          <th>{columns.by}</th>
          <th>{columns.said}</th>
          <th>{columns.proof}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, i) => (
          <tr key={line.index}>
            <td class="num">{line.index}</td>
            <td>{isoWhen(line.at, now)}</td>
            <td>
              {entryWord(line.kind)}
              {beforeSignIn(line) ? <p class="sub">{WORDS.unsigned}</p> : null}
            </td>
            <td>{line.by === "object" ? WORDS.object : line.byName}</td>
            <td class="said">
              {line.said === null ? null : <p>{line.said}</p>}
              {saidDeleted(line) ? <p class="sub">{WORDS.deleted}</p> : null}
              <details>
                <summary>{WORDS.record}</summary>
                <code>{line.record}</code>
              </details>
            </td>
            <td>
              <Verdict good={good[i] === true} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
