// The 清单 tab offers this page's stage, the case's own lists with how far the whole case is, and all other stages.
import { describe, expect, it } from "vitest";
import type { Checklist } from "../../../shared/rules/pack.ts";
import { breach, finding, pageState } from "../sample.ts";
import { $, key, panelStage, press, root, show, texts, tick } from "./panel-stage.ts";

panelStage();

const ruled = (rule: string, say: string) => ({ id: rule, say, how: `${say}的办法`, rule });
const checklists: readonly Checklist[] = [
  {
    id: "criminal",
    title: "刑事案件",
    pages: [],
    kinds: ["刑事"],
    items: [ruled("approved", "先经批准"), { id: "bind", say: "装订立卷", attest: true }],
  },
  {
    id: "theft",
    title: "盗窃案件",
    pages: [],
    when: ["lit", true],
    items: [
      ruled("approved", "先经批准"),
      ruled("single-officer", "不少于二名民警"),
      { id: "cctv", say: "调取监控", attest: true },
    ],
  },
  { id: "property", title: "涉案财物", stage: "property", pages: [], items: [ruled("approved", "先经批准")] },
  {
    id: "interview",
    title: "询问讯问",
    stage: "interview",
    pages: ["interview"],
    items: [ruled("single-officer", "不少于二名民警"), ...["a", "b", "c"].map((id) => ruled(id, id))],
  },
];
const moot = (rule: string) => finding({ rule, verdict: "moot", applies: "no", why: "", key: rule });
const state = (part = {}) =>
  pageState({
    checklists,
    applicable: [finding({ rule: "approved" }), breach(), ...["a", "b", "c"].map(moot)],
    ...part,
  });
const choose = async (id: string) => {
  const select = Object.assign($(".list-head select"), { value: id });
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await tick();
};

describe("the lists", () => {
  it("begin with this page's stage, then the offence, then all such cases, each with its progress", async () => {
    await show(state());
    await key("3");
    expect(texts(".stages button")).toEqual(["询问讯问0/1", "盗窃案件全程1/3", "刑事案件全程1/2"]);
    expect($(".stages [aria-pressed='true']").textContent).toContain("询问讯问");
    expect($(".caption").textContent).toBe("自动核对\u00a00/1");
    expect(texts(".list-head option")).toEqual(["换一个环节", "涉案财物　1/1"]);
  });

  it("show the whole case when it is chosen, and the tab counts it", async () => {
    await show(state());
    await key("3");
    await press(".stages button:nth-child(2)");
    expect($(".caption").textContent).toBe("自动核对\u00a01/2，本人确认\u00a00/1");
    expect($('[aria-selected="true"] .count').textContent).toBe("1/3");
    expect(texts(".item.open .grow")).toEqual(["调取监控需本人确认，可附凭证"]);
    expect($(".next p").textContent).toBe("请另一名民警到场");
  });

  it("let another stage be chosen, which then stands beside the case", async () => {
    await show(state());
    await key("3");
    await choose("property");
    expect(texts(".stages button")[0]).toBe("涉案财物1/1");
    expect($(".caption").textContent).toBe("自动核对\u00a01/1");
    expect(texts(".list-head option")).toEqual(["换一个环节", "询问讯问　0/1"]);
  });

  it("are the case's own on a page that no stage claims", async () => {
    await show(state({ pageKind: "other" }));
    await key("3");
    expect($(".caption").textContent).toBe("自动核对\u00a01/2，本人确认\u00a00/1");
  });

  it("count as not begun what hangs on a field that stands on this page and is blank", async () => {
    const blank = { path: "interviews/i1.recorded", label: "是否录音录像", state: "absent" as const };
    const applicable = [breach(), { ...moot("a"), fields: [blank] }, moot("b"), moot("c")];
    const view = { label: "", text: "", css: "", frame: "", pageLabel: "", at: 0 };
    const caption = async (here: boolean) => {
      await show(state({ applicable, evidence: { [blank.path]: { ...view, here } } }));
      await key("3");
      return $(".caption").textContent;
    };
    expect(await caption(true)).toBe("自动核对\u00a00/2");
    expect(await caption(false)).toBe("自动核对\u00a00/1");
  });

  it("say beside what is wrong how it is done, and fold what does not apply", async () => {
    await show(state());
    await key("3");
    expect(texts(".item.breached small")).toEqual(["登记 2 人，其中民警 1 人", "不少于二名民警的办法"]);
    expect(texts(".run .fold-label")).toEqual(["3 项不适用"]);
    expect(root().querySelectorAll(".item.moot")).toHaveLength(0);
  });
});
