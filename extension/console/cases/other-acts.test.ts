// What the page of a case says beyond the viewer's own pack: the other act of a clash, and rules as they hold in the case's unit.
import { afterEach, expect, it, vi } from "vitest";
import { chromeOf, edgeFor } from "../sample/background.ts";
import { close, open, shown } from "../sample/draw.ts";
import { CASE, sampleLedger } from "../sample/ledger.ts";
import { samplePack } from "../sample/rule.ts";

afterEach(close);

const says = (text: string): Promise<void> => vi.waitFor(() => expect(shown()).toContain(text));

const finding = (part: object) => ({
  verdict: "breached",
  colour: "red",
  missing: [],
  key: "k",
  ...part,
});

it("shows the other act of a clash: which case, what, where, who and when, also where little was read", async () => {
  const edge = edgeFor("legal");
  vi.stubGlobal("chrome", chromeOf(edge));
  edge.routes.ledger = () => sampleLedger().show();
  const rules = [...samplePack().rules];
  const acts = [{ in: "interviews", who: ["askers", "recorder"], from: "startedAt", until: "endedAt" }];
  edge.routes.pack = () => ({
    pack: {
      body: JSON.stringify({
        ...samplePack(),
        rules: [...rules, { ...rules[0], id: "clash", clash: { acts } }],
      }),
      key: "",
      signature: "",
      hash: "",
    },
  });
  const other = "警综平台:A9901042025100100";
  const on = "interviews/i1";
  const at = "2026-11-20T01:00:00.000Z";
  const facts = [
    ["kind", "讯问"],
    ["placeKind", "执法办案场所"],
    ["room", "讯问室二"],
    ["askers", ["陈立", "周明"]],
    ["recorder", ["周明"]],
    ["startedAt", at],
  ].map(([field, value]) => ({
    entity: "interviews",
    id: "i1",
    field,
    state: "known",
    value,
    at: 1,
    page: "p",
  }));
  edge.routes.caseView = () => ({
    key: CASE,
    facts: [],
    complete: [],
    ticks: [],
    notes: [],
    reminders: [],
    at: Date.now(),
    findings: [
      finding({ rule: "clash", on, against: [{ caseKey: other, on }], missing: [`${other} ${on}.endedAt`] }),
      finding({ rule: "far", on, against: [{ caseKey: CASE, on: "venues/v1" }] }),
    ],
    against: [{ caseKey: other, on, number: "A9901042025100100", facts }],
  });
  open(`#/cases/${encodeURIComponent(CASE)}`);
  await says("同时的另一次");
  const [clash, far] = [...document.querySelectorAll(".other-acts")];
  expect(clash?.textContent).toMatch(
    /^同时的另一次A9901042025100100讯问\S* 09:00 至 未读执法办案场所 讯问室二，陈立、周明$/u,
  );
  expect(clash?.querySelector("a")?.getAttribute("href")).toContain(encodeURIComponent(other));
  expect(far?.textContent).toBe("与之相关本案办案场所时间没有读到");
  expect(shown()).toContain("没有读到 A9901042025100100 “询问讯问 → 结束时间”");
});

it("names a rule as it holds in the case's unit, where that is not how it holds here", async () => {
  const edge = edgeFor("legal");
  vi.stubGlobal("chrome", chromeOf(edge));
  edge.routes.ledger = () => sampleLedger().show();
  edge.routes.pack = () => ({
    pack: { body: JSON.stringify(samplePack()), key: "", signature: "", hash: "" },
  });
  const place = { level: "bureau", layer: "云岭县公安局" };
  edge.routes.caseView = () => ({
    key: CASE,
    facts: [],
    complete: [],
    ticks: [],
    notes: [],
    reminders: [],
    at: Date.now(),
    findings: [
      finding({ rule: "bail-overrun", on: "measures/m1" }),
      finding({ rule: "local-late", on: "measures/m1", verdict: "due", colour: "blue" }),
    ],
    rules: [
      { id: "bail-overrun", title: "取保候审超过九个月", statute: "刑事诉讼法", article: "79", ...place },
      { id: "local-late", title: "迟报", titleDue: "还没有报告", ...place },
    ],
  });
  open(`#/cases/${encodeURIComponent(CASE)}`);
  await says("取保候审超过九个月");
  const rows = [...document.querySelectorAll(".findings tbody tr")].map(({ textContent }) => textContent);
  expect(rows[0]).toContain("取保候审超过九个月县级 云岭县公安局");
  expect(rows[0]).toContain("刑事诉讼法第79条");
  expect(rows[1]).toContain("还没有报告县级 云岭县公安局");
  expect(shown()).not.toContain("十二个月");
});
