// The push connection: opened with a one-time ticket, kept alive, opened again with growing pauses.
import * as v from "valibot";
import { Push } from "../../shared/api/contract.ts";
import { deviceOf, local, serverAddress } from "./kept.ts";
import { leaving } from "./sent-journal.ts";
import { callSigned } from "./session.ts";

/** Traffic at least this often keeps the background alive from Chromium 116 on, ms. */
const BEAT = 20_000;
const PAUSES = [1_000, 30_000] as const;

let socket: WebSocket | undefined;
let opening = false;
let pause: number = PAUSES[0];
let beat: ReturnType<typeof setInterval> | undefined;

export interface SocketEvents {
  readonly onPush: (push: Push) => void;
  readonly onOpen: () => void;
  readonly onClosed: () => void;
}

const closed = (events: SocketEvents): void => {
  clearInterval(beat);
  socket = undefined;
  events.onClosed();
  const wait = pause;
  pause = Math.min(pause * 2, PAUSES[1]);
  setTimeout(() => void openSocket(events), wait);
};

/** Opens the connection when signed in and not open yet; never throws. */
export async function openSocket(events: SocketEvents): Promise<void> {
  if (socket !== undefined || opening) return;
  opening = true;
  try {
    const base = await serverAddress();
    const answer = base === undefined ? undefined : await callSigned("socketTicket", { body: {} });
    if (base === undefined || answer === undefined) return;
    if (!answer.ok) {
      if (answer.refusal.code !== "not-signed-in") setTimeout(() => void openSocket(events), pause);
      pause = Math.min(pause * 2, PAUSES[1]);
      return;
    }
    void local("account").then(async (account) => {
      const device = account === undefined ? "" : await deviceOf(account);
      void leaving({ route: "socket", method: "WS", path: "/v1/socket", device })(101);
    });
    const opened = new WebSocket(`${base.replace(/^http/, "ws")}/v1/socket`, [
      "first-button",
      `ticket.${answer.value.ticket}`,
    ]);
    socket = opened;
    opened.onopen = () => {
      pause = PAUSES[0];
      beat = setInterval(() => opened.readyState === WebSocket.OPEN && opened.send("ping"), BEAT);
      events.onOpen();
    };
    opened.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== "string" || data === "pong") return;
      const push = v.safeParse(v.pipe(v.string(), v.parseJson(), Push), data);
      if (push.success) events.onPush(push.output);
    };
    opened.onclose = () => {
      if (socket === opened) closed(events);
    };
  } finally {
    opening = false;
  }
}

/** Closes the connection for good, as at sign-out. */
export function closeSocket(): void {
  const open = socket;
  socket = undefined;
  clearInterval(beat);
  open?.close(1000);
}

export const socketOpen = (): boolean => socket?.readyState === WebSocket.OPEN;
