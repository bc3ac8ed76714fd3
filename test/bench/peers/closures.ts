// The workload as closures written by hand, two-valued and ending at the first breach: the limit that no engine is expected to reach.
import { addMonths, dayOf, endOfDay, HOUR } from "../../../shared/time/civil.ts";
import type { Parameters, Plain } from "../workload.ts";

export type Closure = (data: Plain) => boolean;

const DECISIONS = ["罚款", "行政拘留"];

const overHours = (from: unknown, until: unknown, n: number, now: number): boolean =>
  typeof from === "number" && ((until as number | null) ?? now) > from + n * HOUR;

const hasDocument = (data: Plain, document: string): boolean =>
  data.documents.some((d) => d.kind === document);

const RULES: readonly ((p: Parameters) => Closure)[] = [
  ({ kind, second, n }) =>
    ({ measures, now }) =>
      measures.some(
        (m) =>
          m.kind === kind &&
          m.approvedBy === second &&
          typeof m.startedAt === "number" &&
          ((m.endedAt as number | null) ?? now) > endOfDay(addMonths(dayOf(m.startedAt), n)),
      ),
  ({ kind, second, n }) =>
    ({ interviews, now }) =>
      interviews.some(
        (i) => i.kind === kind && i.subjectRole === second && overHours(i.arrivedAt, i.leftAt, n, now),
      ),
  ({ kind, second }) =>
    ({ interviews }) =>
      interviews.some(
        (i) =>
          i.minor === "是" &&
          i.subjectRole === second &&
          !(i.guardianPresent === "是" || i.placeKind === kind),
      ),
  ({ kind, second, n }) =>
    ({ interviews }) =>
      interviews.some(
        (i) =>
          i.kind === kind &&
          i.subjectRole === second &&
          (i.round as number) >= n &&
          (i.askers as readonly string[]).length < 2,
      ),
  ({ kind, second, n }) =>
    ({ property, now }) =>
      property.some(
        (p) => p.kind === kind && p.action === second && overHours(p.seizedAt, p.storedAt, n, now),
      ),
  ({ kind, second, document }) =>
    (data) =>
      data.case.cause === second &&
      data.measures.some((m) => m.kind === kind) &&
      !hasDocument(data, document),
  ({ kind, second, n }) =>
    (data) =>
      data.case.category === kind &&
      data.case.cause === second &&
      overHours(data.case.acceptedAt, data.case.filedAt, n, data.now),
  ({ kind, document, n }) =>
    (data) =>
      data.case.cause === kind &&
      DECISIONS.includes(data.case.decision as string) &&
      (data.case.amount as number) >= n &&
      !hasDocument(data, document),
  ({ kind, second, document }) =>
    ({ measures, documents }) =>
      measures.some(
        (m) =>
          m.kind === kind &&
          m.approvedBy === second &&
          !documents.some((d) => d.kind === document && d.person === m.person),
      ),
  ({ kind, second, n }) =>
    ({ property }) =>
      property.some((p) => p.kind === kind && p.action === second && (p.quantity as number) > n) &&
      !property.every((p) => p.kind !== kind || p.listNumber !== null),
];

export const closures = (all: readonly Parameters[]): readonly Closure[] =>
  all.map((p) => {
    const rule = RULES[p.template]!(p);
    const { cause } = p;
    return cause === undefined ? rule : (data) => data.case.cause === cause && rule(data);
  });
