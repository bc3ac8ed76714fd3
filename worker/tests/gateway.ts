// The SMS gateway at the network's edge: keeps what arrives, and fails when told to.
import { createHmac } from "node:crypto";
import { vi } from "vitest";

export interface Message {
  readonly id: string;
  readonly to: string;
  readonly text: string;
  readonly caseKey: string;
  readonly colour: string;
  readonly due: string;
}

export interface Gateway {
  readonly arrived: Message[];
  /** What the gateway does with the next messages. */
  answer: "ok" | "error" | "unreachable";
}

/** Takes the place of the network; a message with a wrong address or signature fails the test. */
export function fakeGateway(): Gateway {
  const gateway: Gateway = { arrived: [], answer: "ok" };
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const body = String(init?.body);
    const signature = createHmac("sha256", "a shared secret").update(body).digest("hex");
    const headers = new Headers(init?.headers);
    if (String(input) !== "https://gateway.test/sms" || headers.get("x-signature") !== signature) {
      throw new Error(`an unexpected request to ${String(input)}`);
    }
    if (gateway.answer === "unreachable") throw new TypeError("connect ECONNREFUSED");
    if (gateway.answer === "error") return new Response("no", { status: 500 });
    gateway.arrived.push(JSON.parse(body) as Message);
    return new Response("ok");
  });
  return gateway;
}
