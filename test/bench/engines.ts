// Measures this engine against four libraries and closures written by hand, all on one workload in one run.
import { compared, type Timed } from "./measured.ts";
import { ourPass, preparedWorkload } from "./ours.ts";
import { cel } from "./peers/cel.ts";
import { closures } from "./peers/closures.ts";
import { jsonLogic } from "./peers/json-logic.ts";
import { jsonRules } from "./peers/json-rules.ts";
import type { Peer } from "./peers/peer.ts";
import { zen } from "./peers/zen.ts";
import type { Row } from "./row.ts";
import { CASES, type Parameters, parameters, plainCase, workloadCase } from "./workload.ts";

/** Times the closures' time that verdicts with evidence may take. */
const GOAL = 4;
/** Times the time of 100 rules that 1,000 may take. */
const GROWTH = 3;

const sheets = Array.from({ length: CASES }, (_, i) => workloadCase(i));
const plain = sheets.map(plainCase);

const byHand = (all: readonly Parameters[]): Peer => {
  const rules = closures(all);
  return { name: "手写闭包", run: (data) => rules.map((rule) => rule(data)) };
};

/** The rules breached in each case, as this engine says: on any element. */
function ours(all: readonly Parameters[]): readonly (readonly boolean[])[] {
  const prepared = preparedWorkload(all);
  return sheets.map((sheet) => {
    const breached = new Set(
      ourPass(prepared, sheet).open.flatMap(({ place, verdict }) => (verdict === "breached" ? [place] : [])),
    );
    return all.map((_, place) => breached.has(place));
  });
}

/** Throws unless every engine says the same of every rule in every case: else their times are not worth comparing. */
async function assertAgreement(peers: readonly Peer[], all: readonly Parameters[]): Promise<number> {
  const wanted = ours(all);
  for (const peer of peers) {
    for (const [index, data] of plain.entries()) {
      const answers = await peer.run(data);
      const differs = answers.findIndex((answer, place) => answer !== wanted[index]![place]);
      if (differs >= 0) throw new Error(`${peer.name} differs from ours in case ${index}, rule ${differs}`);
    }
  }
  return wanted.flat().filter(Boolean).length / CASES;
}

const us = (value: number): string => (value < 100 ? value.toFixed(1) : value.toFixed(0));

function libraryRow(peer: Peer, { time, ratio }: Timed, own: Timed): Row {
  const ahead = ratio / own.ratio;
  return {
    figure: `${peer.name}，同样 100 条规则`,
    value: `${us(time)} µs，是本引擎的 ${ahead.toFixed(1)} 倍`,
    budget: "慢于本引擎",
    held: ahead > 1,
    kind: "goal",
  };
}

/** Rows: evidence against closures, every library against us, and 1,000 rules against 100. */
export async function enginesBench(): Promise<readonly Row[]> {
  const all = parameters(100);
  const many = parameters(1_000);
  const hand = byHand(all);
  const peers = [cel(all), jsonLogic(all), jsonRules(all), zen(all)];
  const breached = await assertAgreement([hand, ...peers], all);
  await assertAgreement([byHand(many)], many);
  const [few, large] = [preparedWorkload(all), preparedWorkload(many)];
  const rules = closures(all);
  let kept = 0;
  const timed = await compared([
    (i) => {
      for (const rule of rules) if (rule(plain[i % CASES]!)) kept++;
    },
    (i) => {
      kept += ourPass(few, sheets[i % CASES]!).open.length;
    },
    (i) => {
      kept += ourPass(large, sheets[i % CASES]!).open.length;
    },
    ...peers.map((peer) => (i: number) => peer.run(plain[i % CASES]!)),
  ]);
  if (kept === 0) throw new Error("nothing was judged");
  const [limit, own, grown, ...others] = timed as [Timed, Timed, Timed, ...Timed[]];
  const growth = grown.ratio / own.ratio;
  return [
    {
      figure: `100 条规则判定一个案件（三值、留读取记录，平均 ${breached.toFixed(1)} 条违反），比手写闭包（二值）`,
      value: `${own.ratio.toFixed(1)} 倍（${us(own.time)} µs 比 ${us(limit.time)} µs）`,
      budget: `≤ ${GOAL} 倍`,
      held: own.ratio <= GOAL,
      kind: "goal",
    },
    ...peers.map((peer, i) => libraryRow(peer, others[i]!, own)),
    {
      figure: "1000 条规则（多出的各管一种案由）比 100 条",
      value: `${growth.toFixed(1)} 倍（${us(grown.time)} µs）`,
      budget: `≤ ${GROWTH} 倍`,
      held: growth <= GROWTH,
      kind: "goal",
    },
  ];
}
