// What the panel helps with: templates written into the host's text box, copies, expiries, submits that cannot be held, menus by key.
import { describe, expect, it, vi } from "vitest";
import { breach, evidence, pageState } from "../sample.ts";
import { $, answers, asked, key, panelStage, press, root, show, texts, tick } from "./panel-stage.ts";

panelStage();

const OPEN = '[data-card^="single"] .card-foot .tool';
const TEXT = "问：你有权委托律师。\n答：＿＿";

/** A page with a text box of this many lines of text, and a card whose rule has a template. */
async function withBox(value: string): Promise<HTMLTextAreaElement> {
  const box = document.createElement("textarea");
  box.id = "words";
  box.value = value;
  box.getBoundingClientRect = () => new DOMRect(0, 0, 300, 100);
  document.body.appendChild(box);
  answers.set("rule-help", { template: TEXT, exceptions: [] });
  await show(
    pageState({
      applicable: [breach()],
      evidence: { "interviews/i1.text": evidence("#words", { label: "笔录正文" }) },
    }),
  );
  await press(OPEN);
  await tick();
  return box;
}

describe("a template", () => {
  it("is written on a line of its own, heard by the page, and taken back", async () => {
    const box = await withBox("问：姓名？");
    const heard = vi.fn();
    box.addEventListener("input", heard);
    expect(box.value).toBe("问：姓名？");
    expect($(".template .second").textContent).toBe("写入“笔录正文”");
    await press(".template .second");
    expect(box.value).toBe(`问：姓名？\n${TEXT}`);
    expect(heard).toHaveBeenCalled();
    expect(box.value.slice(box.selectionStart, box.selectionEnd)).toBe("＿＿");
    heard.mockClear();
    await press(".template .second");
    expect(box.value).toBe("问：姓名？");
    expect(heard).toHaveBeenCalled();
    expect($(".toast").textContent).toContain("已撤销");
  });

  it("takes the place of what is selected, and gives it back", async () => {
    const box = await withBox("甲乙丙");
    box.focus();
    box.setSelectionRange(1, 2);
    await press(".template .second");
    expect(box.value).toBe(`甲\n${TEXT}丙`);
    await press(".template .second");
    expect(box.value).toBe("甲乙丙");
  });

  it("is not taken back over what was written since", async () => {
    const box = await withBox("");
    await press(".template .second");
    box.value = box.value.replace("委托", "聘请");
    const changed = box.value;
    await press(".template .second");
    expect(box.value).toBe(changed);
    expect($(".toast").textContent).toContain("Ctrl+Z");
  });

  it("is not taken back twice, where the browser's own undo has done so", async () => {
    const box = await withBox("问：姓名？");
    await press(".template .second");
    box.value = "问：姓名？";
    await press(".template .second");
    expect(box.value).toBe("问：姓名？");
    expect($(".toast").textContent).toContain("已撤销");
  });

  it.each(["", "19"])(
    "of several lines is not pressed into a box of one (at most %s characters)",
    async (limit) => {
      const box = await withBox("问：姓名？");
      const line = document.createElement("input");
      if (limit !== "") line.maxLength = Number(limit);
      line.getBoundingClientRect = () => new DOMRect(0, 0, 300, 20);
      document.body.appendChild(line);
      line.focus();
      await press(".template .second");
      expect(line.value).toBe("");
      expect(box.value).toBe(`问：姓名？\n${TEXT}`);
    },
  );

  it("that a box has no room for is not cut short", async () => {
    const box = await withBox("问：姓名？");
    box.setAttribute("maxlength", "20");
    await press(".template .second");
    expect(box.value).toBe("问：姓名？");
    expect($(".toast").textContent).toContain("先点一下");
  });

  it("is written nowhere while no text box is meant", async () => {
    answers.set("rule-help", { template: TEXT, exceptions: [] });
    document.body.innerHTML = "<p>没有文本框</p>";
    await show(pageState({ applicable: [breach()] }));
    await press(OPEN);
    await tick();
    await press(".template .second");
    expect($(".toast").textContent).toContain("先点一下");
  });
});

it("clause and remedy are copied, also where the page has no clipboard of its own", async () => {
  const copied: string[] = [];
  vi.stubGlobal("navigator", {});
  document.execCommand = () => {
    copied.push(root().querySelector<HTMLTextAreaElement>("textarea.unseen")?.value ?? "");
    return true;
  };
  await show(pageState({ applicable: [breach()] }));
  await press(OPEN);
  await press('[aria-label="复制依据"]');
  await press('[aria-label="复制怎么办"]');
  vi.unstubAllGlobals();
  Reflect.deleteProperty(document, "execCommand");
  expect(copied).toEqual([
    "《刑事诉讼法》第118条（2018 修正）：“侦查人员不得少于二人”",
    "请另一名民警到场。",
  ]);
  expect(root().querySelector("textarea.unseen")).toBeNull();
  expect($(".toast").textContent).toContain("已复制");
});

