// What other systems send: who signed it, each event once, judged and entered in the ledger.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { intakeSignature } from "../../shared/intake/sign.ts";
import { fact, factsEntry } from "./batch.ts";
import { advance, HOUR, MINUTE, ring, START } from "./clock.ts";
import { call, inDirectory, inUnit, signIn } from "./deployment.ts";
import {
  admin,
  begin,
  connect,
  countOf,
  incident,
  iso,
  J1,
  KEY,
  officer,
  post,
  type Source,
  send,
  verdict,
  view,
} from "./intake-sender.ts";

beforeEach(begin);
afterEach(() => vi.useRealTimers());

describe("a system that sends without pause", () => {
  it("is told to wait, and how long; what it sent is kept, another one goes on", async () => {
    const [source, other] = [await connect("incident"), await connect("cabinet")];
    const codes: string[] = [];
    for (let n = 0; n < 62; n += 1) {
      const got = await send(source, [incident(`e${n}`, `${J1}${n}`)]);
      codes.push(got.body.code ?? String(got.status));
      if (got.body.code !== undefined)
        expect([got.status, got.body.message]).toEqual([429, expect.stringContaining("1 秒后")]);
    }
    expect(codes.filter((code) => code === "200")).toHaveLength(60);
    expect(codes.slice(60)).toEqual(["too-many", "too-many"]);
    expect(await countOf("cg", "intake_events")).toBe(60);
    // Who cannot sign uses nobody's pace up, and learns nothing of it.
    expect((await send(source, [], { key: "11".repeat(32) })).body.code).toBe("unsigned-request");
    expect((await send(other, "{}")).body.code).toBe("bad-shape");
    advance(2_000);
    const after = [70, 71, 72].map((n) => send(source, [incident(`e${n}`, `${J1}${n}`)]));
    expect((await Promise.all(after)).map(({ status }) => status).sort()).toEqual([200, 200, 429]);
  });
});

describe("an incident of the call centre", () => {
  it("is kept as facts, judged against all cases, entered in the ledger, and listed for the day", async () => {
    const source = await connect("incident");
    const got = await send(source, [incident("e1", J1)]);
    expect([got.status, got.body.taken, got.body.known]).toEqual([200, 1, 0]);
    expect(await verdict(KEY)).toBe("breached");
    const [entry] = got.body.entries;
    expect(entry?.unit).toBe("cg");
    const line = await inUnit("cg", (sql) =>
      sql
        .exec<{ kind: string; record: string }>(
          "SELECT kind, record FROM entries WHERE idx = ?",
          entry?.index,
        )
        .one(),
    );
    expect(line.kind).toBe("intake");
    expect(line.record).toContain(source.source.id);
    expect(line.record).not.toContain(J1);
    const day = await call("intakeDay", undefined, { token: officer.token, query: { day: "2030-03-02" } });
    expect(day.body.incidents).toMatchObject([{ unit: "cg", number: J1, way: "110指令", state: "late" }]);
  });

  it("is settled by its case, read on another platform", async () => {
    await send(await connect("incident"), [incident("e1", J1)]);
    const accepted = [
      fact("case.number", "A9901000020260300021", START),
      fact("case.incidentNumber", J1, START),
      fact("case.acceptedAt", START - 49 * HOUR, START),
    ];
    await call(
      "sync",
      { device: officer.device, entries: [factsEntry(1, accepted, [], "新警综:A9901000020260300021")] },
      { token: officer.token },
    );
    await ring("cg");
    expect(await verdict(KEY)).toBeUndefined();
    const day = await call("intakeDay", undefined, { token: officer.token, query: { day: "2030-03-02" } });
    expect(day.body.incidents).toMatchObject([{ number: J1, state: "filed" }]);
  });
});

