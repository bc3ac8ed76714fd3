// A signed message of another system: who sent it is proved before anything of it is read.
import { contract } from "../../shared/api/contract.ts";
import { accepted } from "../../shared/facts/errors.ts";
import { intakeSignature, sameText } from "../../shared/intake/sign.ts";
import { jsonIn } from "../body.ts";
import type { Handlers } from "../handler.ts";
import { validate } from "../validate.ts";
import { door, UNSIGNED } from "./door.ts";
import { takeEvents } from "./events.ts";

const tooMany = (seconds: number): string =>
  `这个接入发送过于频繁,请 ${seconds} 秒后再发;多条事件请合在一批里发送`;

export const takeMessage: Handlers["takeIntake"] = async ({ directory, unit, param, sent }) => {
  if (sent === undefined) throw new Error("a signed route was mounted without its body");
  const now = Date.now();
  const open = await directory.intake("open", param("source"));
  const { text, timestamp, signature } = sent;
  // Also for an unknown connection the work is done: how long the answer takes tells nothing.
  const keys = open?.keys ?? ["00".repeat(32)];
  const signed = keys.map((key) => sameText(intakeSignature(key, timestamp, text), signature.toLowerCase()));
  if (open === undefined || !signed.includes(true)) return { ok: false, refusal: UNSIGNED };
  door.passed(open.source.id, now);
  const again = await directory.intake("pace", open.source.id);
  if (again !== undefined)
    return { ok: false, refusal: { code: "too-many", message: tooMany(again), again } };
  const json = jsonIn(text);
  if (!json.ok) return json;
  const body = validate(contract.takeIntake.body, json.value);
  if (!body.ok) return body;
  const { source } = open;
  const taken = await takeEvents(
    { directory, unit },
    {
      kind: source.kind,
      source: source.id,
      name: source.name,
      unit: source.unit,
      platform: source.platform,
      whole: source.whole,
      way: "webhook",
      by: { id: `source:${source.id}`, name: source.name },
      referenceKey: open.referenceKey,
    },
    body.value.events,
    false,
    now,
  );
  if (!taken.ok) return taken;
  const { problems, known, dropped, entries } = taken.value;
  if (problems.length > 0) {
    const message = `${new Set(problems.map(({ row }) => row)).size} 条事件不对,整批没有收;改正后重新发送`;
    return { ok: false, refusal: { code: "bad-rows", message, at: "events", rows: problems } };
  }
  return accepted({ taken: taken.value.taken, known, dropped, entries: [...entries] });
};
