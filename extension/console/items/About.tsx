// What an item is about: where it came from, whose it is, on what it rests, and whether the page shows that it is mended.
import type { VNode } from "preact";
import type { Reply } from "../../../shared/api/contract.ts";
import { shownByPage } from "../../../shared/supervision/item-check.ts";
import { KIND, ORIGIN, words } from "../../words/console-items.ts";
import { type Pair, Pairs } from "../parts/Pairs.tsx";
import { hashOf } from "../route.ts";
import { whenText } from "../when.ts";

type Whole = Reply<"item">;

function proofPair({ item, now }: Whole): Pair {
  const { proof } = item;
  if (proof !== undefined) return [words.proof, words.proofs[proof.is](whenText(proof.at, now)), "good"];
  return [words.proof, shownByPage(item) ? words.proofs.rule : words.proofs.hand];
}

/** What waits for somebody's answer, or was answered. */
function pending({ item, now }: Whole): readonly string[] {
  const { claim, proof, asked, exemption, state } = item;
  return [
    ...(claim !== undefined && proof === undefined && state !== "closed"
      ? [words.claimed(whenText(claim.at, now))]
      : []),
    ...(asked === undefined ? [] : [words.asked(whenText(asked.until, now))]),
    ...(exemption === undefined
      ? []
      : [(exemption.approved === undefined ? words.proposed : words.approved)(KIND[exemption.kind])]),
  ];
}

export function About({ of }: { of: Whole }): VNode {
  const { item, now } = of;
  const lines = pending(of);
  const pairs: readonly Pair[] = [
    ...(item.clause === undefined ? [] : [[words.basis, item.clause] as const]),
    [words.owner, item.owner?.name ?? words.noOwner],
    [
      words.caseLabel,
      item.caseKey === "" ? words.noCase : <a href={hashOf("cases", item.caseKey)}>{item.number}</a>,
    ],
    ...(item.ref === undefined ? [] : [[words.ref, item.ref] as const]),
    [
      words.origin,
      [ORIGIN[item.origin], item.by === "object" ? "" : item.byName, whenText(item.at, now)]
        .filter((part) => part !== "")
        .join(" · "),
    ],
    proofPair(of),
    ...(item.liability === undefined ? [] : [[words.liability, KIND[item.liability.kind]] as const]),
  ];
  return (
    <section class="card">
      <div class="card-head">
        <h2>{words.about}</h2>
        {item.selfCorrected ? (
          <span class="sub">
            {words.selfCorrected}：{words.selfWhy}
          </span>
        ) : item.reopened > 0 ? (
          <span class="sub">{words.reopened(item.reopened)}</span>
        ) : null}
      </div>
      <Pairs of={pairs} />
      {lines.map((line) => (
        <p class="item-pending" key={line}>
          {line}
        </p>
      ))}
    </section>
  );
}
