// How a matter was reminded of, in words: what went out, how far it climbed, and nothing once somebody has answered.
import { expect, it } from "vitest";
import type { Reminded } from "../protocol/reminded.ts";
import { remindedText } from "./reminded.ts";

const reminded = (part: Partial<Reminded>): Reminded => ({
  rule: "r",
  on: "measures/m1",
  colour: "red",
  at: 0,
  channel: "sms",
  state: "sent",
  ...part,
});

it.each<[Partial<Reminded>, string | undefined]>([
  [{}, "已发短信 15:20"],
  [{ state: "waiting" }, "短信待发"],
  [{ state: "parked" }, "短信没有发出"],
  [{ state: "lapsed" }, undefined],
  [{ channel: "notice", state: "listed" }, undefined],
  [{ tier: 1 }, "已发短信 15:20 · 无人签收，已上报法制员"],
  [{ tier: 2, channel: "notice", state: "listed" }, "无人签收，已上报领导"],
  [{ tier: 3, state: "parked" }, "短信没有发出 · 无人签收，已上报上级单位"],
  [{ tier: 1, signed: { by: "m1", byName: "陈立", at: "" } }, undefined],
])("%o is told as %s", (part, text) => {
  expect(remindedText(reminded(part), "15:20")).toBe(text);
});
