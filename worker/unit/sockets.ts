// Push sockets of a unit: kept by the runtime while the object sleeps.
import type { Push } from "../../shared/api/contract.ts";

/** Header with which the worker passes on whose socket it is; a client's own is removed before. */
export const MEMBER_HEADER = "x-first-button-member";
/** The sub-protocol that client and object agree on. */
export const PROTOCOL = "first-button";

/** Answers an upgrade with a hibernating socket tagged with its member. */
export function openSocket(ctx: DurableObjectState, request: Request): Response {
  const member = request.headers.get(MEMBER_HEADER);
  if (member === null) throw new Error("a socket came without its member");
  const { 0: client, 1: server } = new WebSocketPair();
  ctx.acceptWebSocket(server, [member]);
  return new Response(null, {
    status: 101,
    webSocket: client,
    headers: { "sec-websocket-protocol": PROTOCOL },
  });
}

/** Sends to every open socket; one that is going away will ask again when it is back. */
export function announce(ctx: DurableObjectState, push: Push): void {
  const text = JSON.stringify(push);
  for (const socket of ctx.getWebSockets()) {
    try {
      socket.send(text);
    } catch {
      socket.close(1011, "send failed");
    }
  }
}
