// Texts of cases that mean something elsewhere – SQL, HTML, line ends, formulas, paths – come back as they were written and do nothing.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { verifyReceipt } from "../../shared/ledger/receipt.ts";
import { fact, factsEntry, signedEntry } from "./batch.ts";
import { call, deploy, hire, inUnit, type Person, request } from "./deployment.ts";

const TEXTS = [
  "'); DROP TABLE entries; --",
  "1' OR '1'='1",
  '"; DELETE FROM facts WHERE 1=1; /*',
  "?1 :name @name $name %s ${jndi:ldap://x}",
  "第一行\r\n第二行\nSet-Cookie: a=b\r\n\r\n<html>",
  "<img src=x onerror=alert(1)><script>alert(1)</script>",
  '{"level":"error","event":"forged"}\n{"level":"info"}',
  "=cmd|' /C calc'!A0",
  "..%2f..%2fetc%2fpasswd\u0000.txt",
  "\u202Egnp.exe\u2028\u2029\uFEFF",
];

let officer: Person;
beforeEach(async () => {
  officer = await hire(await deploy(), "han", ["officer"]);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const tables = () =>
  inUnit("root", (sql) => sql.exec("SELECT name FROM sqlite_master ORDER BY name").toArray().length);

it.each(TEXTS)("%j as a value, as words, as a case's number and in a query", async (text) => {
  const logged = [vi.spyOn(console, "log"), vi.spyOn(console, "error")].map((spy) =>
    spy.mockImplementation(() => undefined),
  );
  const before = await tables();
  const key = `新警综:${text}`;
  const entries = [
    factsEntry(1, [fact("case.cause", text, Date.now())], [], key),
    signedEntry(2, text, key),
    { ...signedEntry(3, undefined, key), body: { kind: "ticked", item: "rights", ticked: true, said: text } },
  ];
  const sent = await call("sync", { device: officer.device, entries }, { token: officer.token });
  expect([sent.status, sent.body.message]).toEqual([200, undefined]);
  for (const receipt of sent.body.receipts) expect(verifyReceipt(receipt, officer.ledgerKey).ok).toBe(true);
  const { body } = await call("caseView", undefined, { token: officer.token, params: { key } });
  expect(body.facts.map(({ value }) => value)).toEqual([text]);
  expect(body.ticks.map(({ evidence }) => evidence)).toEqual([text]);
  const { body: ledger } = await call("ledger", undefined, { token: officer.token, params: { key } });
  expect(ledger.lines.find(({ kind }) => kind === "signed")?.said).toBe(text);
  expect(await tables()).toBe(before);

  const reply = await request(
    `/v1/cases/${encodeURIComponent(text)}/ledger?from=${encodeURIComponent(text)}`,
    {
      headers: { authorization: `Bearer ${officer.token}` },
    },
  );
  expect(reply.status).toBeLessThan(500);
  expect(reply.headers.get("set-cookie")).toBeNull();
  await reply.text();
  expect(logged.flatMap(({ mock }) => mock.calls.flat()).join("\n")).not.toContain(text);
  expect(await tables()).toBe(before);
});
