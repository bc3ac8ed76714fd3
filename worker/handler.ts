// What a route's handler is given and must answer, by the contract's types.
import type * as v from "valibot";
import type { Contract, Reply, RouteId } from "../shared/api/contract.ts";
import type { Result } from "../shared/facts/errors.ts";
import type { Caller } from "./caller.ts";
import type { DirectoryCalls } from "./directory/calls.ts";
import type { Env } from "./env.ts";
import type { UnitCalls } from "./unit/calls.ts";

type Out<K extends RouteId, P extends "body" | "query"> = Contract[K] extends {
  [Q in P]: infer S extends v.GenericSchema;
}
  ? v.InferOutput<S>
  : undefined;

/** A signed body before anything of it has been believed. */
export interface Sent {
  readonly text: string;
  readonly timestamp: string;
  readonly signature: string;
}

export interface Call<K extends RouteId> {
  readonly env: Env;
  readonly directory: DirectoryCalls;
  readonly unit: (id: string) => UnitCalls;
  /** Absent on the routes that anyone may call. */
  readonly caller: Contract[K]["roles"] extends "anyone" ? undefined : Caller;
  readonly body: Out<K, "body">;
  readonly query: Out<K, "query">;
  /** The body as it came, on routes that other systems sign; their `body` is left for the handler to read. */
  readonly sent?: Sent;
  readonly param: (name: string) => string;
  /** The address that was called. */
  readonly address: string;
}

export type Handler<K extends RouteId> = (call: Call<K>) => Promise<Result<Reply<K>>>;
export type Handlers = { readonly [K in RouteId]: Handler<K> };
