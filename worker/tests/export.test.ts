// The ledger taken out by the audit duty: page by page one file, checked without the service, and itself recorded.
import { beforeEach, describe, expect, it } from "vitest";
import { ExportReader } from "../../shared/ledger/export.ts";
import { SUITES } from "../unit/suite.ts";
import { signedEntry } from "./batch.ts";
import { call, deploy, hire, inUnit, type Person, signIn } from "./deployment.ts";

let admin: Person;
let officer: Person;
let auditor: Person;
beforeEach(async () => {
  admin = await deploy();
  officer = await hire(admin, "han", ["officer"]);
  auditor = await hire(admin, "shen", ["auditor"]);
});

const sync = (entries: readonly unknown[], who = officer) =>
  call("sync", { device: who.device, entries }, { token: who.token });
const page = (query: Readonly<Record<string, string>>, who = auditor) =>
  call("exportLedger", undefined, { token: who.token, query });

async function exported(who = auditor, unit?: string): Promise<string> {
  const own = unit === undefined ? {} : { unit };
  const first = (await page({ from: "0", ...own }, who)).body;
  let [text, next] = [first.text, first.next];
  while (next !== null) {
    const more = (await page({ from: String(next), to: String(first.size), ...own }, who)).body;
    text += more.text;
    next = more.next;
  }
  return text;
}

function check(text: string, key: string) {
  const reader = new ExportReader({ key, suites: SUITES });
  for (const line of text.split("\n").slice(0, -1)) {
    const taken = reader.take(line);
    if (!taken.ok) return taken;
  }
  return reader.finish();
}

describe("an export", () => {
  it("of several pages is one file that holds, bound to the checkpoint at which it began", async () => {
    for (let from = 0; from < 1_200; from += 200)
      await sync(
        Array.from({ length: 200 }, (_, i) => signedEntry(from + i + 1, i === 0 ? "已催办" : undefined)),
      );
    const first = (await page({ from: "0" })).body;
    await sync([signedEntry(1_201)]);
    expect(first.next).toBe(1_000);
    const rest = (await page({ from: "1000", to: String(first.size) })).body;
    const checked = check(first.text + rest.text, officer.ledgerKey);
    expect(checked.ok && [checked.value.size, checked.value.said]).toEqual([first.size, 6]);
    expect(rest.next).toBeNull();
  });
  it("stands in the ledger with who took it out", async () => {
    const text = await exported();
    const rows = await inUnit("root", (sql) =>
      sql.exec("SELECT kind, by FROM entries WHERE kind = 'exported'").toArray(),
    );
    expect(rows).toEqual([{ kind: "exported", by: auditor.id }]);
    const checked = check(text, officer.ledgerKey);
    expect(checked.ok && checked.value.kinds["exported"]).toBe(1);
  });
  it("of a unit below is given, of one beside or above is not", async () => {
    await call(
      "createUnit",
      { id: "cg", name: "城关所", parent: "root", level: "station" },
      { token: admin.token },
    );
    await hire(admin, "li", ["officer"], { unit: "cg" });
    const below = await hire(admin, "ju", ["auditor"], { unit: "cg" });
    expect(check(await exported(auditor, "cg"), (await signIn("li")).ledgerKey).ok).toBe(true);
    expect((await page({ from: "0", unit: "root" }, below)).body.code).toBe("outside-unit");
    expect((await page({ from: "0", unit: "nowhere" })).body.code).toBe("outside-unit");
  });
  it("beyond the end, or begun in the middle, is refused", async () => {
    expect((await page({ from: "0", to: "999999" })).body.code).toBe("bad-value");
    expect((await page({ from: "5" })).body.code).toBe("bad-value");
    expect((await page({ from: "x" })).body.code).toBe("bad-shape");
  });
});
