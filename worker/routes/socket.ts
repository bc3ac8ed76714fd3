// The push socket: a one-time ticket in the sub-protocol names the member, whose unit's object then holds the socket.
import type { Context } from "hono";
import { isExtension } from "../cross-origin.ts";
import { directoryOf, type Env, unitOf } from "../env.ts";
import { answerRefusal } from "../router.ts";
import { MEMBER_HEADER, PROTOCOL } from "../unit/sockets.ts";

/** Takes an upgrade on to the unit's object; refuses other origins, other protocols and used tickets. */
export async function openPushSocket(c: Context<{ Bindings: Env }>): Promise<Response> {
  const origin = c.req.header("origin");
  if (origin !== undefined && !isExtension(origin)) {
    return answerRefusal(c, { code: "not-allowed", message: "网页不能打开推送连接" });
  }
  if (c.req.header("upgrade")?.toLowerCase() !== "websocket") {
    return answerRefusal(c, { code: "bad-shape", message: "这里只接受 WebSocket 连接" });
  }
  const offered = (c.req.header("sec-websocket-protocol") ?? "").split(",").map((one) => one.trim());
  const ticket = offered.find((one) => one.startsWith("ticket."))?.slice("ticket.".length);
  if (!offered.includes(PROTOCOL) || ticket === undefined || !/^[0-9a-f]{48}$/.test(ticket)) {
    return answerRefusal(c, { code: "not-signed-in", message: "推送连接没有带票据" });
  }
  const member = await directoryOf(c.env).redeemTicket(ticket);
  if (!member.ok) return answerRefusal(c, member.refusal);
  const onward = new Request("https://unit/socket", {
    headers: { upgrade: "websocket", [MEMBER_HEADER]: member.value.id },
  });
  return unitOf(c.env, member.value.unit).fetch(onward);
}
