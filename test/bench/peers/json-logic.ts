// The workload for json-logic-engine, compiled by its `build`, which makes source text and evaluates it.
import { LogicEngine } from "json-logic-engine";
import { HOUR } from "../../../shared/time/civil.ts";
import type { Parameters, Plain } from "../workload.ts";
import type { Peer } from "./peer.ts";

type Logic = unknown;

const v = (path: string): Logic => ({ var: path });
const is = (path: string, value: unknown): Logic => ({ "===": [v(path), value] });
const and = (...all: readonly Logic[]): Logic => ({ and: all });
const not = (one: Logic): Logic => ({ "!": [one] });
const some = (list: string, body: Logic): Logic => ({ some: [v(list), body] });
/** `now` as it is called from where the rule stands. */
const over = (prefix: string, from: string, until: string, n: number, now: string): Logic => ({
  ">": [{ if: [is(prefix + until, null), v(now), v(prefix + until)] }, { "+": [v(prefix + from), n * HOUR] }],
});

/** From inside `some`, two steps lead out to the case's facts. */
const OUT = "../../";

const RULES: readonly ((p: Parameters) => Logic)[] = [
  ({ kind, second, n }) =>
    some(
      "measures",
      and(is("kind", kind), is("approvedBy", second), is("endedAt", null), {
        "<=": [v("startedAt"), v(`${OUT}ago.m${n}`)],
      }),
    ),
  ({ kind, second, n }) =>
    some(
      "interviews",
      and(is("kind", kind), is("subjectRole", second), over("", "arrivedAt", "leftAt", n, `${OUT}now`)),
    ),
  ({ kind, second }) =>
    some(
      "interviews",
      and(
        is("minor", "是"),
        is("subjectRole", second),
        not({ or: [is("guardianPresent", "是"), is("placeKind", kind)] }),
      ),
    ),
  ({ kind, second, n }) =>
    some(
      "interviews",
      and(
        is("kind", kind),
        is("subjectRole", second),
        { ">=": [v("round"), n] },
        { "<": [v("askers.length"), 2] },
      ),
    ),
  ({ kind, second, n }) =>
    some(
      "property",
      and(is("kind", kind), is("action", second), over("", "seizedAt", "storedAt", n, `${OUT}now`)),
    ),
  ({ kind, second, document }) =>
    and(
      is("case.cause", second),
      some("measures", is("kind", kind)),
      not(some("documents", is("kind", document))),
    ),
  ({ kind, second, n }) =>
    and(
      is("case.category", kind),
      is("case.cause", second),
      over("case.", "acceptedAt", "filedAt", n, "now"),
    ),
  ({ kind, document, n }) =>
    and(
      is("case.cause", kind),
      { in: [v("case.decision"), ["罚款", "行政拘留"]] },
      { ">=": [v("case.amount"), n] },
      not(some("documents", is("kind", document))),
    ),
  ({ kind, second, document }) =>
    some(
      "measures",
      and(
        is("kind", kind),
        is("approvedBy", second),
        not({
          some: [
            v(`${OUT}documents`),
            and(is("kind", document), { "===": [v("person"), v(`${OUT}person`)] }),
          ],
        }),
      ),
    ),
  ({ kind, second, n }) =>
    and(
      some("property", and(is("kind", kind), is("action", second), { ">": [v("quantity"), n] })),
      not({
        all: [v("property"), { or: [not(is("kind", kind)), not(is("listNumber", null))] }],
      }),
    ),
];

export function jsonLogic(all: readonly Parameters[]): Peer {
  const engine = new LogicEngine();
  const rules = all.map((p) => engine.build(RULES[p.template]!(p)) as (data: Plain) => unknown);
  return { name: "json-logic-engine", run: (data) => rules.map((rule) => Boolean(rule(data))) };
}
