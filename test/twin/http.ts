// Reads requests and writes replies for the twin's small server.
import type { IncomingMessage, ServerResponse } from "node:http";

const LIMIT = 1_000_000;

export interface Request {
  readonly method: string;
  readonly url: URL;
  /** The path cut at its slashes, decoded. */
  readonly parts: readonly string[];
  readonly headers: IncomingMessage["headers"];
  /** The raw body; read once. */
  body(): Promise<Buffer>;
}

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export const html = (body: string, status = 200): Reply => ({
  status,
  type: "text/html; charset=utf-8",
  body,
});

export const json = (value: unknown, status = 200): Reply => ({
  status,
  type: "application/json; charset=utf-8",
  body: JSON.stringify(value),
});

export const redirect = (location: string): Reply => ({
  status: 302,
  type: "text/plain; charset=utf-8",
  body: "",
  headers: { location },
});

export function request(message: IncomingMessage): Request {
  const url = new URL(message.url ?? "/", "http://127.0.0.1");
  return {
    method: message.method ?? "GET",
    url,
    parts: url.pathname.split("/").filter(Boolean).map(decodeURIComponent),
    headers: message.headers,
    async body() {
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of message) {
        size += (chunk as Buffer).length;
        if (size > LIMIT) throw new RangeError("请求内容过大");
        chunks.push(chunk as Buffer);
      }
      return Buffer.concat(chunks);
    },
  };
}

/** A JSON object sent as the body; anything else is an empty one. */
export async function jsonBody(from: Request): Promise<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse((await from.body()).toString("utf8"));
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch (cause) {
    if (cause instanceof RangeError) throw cause;
    return {};
  }
}

/** The fields of a form that was posted. */
export const formBody = async (from: Request): Promise<URLSearchParams> =>
  new URLSearchParams((await from.body()).toString("utf8"));

export function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, {
    "content-type": reply.type,
    "cache-control": "no-store",
    ...reply.headers,
  });
  response.end(reply.body);
}
