// The CEL environment of a rule: the dictionary's types and our functions as the library checks them.
import { Environment } from "@marcbachmann/cel-js";
import { type CelType, celTypes } from "../dictionary/cel-types.ts";
import type { ElementId } from "../dictionary/field.ts";
import { basePlan } from "../time/holidays.ts";
import { FUNCTIONS } from "./functions.ts";
import { EDITION } from "./names.ts";

/** A condition is read by people: what needs more than this belongs into two rules. */
export const LIMITS = {
  maxAstNodes: 240,
  maxDepth: 24,
  maxListElements: 64,
  maxMapEntries: 0,
  maxCallArguments: 6,
} as const;

const NAMES: Readonly<Record<CelType, string>> = {
  timestamp: "google.protobuf.Timestamp",
  double: "double",
  string: "string",
  "list<string>": "list<string>",
};

/** The library's name of an element's type; CEL types begin with a capital. */
export const typeName = (element: string): string => `${element[0]!.toUpperCase()}${element.slice(1)}`;

let shared: Environment | undefined;

/** Elements and functions, the same for every rule. */
function base(): Environment {
  if (shared !== undefined) return shared;
  const env = new Environment({ limits: LIMITS });
  for (const [id, { cardinality, fields }] of Object.entries(celTypes())) {
    const types = Object.entries(fields).map(([field, { type }]) => [field, NAMES[type]] as const);
    const own = cardinality === "many" ? [["id", "string"] as const] : [];
    env.registerType(typeName(id), { fields: Object.fromEntries([...own, ...types]) });
  }
  for (const [name, { signatures, of, planned }] of Object.entries(FUNCTIONS)) {
    const plain = plainNumbers(name, planned ? (...values) => of(...values, basePlan) : of);
    for (const signature of signatures) env.registerFunction(signature, plain);
  }
  // `round == 1` reads naturally; the standard would want 1.0. The library derives `!=` from it.
  env.registerOperator("double == int", (a: number, b: bigint) => a === Number(b));
  shared = env;
  return env;
}

/** The library wants its integers as bigint and its instants as Date. */
function plainNumbers(name: string, of: (...values: readonly unknown[]) => unknown) {
  return (...values: readonly unknown[]): unknown => {
    const answer = of(...values.map((value) => (value instanceof Date ? value.getTime() : value)));
    return typeof answer === "number" && name === "police" ? BigInt(answer) : answer;
  };
}

/** The environment of rules that are judged on `each`: its fields bare, every list and single element by its name. */
export function environmentOf(each: ElementId): Environment {
  const env = base().clone();
  const elements = celTypes();
  for (const [id, { cardinality }] of Object.entries(elements)) {
    env.registerVariable(id, cardinality === "many" ? `list<${typeName(id)}>` : typeName(id));
  }
  const own = elements[each]!;
  for (const [field, { type }] of Object.entries(own.fields)) {
    if (!(field in elements)) env.registerVariable(field, NAMES[type]);
  }
  if (own.cardinality === "many") env.registerVariable("id", "string");
  if (!(EDITION in own.fields)) env.registerVariable(EDITION, "string");
  return env;
}
