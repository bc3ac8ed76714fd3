// Typed calls of the worker through the background; the console itself never touches the network.
import type { Body, Reply, RouteId } from "../../shared/api/contract.ts";
import { ask } from "../protocol/ask.ts";
import type { Answer } from "../protocol/messages.ts";

export interface CallInput<K extends RouteId> {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: Body<K>;
}

/** Calls one route of the contract; the background checks the reply against its schema. */
export const call = async <K extends RouteId>(
  route: K,
  input: CallInput<K> = {},
): Promise<Answer<Reply<K>>> => (await ask("call", { route, ...input })) as Answer<Reply<K>>;
