// Starts the twin: two invented case platforms with a short-message gateway, on one local port.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Gateway, type Message } from "./gateway.ts";
import { html, json, type Reply, type Request, request, send } from "./http.ts";
import { newPlatform } from "./new-platform.ts";
import { oldPlatform } from "./old/platform.ts";
import { portal } from "./portal.ts";
import { Store } from "./store.ts";

export interface TwinOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** Instant (ms) from which the running limits are placed; the real time when left out. */
  readonly now?: number;
  /** Shared secret of the short-message gateway. */
  readonly gatewaySecret?: string;
  /** The gateway answers so many requests with 503 first. */
  readonly gatewayFailures?: number;
}

export interface Twin {
  readonly url: string;
  close(): Promise<void>;
  /** Puts all records back and empties the gateway. */
  reset(): void;
  /** What the gateway has taken, oldest first. */
  messages(): readonly Message[];
  /** Makes the gateway answer the next requests with 503. */
  failNext(count: number): void;
}

export const DEFAULT_PORT = 8790;
export const DEFAULT_GATEWAY_SECRET = "star-river-sms";

const BUILT = join(import.meta.dirname, "dist");

async function answer(store: Store, gateway: Gateway, from: Request): Promise<Reply> {
  const [first] = from.parts;
  if (first === undefined) return html(portal());
  if (first === "new") return newPlatform(store, BUILT, from);
  if (first === "old") return oldPlatform(store, from);
  if (first === "gateway") return gateway.answer(from);
  if (first === "favicon.ico") return { status: 204, type: "image/x-icon", body: "" };
  return html("<h1>404</h1>", 404);
}

/** Starts the twin on 127.0.0.1; rejects with the system's error when the port is taken. */
export async function startTwin(options: TwinOptions): Promise<Twin> {
  const store = new Store(options.now ?? Date.now());
  const gateway = new Gateway(
    { secret: options.gatewaySecret ?? DEFAULT_GATEWAY_SECRET, failFirst: options.gatewayFailures ?? 0 },
    () => Date.now(),
  );
  const server = createServer((incoming, outgoing) => {
    Promise.resolve()
      .then(() => answer(store, gateway, request(incoming)))
      .catch((cause: unknown) =>
        cause instanceof RangeError || cause instanceof URIError
          ? json({ code: 1, msg: cause.message }, 400)
          : json({ code: 500, msg: String(cause) }, 500),
      )
      .then((reply) => send(outgoing, reply));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    reset() {
      store.reset();
      gateway.reset();
    },
    messages: () => gateway.messages(),
    failNext: (count) => gateway.failNext(count),
  };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { port: { type: "string" }, secret: { type: "string" } } });
  try {
    const twin = await startTwin({
      port: Number(values.port ?? DEFAULT_PORT),
      ...(values.secret === undefined ? {} : { gatewaySecret: values.secret }),
    });
    console.log(`模拟平台 ${twin.url}/new/  ${twin.url}/old/  短信网关 ${twin.url}/gateway/`);
  } catch (cause) {
    console.error(`模拟平台没有启动: ${cause instanceof Error ? cause.message : String(cause)}`);
    process.exitCode = 1;
  }
}
