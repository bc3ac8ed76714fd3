// The network edge between a browser and the worker: passes everything on and remembers what the browser sent.
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { connect } from "node:net";

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

export interface Edge {
  readonly url: string;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

/** Opens an edge in front of the worker at `url`, on this machine only. */
export async function openEdge(url: string): Promise<Edge> {
  const { hostname, port } = new URL(url);
  const received: Received[] = [];
  const pass = async (message: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const body = await bodyOf(message);
    const method = message.method ?? "";
    // What the browser asks by itself before a request of ours carries nothing of ours.
    if (method !== "OPTIONS") received.push({ method, path: message.url ?? "", body: body.toString("utf8") });
    const onward = request(
      {
        hostname,
        port,
        method,
        path: message.url,
        headers: { ...message.headers, host: `${hostname}:${port}` },
      },
      (reply) => {
        answer.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(answer);
      },
    );
    onward.on("error", () => answer.writeHead(502).end());
    onward.end(body);
  };
  // Upgraded connections are no longer the server's own and would keep it open for ever.
  const held = new Set<{ destroy(): void }>();
  const server = createServer((message, answer) => void pass(message, answer));
  server.on("upgrade", (message, socket, head) => {
    received.push({ method: "WS", path: message.url ?? "", body: "" });
    const onward = connect(Number(port), hostname, () => {
      const lines = Object.entries(message.headers).map(([name, value]) => `${name}: ${String(value)}`);
      onward.write(`GET ${message.url ?? ""} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    held.add(socket).add(onward);
    onward.on("error", () => socket.destroy());
    socket.on("error", () => onward.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the edge has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
        for (const one of held) one.destroy();
      }),
  };
}
