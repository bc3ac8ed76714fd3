// The verdict on a ledger as shape and word, and each thing it rests on.
import type { VNode } from "preact";
import { fingerprint } from "../../../shared/ledger/fingerprint.ts";
import { words } from "../../words/console-cases.ts";
import { State } from "../parts/State.tsx";
import { type Growth, holds, rootText } from "./prove.ts";
import type { ProvenLedger } from "./use-proof.ts";

const WORDS = words.ledger;

export function growthText(growth: Growth): string {
  switch (growth.is) {
    case "first":
      return WORDS.firstTime;
    case "same":
      return WORDS.same;
    case "broken":
      return WORDS.broken;
    case "grown":
      return WORDS.grown(growth.from, growth.to);
    case "shrunk":
      return WORDS.shrunk(growth.from, growth.to);
    case "unproven":
      return WORDS.unproven(growth.why);
  }
}

/** 凭证相符 or 凭证不符, never without its shape. */
export const Verdict = ({ good }: { good: boolean }): VNode => (
  <State colour={good ? "green" : "red"}>{good ? WORDS.good : WORDS.bad}</State>
);

const keyWord = { first: WORDS.keyFirst, same: WORDS.keySame, changed: WORDS.keyChanged } as const;

export function Proofs({ of: { ledger, proven } }: { of: ProvenLedger }): VNode {
  const good = holds(proven);
  const wrong = proven.lines.filter((line) => !line).length;
  const { growth } = proven;
  const row = (label: string, value: string, fine: boolean, small?: string): VNode => (
    <div class={fine ? "" : "not-fine"}>
      <dt>{label}</dt>
      <dd>
        {value}
        {small === undefined ? null : <small>{small}</small>}
      </dd>
    </div>
  );
  return (
    <div class={`proofs${good ? "" : " bad"}`}>
      <div class="verdict">
        <Verdict good={good} />
        <p>
          {wrong > 0
            ? WORDS.someBad(wrong)
            : good
              ? WORDS.allGood(ledger.lines.length)
              : (proven.refusal ?? growthText(growth))}
        </p>
        <p class="how">{good ? WORDS.how : WORDS.badWhy}</p>
      </div>
      <dl>
        {row(
          WORDS.checkpoint,
          proven.point === undefined ? "—" : WORDS.size(proven.point.size),
          proven.point !== undefined,
          proven.point === undefined ? undefined : `${rootText(proven.point).slice(0, 16)}…`,
        )}
        {row(
          WORDS.signature,
          proven.point === undefined ? WORDS.notSigned : WORDS.signed,
          proven.point !== undefined,
        )}
        {row(WORDS.key, fingerprint(ledger.ledgerKey), proven.key !== "changed", keyWord[proven.key])}
        {row(
          WORDS.growth,
          growthText(growth),
          good || growth.is === "first" || growth.is === "same" || growth.is === "grown",
        )}
      </dl>
    </div>
  );
}