describe("who sends", () => {
  it.each([
    [
      "a wrong key",
      (s: Source) => send(s, [incident("e1", J1)], { key: "ab".repeat(32) }),
      "unsigned-request",
    ],
    [
      "a body that was changed on the way",
      (s: Source) =>
        send(s, [incident("e1", J1)], { text: JSON.stringify({ events: [incident("e1", "J2")] }) }),
      "unsigned-request",
    ],
    ["no signature", (s: Source) => post(`/v1/intake/${s.source.id}`, "{}", {}), "unsigned-request"],
    [
      "an unknown connection",
      (s: Source) => send({ ...s, source: { ...s.source, id: "s0000000000000000" } }, [incident("e1", J1)]),
      "unsigned-request",
    ],
    [
      "a clock that is six minutes late",
      (s: Source) => send(s, [incident("e1", J1)], { timestamp: String(Date.now() - 6 * MINUTE) }),
      "stale-request",
    ],
    [
      "a clock that is six minutes early",
      (s: Source) => send(s, [incident("e1", J1)], { timestamp: String(Date.now() + 6 * MINUTE) }),
      "stale-request",
    ],
    [
      "a time in seconds",
      (s: Source) => send(s, [incident("e1", J1)], { timestamp: String(Math.floor(Date.now() / 1000)) }),
      "stale-request",
    ],
  ])("%s is refused and nothing is kept", async (_, attempt, code) => {
    const { status, body } = await attempt(await connect("incident"));
    expect([status, body.code]).toEqual([401, code]);
    expect([await countOf("cg", "facts"), await countOf("cg", "intake_events")]).toEqual([0, 0]);
  });

  it("takes the signature in the address where a sender cannot set headers", async () => {
    const { source, key } = await connect("incident");
    const text = JSON.stringify({ events: [incident("e1", J1)] });
    const timestamp = String(Date.now());
    const query = new URLSearchParams({ timestamp, signature: intakeSignature(key, timestamp, text) });
    expect((await post(`/v1/intake/${source.id}?${query}`, text, {})).status).toBe(200);
  });

  it("with a new key the old one is taken for a day, or ends at once; an ended connection takes nothing", async () => {
    const first = await connect("incident");
    const params = { id: first.source.id };
    const token = admin.token;
    const second = (await call("rotateIntakeKey", { atOnce: false }, { token, params })).body;
    expect(second.key).not.toBe(first.key);
    expect((await send(first, [incident("e1", J1)])).status).toBe(200);
    expect((await send(second, [incident("e2", J1)])).status).toBe(200);
    advance(25 * HOUR);
    expect((await send(first, [incident("e3", J1)])).body.code).toBe("unsigned-request");
    expect((await send(second, [incident("e3", J1)])).status).toBe(200);
    const later = await signIn("admin", "device-later");
    const third = (await call("rotateIntakeKey", { atOnce: true }, { token: later.token, params })).body;
    expect((await send(second, [incident("e4", J1)])).body.code).toBe("unsigned-request");
    expect((await call("endIntakeSource", { said: "更换厂商" }, { token: later.token, params })).status).toBe(
      200,
    );
    expect((await send(third, [incident("e5", J1)])).body.code).toBe("unsigned-request");
    const { sources } = (await call("intakeSources", undefined, { token: later.token })).body;
    expect(JSON.stringify(sources)).not.toContain(third.key);
    const rows = await inDirectory((sql) =>
      JSON.stringify(sql.exec("SELECT * FROM intake_sources").toArray()),
    );
    expect(rows).not.toContain(third.key);
  });
});

describe("each event once", () => {
  it("the same batch again changes nothing; the same number with other content is refused", async () => {
    const source = await connect("incident");
    const events = [incident("e1", J1), incident("e2", "J9901000020260300032")];
    const before = (await send(source, events)).body;
    const [facts, entries] = [await countOf("cg", "facts"), await countOf("cg", "entries")];
    const again = (await send(source, events)).body;
    expect([before.taken, again.taken, again.known, again.entries]).toEqual([2, 0, 2, []]);
    expect([await countOf("cg", "facts"), await countOf("cg", "entries")]).toEqual([facts, entries]);
    const other = await send(source, [incident("e1", J1, { disposal: "受案" })]);
    expect([other.status, other.body.code, other.body.rows?.[0]?.code]).toEqual([
      422,
      "bad-rows",
      "conflict",
    ]);
  });

  it("the same number twice in one batch is one event, or a conflict", async () => {
    const source = await connect("incident");
    const twice = await send(source, [incident("e1", J1), incident("e1", J1)]);
    expect([twice.body.taken, twice.body.known]).toEqual([1, 1]);
    const split = await send(source, [incident("e2", J1), incident("e2", "J2")]);
    expect(split.body.rows).toMatchObject([{ row: 1, column: "id", code: "conflict" }]);
    expect(await countOf("cg", "intake_events")).toBe(1);
  });

  it("an older state that comes late does not undo a newer one", async () => {
    const source = await connect("incident");
    await send(source, [incident("e2", J1, { disposal: "受案" })]);
    await send(source, [incident("e1", J1, { at: iso(Date.now() - HOUR), disposal: "其他" })]);
    expect((await view(KEY)).facts.find(({ field }) => field === "disposal")?.value).toBe("受案");
  });
});
