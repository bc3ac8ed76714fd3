// Proves that statute files of several shapes are split into their articles, and that what cannot be read is refused by name.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeStatute, readStatute, type Said } from "./read-statute.ts";
import { KNOWN, RIVER } from "./samples.ts";
import {
  articleName,
  articleOf,
  citedNumber,
  MAX_STATUTE_BYTES,
  type StatuteText,
  wordsOf,
} from "./statute-text.ts";

function read(text: string, file = "x.md", said?: Said): StatuteText {
  const done = readStatute(text, file, KNOWN, said);
  if (!done.ok) throw new Error(`${done.refusal.code}: ${done.refusal.message}`);
  return done.value.text;
}

const codeOf = (text: string, file = "x.md", said?: Said): string => {
  const done = readStatute(text, file, KNOWN, said);
  return done.ok ? "ok" : done.refusal.code;
};

describe("a file with a header", () => {
  const text = read(RIVER);

  test("gives title, edition and first day in force", () => {
    expect(text).toMatchObject({ statute: "星河市巡河条例", edition: "2023-10-09", from: "2024-01-01" });
    expect(text.partial).toBeUndefined();
    expect(text.articles.map(({ number }) => number)).toEqual(["1", "2", "3", "3-1", "10"]);
  });

  test("a wrapped line goes on, a line about another article begins none, chapters are kept", () => {
    expect(articleOf(text, "2")?.paragraphs).toEqual([
      { text: "巡河员发现险情的，应当在二十四小时以内报告；情况复杂的，经河长批准，可以延长至四十八小时。" },
      { text: "第一条规定的目的不因本条而改变。" },
    ]);
    expect(articleOf(text, "1")?.chapter).toBe("第一章 总则");
    expect(articleOf(text, "3")?.chapter).toBe("第二章 巡河 · 第一节 日常");
  });

  test("items stand under their paragraph, the sentence behind them is the next one", () => {
    expect(articleOf(text, "3")?.paragraphs).toEqual([
      { text: "巡河员应当记录下列事项：", items: ["（一）水位；", "（二）天气。"] },
      { text: "记录保存十二个月。" },
    ]);
  });

  test("第三条之一 is an article of its own, full-width digits are digits", () => {
    expect(articleOf(text, "3之一")?.paragraphs).toEqual([{ text: "巡河船应当在3日内检修。" }]);
    expect(articleOf(text, "3第2款")?.number).toBe("3");
  });
});

test("the file name gives what the text does not say", () => {
  const bare = "第一条　为了值守。\n第二条　值守二小时。";
  expect(read(bare, "关于灯塔值守的规定_2020-02-03.md")).toMatchObject({
    statute: "关于灯塔值守的规定",
    edition: "2020-02-03",
  });
  expect(read(bare, "灯塔值守的规定_20200203.txt").statute).toBe("关于灯塔值守的规定");
  expect(read(bare, "灯塔值守的规定_2020-02-03_片段.md").partial).toBe(true);
});

test("a plain text without header is asked for, and what is said wins", () => {
  const bare = "星河市巡河条例\n第一条　为了巡河。";
  expect(codeOf(bare, "a.txt")).toBe("no-edition");
  expect(read(bare, "a.txt", { edition: "2015-03-01", from: "2015-05-01" })).toMatchObject({
    statute: "星河市巡河条例",
    edition: "2015-03-01",
    from: "2015-05-01",
  });
  expect(read(RIVER, "x.md", { title: "关于灯塔值守的规定" }).statute).toBe("关于灯塔值守的规定");
});

test("the note under a title tells a known edition, unless it tells of a later change", () => {
  const noted = (note: string): string => `星河市巡河条例\n（2015年3月1日通过　${note}）\n第一条　为了巡河。`;
  expect(read(noted("根据2023年10月9日的决定修正　自2024年1月1日起施行"), "a.txt").edition).toBe(
    "2023-10-09",
  );
  expect(read(noted("2015年5月1日施行"), "a.txt").edition).toBe("2015-03-01");
  expect(codeOf(noted("根据2023年10月9日的决定修正　2029年2月3日第二次修正"), "a.txt")).toBe("no-edition");
  // A header that names no edition is not overruled by the other days in it.
  const header = "# 星河市巡河条例\n- 版本: 旧版要点\n- 生效: 未核实\n- 来源: 2023-10-09 报道";
  expect(codeOf(`${header}\n第一条 甲。`)).toBe("no-edition");
});

test("articles without a blank behind their number are taken in order only", () => {
  const { articles } = read(
    "第一条为了巡河。\n第五条规定除外。\n第二条巡河须二人。",
    "星河市巡河条例_2015-03-01.txt",
  );
  expect(articles.map((one) => [one.number, wordsOf(one)])).toEqual([
    ["1", "为了巡河。第五条规定除外。"],
    ["2", "巡河须二人。"],
  ]);
});

