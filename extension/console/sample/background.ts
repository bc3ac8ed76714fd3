// The other end of the console's messages for tests: answers by name, remembers what was asked.
import type { RouteId } from "../../../shared/api/contract.ts";
import type { Code } from "../../../shared/facts/errors.ts";
import type { Answer, Requests, SessionView, StatusView } from "../../protocol/messages.ts";

type Route = (input: {
  params: Record<string, string>;
  query: Record<string, string>;
  // Each test knows the body of its own route.
  body: never;
}) => unknown;

export interface Edge {
  /** What the worker answers, by route; a thrown `Refuse` is a refusal. */
  readonly routes: Partial<Record<RouteId, Route>>;
  readonly requests: {
    [K in keyof Requests]?: (input: Requests[K]["in"]) => Requests[K]["out"] | Promise<Requests[K]["out"]>;
  };
  /** Every request in order; calls by their route. */
  readonly asked: { readonly name: string; readonly input: unknown }[];
}

export class Refuse extends Error {
  readonly code: Code;
  constructor(code: Code, message: string) {
    super(message);
    this.code = code;
  }
}

export const session = (part: Partial<SessionView> = {}): SessionView => ({
  server: "http://127.0.0.1:8787",
  managed: false,
  connection: "online",
  pack: { revision: 7, label: "2026.11.7" },
  ...part,
});

export const member = (...roles: readonly string[]): NonNullable<SessionView["member"]> => ({
  id: "m9",
  name: "林知秋",
  roles,
  unitName: "柳桥派出所",
});

export const status: StatusView = {
  waiting: 3,
  sent: 12,
  cases: [],
  pack: { revision: 7, label: "2026.11.7", refused: "签名不符" },
  receipts: 9,
};

const answered = async (edge: Edge, name: string, input: unknown): Promise<Answer<unknown>> => {
  try {
    if (name !== "call") {
      const act = edge.requests[name as keyof Requests] as ((given: unknown) => unknown) | undefined;
      if (act === undefined) return { ok: false, code: "not-found", message: `no answer to ${name}` };
      return (await act(input)) as Answer<unknown>;
    }
    const { route, params = {}, query = {}, body } = input as Requests["call"]["in"];
    const act = edge.routes[route as RouteId];
    if (act === undefined) return { ok: false, code: "not-found", message: `no answer to ${route}` };
    return { ok: true, value: await act({ params, query, body: body as never }) };
  } catch (cause) {
    if (cause instanceof Refuse) return { ok: false, code: cause.code, message: cause.message };
    throw cause;
  }
};

/** An edge on which a member with these roles is signed in. */
export function edgeFor(...roles: readonly string[]): Edge {
  return {
    routes: {},
    requests: { session: () => ({ ok: true, value: session({ member: member(...roles) }) }) },
    asked: [],
  };
}

/** The `chrome` of this edge, to be put in place of the browser's. */
export const chromeOf = (edge: Edge): unknown => ({
  runtime: {
    onMessage: { addListener: () => undefined, removeListener: () => undefined },
    sendMessage: (message: { ask: string; input: unknown }) => {
      const { route } = (message.input ?? {}) as { route?: string };
      edge.asked.push({ name: message.ask === "call" ? (route ?? "") : message.ask, input: message.input });
      return answered(edge, message.ask, message.input);
    },
  },
});

/** The bodies with which one route was called. */
export const bodies = <T>(edge: Edge, route: RouteId): readonly T[] =>
  edge.asked.filter(({ name }) => name === route).map(({ input }) => (input as { body: T }).body);
