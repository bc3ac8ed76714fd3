// The unit of another deployment over the network: what is posted there, and what its answers mean.
import * as v from "valibot";
import { RefusalBody } from "../../../shared/api/contract.ts";
import {
  accepted,
  CODES,
  type Code,
  type Refusal,
  type Result,
  refused,
} from "../../../shared/facts/errors.ts";
import { type SignedReport, signEnrolment } from "../../../shared/rollup/report.ts";
import { ledgerKeyOf, unitSigner } from "../signer.ts";
import type { Node } from "./target.ts";

/** Within this time the other deployment answers (ms). */
const PATIENCE = 20_000;
const Enrolled = v.object({ unit: v.string(), name: v.string(), child: v.string() });

/** The address without its end slashes: https, or this machine itself; refuses everything else. */
export function nodeAddress(typed: string): Result<string> {
  const bad = refused("bad-value", "地址须以 https:// 开头,例如 https://fb.city.example", "url");
  let url: URL;
  try {
    url = new URL(typed.trim());
  } catch {
    return bad;
  }
  const here = ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
  const plain = url.username === "" && url.password === "" && url.search === "" && url.hash === "";
  if (!plain || !(url.protocol === "https:" || (url.protocol === "http:" && here))) return bad;
  return accepted(`${url.origin}${url.pathname}`.replace(/\/+$/, ""));
}

const known = (code: string): code is Code => Object.hasOwn(CODES, code);

/** A refusal of the other side as our own; what it says beside the closed list is not believed. */
function refusalOf(body: unknown, status: number): Refusal {
  const read = v.safeParse(RefusalBody, body);
  if (!read.success || !known(read.output.code)) return { code: "busy", message: `上级平台答复 ${status}` };
  const { code, message, at } = read.output;
  return { code, message: `上级平台:${message.slice(0, 200)}`, ...(at === undefined ? {} : { at }) };
}

async function post(url: string, path: string, body: unknown): Promise<Result<unknown>> {
  let reply: Response;
  try {
    reply = await fetch(`${url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    return refused("busy", "上级平台连接不上");
  }
  const answer: unknown = await reply.json().catch(() => null);
  return reply.ok ? accepted(answer) : { ok: false, refusal: refusalOf(answer, reply.status) };
}

/** Hands a signed report to the unit of another deployment. */
export async function postToNode({ url, unit }: Node, signed: SignedReport): Promise<Result<null>> {
  const answer = await post(url, "/v1/rollup/reports", { to: unit, ...signed });
  return answer.ok ? accepted(null) : answer;
}

/** Spends a one-time code there: from now on that unit takes reports signed by this ledger's key. */
export async function enrolAt(sql: SqlStorage, url: string, code: string): Promise<Result<Node>> {
  const line = signEnrolment(code, unitSigner(sql));
  const answer = await post(url, "/v1/rollup/enrol", { code, key: ledgerKeyOf(sql), line });
  if (!answer.ok) return answer;
  const read = v.safeParse(Enrolled, answer.value);
  return read.success
    ? accepted({ url, ...read.output })
    : refused("bad-shape", "这个地址的答复不是本产品的,请核对地址", "url");
}