test("a line that speaks of the next article does not begin it", () => {
  const { articles } = read(
    "第一条为了巡河。\n第二条规定的事项除外。\n第二条巡河须二人。",
    "星河市巡河条例_2015-03-01.txt",
  );
  expect(articles.map(wordsOf)).toEqual(["为了巡河。第二条规定的事项除外。", "巡河须二人。"]);
});

test("a title is known with and without its issuers", () => {
  const titled = (title: string): string => read(`# ${title}\n- 版本: 2020-02-03\n第一条 甲。`).statute;
  for (const title of [
    "最高人民法院、公安部关于灯塔值守的规定",
    "《灯塔值守的规定》（试行）",
    "关于灯塔值守的规定（2020）",
  ])
    expect(titled(title)).toBe("关于灯塔值守的规定");
  expect(titled("中华人民共和国灯塔法（2020修正）")).toBe("灯塔法");
});

test("第一百二十三条 and 第123条 are the same number; names go back", () => {
  const { articles } = read(
    "第一百二十三条 甲。\n第一百二十三条之二 乙。\n第200条 丙。",
    "星河市巡河条例_2015-03-01.md",
  );
  expect(articles.map(({ number }) => articleName(number))).toEqual(["第123条", "第123条之2", "第200条"]);
  expect(citedNumber("120之一")).toBe("120-1");
});

test("a document without articles is split into its numbered places", () => {
  const text = read(
    "# 关于灯塔值守的规定\n- 版本: 2020-02-03\n\n一、目标\n\n(一)值守\n\n1. 按时。\n2. 不断。\n\n十四、记录\n\n（一）写明。",
  );
  expect(text.articles.map(({ number }) => number)).toEqual([
    "一",
    "一(一)",
    "一(一)1",
    "一(一)2",
    "十四",
    "十四(一)",
  ]);
  const place = articleOf(text, "14");
  expect(place === undefined ? "" : wordsOf(place)).toBe("记录写明。");
  expect(articleOf(text, "二(一)1")).toBeUndefined();
});

test("extracts may name paragraphs of one article one by one", () => {
  const { articles } = read("第四条第二款 甲。\n\n第四条第三款 乙。", "星河市巡河条例_2015-03-01_节录.md");
  expect(articles).toEqual([{ number: "4", paragraphs: [{ text: "甲。" }, { text: "乙。" }] }]);
});

test.each<[string, string, string]>([
  ["no article", "# 星河市巡河条例\n- 版本: 2015-03-01\n\n只有序言。", "no-articles"],
  ["nothing", "", "no-articles"],
  ["an article twice", "第一条 甲。\n第二条 乙。\n第一条 丙。", "doubled-article"],
  ["no title", "第一条 甲。", "no-title"],
  ["no edition", "# 星河市巡河条例\n第一条 甲。", "no-edition"],
])("%s is refused with %s", (_, text, code) => {
  expect(codeOf(text)).toBe(code);
});

test("a day that is none is refused", () => {
  expect(codeOf(RIVER, "x.md", { edition: "2023-13-01" })).toBe("bad-time");
  expect(codeOf(RIVER, "x.md", { from: "明年" })).toBe("bad-time");
});

describe("bytes", () => {
  const decode = (bytes: Uint8Array, encoding: string): string | undefined => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      return undefined;
    }
  };
  const result = (bytes: readonly number[]) => decodeStatute(Uint8Array.from(bytes), { decode });

  test("UTF-8 and GB18030 are read, anything else is refused", () => {
    expect(result([0xe6, 0x9d, 0xa1])).toEqual({ ok: true, value: "条" });
    expect(result([0xcc, 0xf5])).toEqual({ ok: true, value: "条" });
    expect(result([0xff, 0xfe, 0x00])).toMatchObject({ ok: false, refusal: { code: "bad-encoding" } });
    expect(result([0x50, 0x4b, 0x00, 0x04])).toMatchObject({ ok: false, refusal: { code: "bad-encoding" } });
  });

  test("a file beyond the limit is refused unread", () => {
    const big = decodeStatute(new Uint8Array(MAX_STATUTE_BYTES + 1), {
      decode: () => expect.fail("was read"),
    });
    expect(big).toMatchObject({ ok: false, refusal: { code: "too-large" } });
  });
});

test("whatever the text, reading answers and does not throw; articles are unique", () => {
  const words = fc.constantFrom(
    "第一条 ",
    "第二条",
    "第十条之三 ",
    "（一）",
    "一、",
    "## 第一章 总则",
    "甲。",
    "，",
    "　",
    "1.",
    "\n",
    "\n\n",
    "---",
    "- 版本: 2020-01-01",
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
      const done = readStatute(parts.join(""), "星河市巡河条例_2015-03-01.md", KNOWN);
      if (!done.ok) return;
      const numbers = done.value.text.articles.map(({ number }) => number);
      expect(new Set(numbers).size).toBe(numbers.length);
      for (const one of done.value.text.articles) expect(one.paragraphs.length).toBeGreaterThan(0);
    }),
  );
});
