// The checked syntax tree that a pack carries: our own JSON form of a condition, so that a page needs no parser.

/** Scalars a condition may hold; an instant literal is `["ts", ms]`, a span of time `["dur", ms]`. */
export type Literal = string | number | boolean | null;

/**
 * One node, as a small JSON array whose first item is the operator:
 * `["lit", "取保候审"]`, `["var", "kind"]`, `["get", <node>, "startedAt"]`, `["call", "blank", <node>…]`,
 * `["&&", a, b]`, `["exists", list, "m", body]`, `["all", list, "m", body]`, `["?:", c, a, b]`, `["in", a, b]`.
 */
export interface Tree extends ReadonlyArray<Literal | Tree> {
  readonly 0: string;
}
