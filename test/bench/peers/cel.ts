// The workload for the CEL library's own evaluator.
import { Environment } from "@marcbachmann/cel-js";
import { HOUR } from "../../../shared/time/civil.ts";
import type { Parameters, Plain } from "../workload.ts";
import type { Peer } from "./peer.ts";

const over = (v: string, from: string, until: string, n: number): string =>
  `(${v}.${until} == null ? now : ${v}.${until}) > ${v}.${from} + ${n * HOUR}.0`;

const RULES: readonly ((p: Parameters) => string)[] = [
  ({ kind, second, n }) =>
    `measures.exists(m, m.kind == "${kind}" && m.approvedBy == "${second}" && m.endedAt == null && m.startedAt <= ago.m${n})`,
  ({ kind, second, n }) =>
    `interviews.exists(i, i.kind == "${kind}" && i.subjectRole == "${second}" && ${over("i", "arrivedAt", "leftAt", n)})`,
  ({ kind, second }) =>
    `interviews.exists(i, i.minor == "是" && i.subjectRole == "${second}" && !(i.guardianPresent == "是" || i.placeKind == "${kind}"))`,
  ({ kind, second, n }) =>
    `interviews.exists(i, i.kind == "${kind}" && i.subjectRole == "${second}" && i.round >= ${n}.0 && size(i.askers) < 2)`,
  ({ kind, second, n }) =>
    `property.exists(p, p.kind == "${kind}" && p.action == "${second}" && ${over("p", "seizedAt", "storedAt", n)})`,
  ({ kind, second, document }) =>
    `case.cause == "${second}" && measures.exists(m, m.kind == "${kind}") && !documents.exists(d, d.kind == "${document}")`,
  ({ kind, second, n }) =>
    `case.category == "${kind}" && case.cause == "${second}" && ${over("case", "acceptedAt", "filedAt", n)}`,
  ({ kind, document, n }) =>
    `case.cause == "${kind}" && case.decision in ["罚款", "行政拘留"] && case.amount >= ${n}.0 && !documents.exists(d, d.kind == "${document}")`,
  ({ kind, second, document }) =>
    `measures.exists(m, m.kind == "${kind}" && m.approvedBy == "${second}" && !documents.exists(d, d.kind == "${document}" && d.person == m.person))`,
  ({ kind, second, n }) =>
    `property.exists(p, p.kind == "${kind}" && p.action == "${second}" && p.quantity > ${n}.0) && !property.all(p, p.kind != "${kind}" || p.listNumber != null)`,
];

export function cel(all: readonly Parameters[]): Peer {
  const env = new Environment({ unlistedVariablesAreDyn: true });
  const rules = all.map((p) => env.parse(RULES[p.template]!(p)));
  return {
    name: "@marcbachmann/cel-js",
    run: (data: Plain) => rules.map((rule) => rule(data as unknown as Record<string, unknown>) === true),
  };
}
