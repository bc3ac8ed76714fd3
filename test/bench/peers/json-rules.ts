// The workload for json-rules-engine. It cannot say that one element meets several conditions, so each kind of rule is an operator of our own.
import { Engine } from "json-rules-engine";
import type { Parameters, Plain } from "../workload.ts";
import { closures } from "./closures.ts";
import type { Peer } from "./peer.ts";

export function jsonRules(all: readonly Parameters[]): Peer {
  const engine = new Engine();
  const byHand = closures(all);
  engine.addOperator("breaches", (data: Plain, place: number) => byHand[place]!(data));
  all.forEach((_, place) => {
    engine.addRule({
      conditions: { all: [{ fact: "data", operator: "breaches", value: place }] },
      event: { type: "breach", params: { place } },
    });
  });
  return {
    name: "json-rules-engine",
    run: async (data) => {
      const { events } = await engine.run({ data });
      const breached = new Set(events.map(({ params }) => params?.place as number));
      return all.map((_, place) => breached.has(place));
    },
  };
}
