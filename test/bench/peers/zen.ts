// The workload for @gorules/zen-engine: one decision with one expression per rule.
import { ZenEngine } from "@gorules/zen-engine";
import { HOUR } from "../../../shared/time/civil.ts";
import type { Parameters } from "../workload.ts";
import type { Peer } from "./peer.ts";

const over = (from: string, until: string, n: number): string =>
  `(${until} == null ? now : ${until}) > ${from} + ${n * HOUR}`;

const RULES: readonly ((p: Parameters) => string)[] = [
  ({ kind, second, n }) =>
    `some(measures, #.kind == '${kind}' and #.approvedBy == '${second}' and #.endedAt == null and #.startedAt <= ago.m${n})`,
  ({ kind, second, n }) =>
    `some(interviews, #.kind == '${kind}' and #.subjectRole == '${second}' and ${over("#.arrivedAt", "#.leftAt", n)})`,
  ({ kind, second }) =>
    `some(interviews, #.minor == '是' and #.subjectRole == '${second}' and not (#.guardianPresent == '是' or #.placeKind == '${kind}'))`,
  ({ kind, second, n }) =>
    `some(interviews, #.kind == '${kind}' and #.subjectRole == '${second}' and #.round >= ${n} and len(#.askers) < 2)`,
  ({ kind, second, n }) =>
    `some(property, #.kind == '${kind}' and #.action == '${second}' and ${over("#.seizedAt", "#.storedAt", n)})`,
  ({ kind, second, document }) =>
    `case.cause == '${second}' and some(measures, #.kind == '${kind}') and not some(documents, #.kind == '${document}')`,
  ({ kind, second, n }) =>
    `case.category == '${kind}' and case.cause == '${second}' and ${over("case.acceptedAt", "case.filedAt", n)}`,
  ({ kind, document, n }) =>
    `case.cause == '${kind}' and case.decision in ['罚款', '行政拘留'] and case.amount >= ${n} and not some(documents, #.kind == '${document}')`,
  // A closure inside a closure cannot name the outer element: the documents come with kind and person in one key.
  ({ kind, second, document }) =>
    `some(measures, #.kind == '${kind}' and #.approvedBy == '${second}' and ('${document}|' + #.person) not in keys)`,
  ({ kind, second, n }) =>
    `some(property, #.kind == '${kind}' and #.action == '${second}' and #.quantity > ${n}) and not all(property, #.kind != '${kind}' or #.listNumber != null)`,
];

export function zen(all: readonly Parameters[]): Peer {
  const expressions = all.map((p, i) => ({ id: `e${i}`, key: `r${i}`, value: RULES[p.template]!(p) }));
  const node = (id: string, type: string, content?: unknown) => ({
    id,
    name: id,
    type,
    position: { x: 0, y: 0 },
    ...(content === undefined ? {} : { content }),
  });
  const decision = new ZenEngine().createDecision({
    nodes: [
      node("in", "inputNode"),
      node("rules", "expressionNode", { expressions }),
      node("out", "outputNode"),
    ],
    edges: [
      { id: "a", type: "edge", sourceId: "in", targetId: "rules" },
      { id: "b", type: "edge", sourceId: "rules", targetId: "out" },
    ],
  });
  return {
    name: "@gorules/zen-engine",
    run: async (data) => {
      const keys = data.documents.map(({ kind, person }) => `${String(kind)}|${String(person)}`);
      const { result } = (await decision.evaluate({ ...data, keys })) as { result: Record<string, unknown> };
      return all.map((_, i) => result[`r${i}`] === true);
    },
  };
}