it("an explanation says until when it stands, and is sent with it", async () => {
  await show(pageState({ applicable: [breach()] }));
  await press(OPEN);
  await press(".card.open .acts .plain");
  expect($(".say small").textContent).toContain("今天 19:48 到期");
  await press(".expiry label:nth-of-type(2) input");
  expect($(".say small").textContent).toContain("今天 24:00 到期");
  const box = $(".say textarea") as HTMLTextAreaElement;
  box.value = "另一名民警二十分钟后到";
  box.dispatchEvent(new Event("input", { bubbles: true }));
  await tick();
  $(".say").dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
  await tick();
  const [, sent] = asked.find(([type]) => type === "answer") ?? [];
  expect(sent).toMatchObject({
    kind: "explained",
    until: Date.parse("2026-11-20T23:59:59.999+08:00"),
  });
});

describe("submits that cannot be held", () => {
  const gate = breach({ gate: "soft" });
  const titles = async (part: Parameters<typeof pageState>[0]) => {
    await show(pageState({ applicable: [gate], ...part }));
    return texts(".notice b");
  };
  it("are named", async () => {
    expect(await titles({ submits: [{ text: "提交", held: false }] })).toEqual(["“提交”不能在提交前拦住"]);
  });
  it("are none where all are held, or nothing holds a submit", async () => {
    expect(await titles({ submits: [{ text: "提交", held: true }] })).toEqual([]);
  });
  it("are all of them on a page whose buttons nobody has named", async () => {
    expect(await titles({ submits: [] })).toEqual(["这一页没有登记提交按钮"]);
  });
  it("are no matter while nothing holds a submit", async () => {
    expect(await titles({ applicable: [breach()], submits: [{ text: "提交", held: false }] })).toEqual([]);
  });
});

it("the next step stands under the headline and leads to its card; the checklist has its own", async () => {
  await show(pageState());
  expect($(".next-line b").textContent).toBe("请另一名民警到场");
  await press(".next-line");
  expect($(".card.open h4").textContent).toBe("讯问人员中民警不足二人");
  await key("3");
  expect(root().querySelector(".next-line")).toBeNull();
});

it("a next step of another page names that page and leads to the list that asks for it", async () => {
  const there = breach({
    key: "there",
    rule: "arrival",
    fields: [{ path: "incident.arrivedAt", label: "到场时间", state: "absent" }],
  });
  const lists = ["interview", "intake"].map((stage, i) => ({
    id: stage,
    title: ["讯问", "接处警"][i]!,
    stage,
    pages: [stage],
    items: [{ id: `i${i}`, say: ["讯问前", "登记到场时间"][i]!, rule: ["none", "arrival"][i]! }],
  }));
  await show(
    pageState({
      applicable: [],
      all: [there],
      checklists: lists,
      evidence: { "incident.arrivedAt": evidence("", { here: false, pageLabel: "接处警单" }) },
    }),
  );
  expect($(".next-line small").textContent).toBe("接处警单");
  await press(".next-line");
  expect(texts(".item.breached .grow")[0]).toContain("登记到场时间");
});

it("a menu opened from inside the panel takes the focus and is walked by arrows", async () => {
  await show(pageState());
  const focused = (): string | null | undefined =>
    (root().getRootNode() as ShadowRoot).activeElement?.textContent;
  $('[aria-label="更多"]').focus();
  await press('[aria-label="更多"]');
  const items = texts('[role="menuitem"]');
  expect(focused()).toBe(items[0]);
  const arrow = (name: string): void => {
    $('[role="menu"]').dispatchEvent(new KeyboardEvent("keydown", { key: name, cancelable: true }));
  };
  arrow("ArrowDown");
  expect(focused()).toBe(items[1]);
  arrow("ArrowUp");
  arrow("ArrowUp");
  expect(focused()).toBe(items.at(-1));
  expect(texts(".keys dt")).toContain("Alt+Q");
  await key("Escape");
  expect(root().querySelector(".menu")).toBeNull();
  expect((root().getRootNode() as ShadowRoot).activeElement?.getAttribute("aria-label")).toBe("更多");
});
