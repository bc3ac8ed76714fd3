// Page texts of every type and what they say; round trips for whatever the dictionary can hold.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dictionary, fieldOf } from "../dictionary/dictionary.ts";
import { parseNumber } from "./number-text.ts";
import { chineseInteger } from "./numeral.ts";
import { countPolice, parseOfficers } from "./officers.ts";
import type { Value } from "./sheet.ts";
import { readValue } from "./value.ts";

const read = (path: string, text: string): Value | null | undefined => {
  const [element, id] = path.split(".") as ["case", string];
  const reading = readValue(fieldOf(element, id)!, text);
  return reading.state === "known" ? reading.value : reading.state === "absent" ? null : undefined;
};

describe("numbers with their units", () => {
  test.each([
    ["5万元", "元", 50_000],
    ["5万", "元", 50_000],
    ["1,200元", "元", 1_200],
    ["1，200.50 元", "元", 1_200.5],
    ["￥3.5万", "元", 35_000],
    ["1.1万元", "元", 11_000],
    ["人民币伍万元整", "元", 50_000],
    ["壹拾贰万叁仟元", "元", 123_000],
    ["二百三十", "元", 230],
    ["0", "元", 0],
    ["第2次", "次", 2],
    ["第三次", "次", 3],
    ["十五人", "人", 15],
    ["１２名", "人", 12],
    ["2部", "件", 2],
  ])("%s", (text, unit, value) => expect(parseNumber(text, unit)).toBe(value));

  test.each([
    "约5万元",
    "5万余元",
    "5万多",
    "1,20",
    "12,00元",
    "-5",
    "3.5克",
    "3人",
    "5-6万",
    "两三百",
    "",
    "元",
    "1e9",
    "NaN",
  ])("%s is not read as 元", (text) => expect(parseNumber(text, "元")).toBeUndefined());

  test("an amount written with separators, bare or in 万 reads back as itself", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_99 }), (cents) => {
        const amount = cents / 100;
        expect(parseNumber(String(amount), "元")).toBe(amount);
        expect(parseNumber(`${amount.toLocaleString("en-US", { minimumFractionDigits: 2 })}元`, "元")).toBe(
          amount,
        );
        const whole = Math.floor(amount);
        expect(parseNumber(`${whole / 10_000}万元`, "元")).toBe(whole);
      }),
    );
  });

  test("Chinese numerals that say no single number say none", () => {
    for (const text of ["十十", "百", "一万万", "零十", "三五", "千百", "五○", "二a"])
      expect(chineseInteger(text), text).toBeUndefined();
    expect(chineseInteger("一亿零二十万零三")).toBe(100_200_003);
    expect(chineseInteger("二十")).toBe(20);
    expect(chineseInteger("一百零五")).toBe(105);
  });
});

describe("officers", () => {
  test.each(["陈立；见证人：韩某某", "陈立、翻译 林某", "已签名", "柳桥派出所", "共2人", "2名"])(
    "one officer and somebody or something else is not two: %s",
    (text) => {
      expect(parseOfficers(text)).toBeUndefined();
    },
  );

  test.each(['<img src="/a" onerror="f(1)">', "陈立=郑浩", "{陈立}、{郑浩}", "https://a.invalid/b?c=d"])(
    "what is no list of names is unread, not officers: %s",
    (text) => {
      expect(parseOfficers(text)).toBeUndefined();
    },
  );

  test.each([
    ["陈立 民警、郑浩 辅警", ["陈立", "郑浩"], 1],
    ["陈立（民警）,郑浩（民警）", ["陈立", "郑浩"], 2],
    ["民警陈立 辅警郑浩", ["陈立", "郑浩"], 1],
    ["民警：陈立、郑浩", ["陈立", "郑浩"], 2],
    ["陈立，郑浩；", ["陈立", "郑浩"], undefined],
    ["陈 立、郑　浩", ["陈立", "郑浩"], undefined],
    ["陈立 990123；郑浩 990124", ["陈立", "郑浩"], undefined],
    ["陈立、陈立", ["陈立"], undefined],
    ["990123 990124", ["990123"], undefined],
    ["陈立 二〇二六年十一月二十日", ["陈立"], undefined],
    ["陈立 2026年11月20日", ["陈立"], undefined],
    ["柳桥派出所 陈立", ["陈立"], undefined],
    ["陈立 星河市公安局柳桥派出所", ["陈立"], undefined],
    ["柳桥派出所：陈立、郑浩", ["陈立", "郑浩"], undefined],
    ["陈立（签名）　2026年3月5日", ["陈立"], undefined],
    ["陈立 未签名", ["陈立"], undefined],
    ["陈立（主办）、郑浩（协办）", ["陈立", "郑浩"], undefined],
    ["讯问人：陈立 记录人：郑浩", ["陈立", "郑浩"], undefined],
    ["主办民警：陈立 协办民警：郑浩", ["陈立", "郑浩"], 2],
    ["陈立 一级警员（男）", ["陈立"], undefined],
    ["陈科、王大队", ["陈科"], undefined],
  ])("%s", (text, names, police) => {
    const officers = parseOfficers(text)!;
    expect(officers.map(({ name }) => name)).toEqual(names);
    expect(countPolice(officers)).toBe(police);
  });

  test("an auxiliary stays marked in the facts, however the page marks them", () => {
    for (const text of ["陈立 民警、郑浩 辅警", "陈立、郑浩（辅警）", "民警陈立 辅警郑浩"])
      expect(read("interviews.askers", text)).toEqual(["陈立", "郑浩（辅警）"]);
    expect(read("interviews.recorder", "郑浩 辅警")).toEqual(["郑浩（辅警）"]);
  });

  test("a cell that says there are more than it names is not read", () => {
    expect(read("interviews.askers", "陈立等2人")).toBeUndefined();
    expect(read("interviews.askers", "陈立、郑浩等")).toBeUndefined();
  });
});

describe("blank is not unread", () => {
  test.each(["", "   ", "-", "——", "/", "暂无", "未填写", "请选择", "请输入接警时间", "\u200b"])(
    "%s",
    (text) => {
      expect(read("incident.receivedAt", text)).toBeNull();
      expect(read("case.category", text)).toBeNull();
    },
  );
  test("无 is blank for a time and an answer for a choice or a text", () => {
    expect(read("measures.endedAt", "无")).toBeNull();
    expect(read("case.complainant", "无")).toBe("无");
    expect(read("case.brief", "无")).toBe("无");
  });
});

test("a birthday is a day; a time of day beside it is not taken for one", () => {
  expect(read("persons.birthday", "1990年3月7日")).toBe("1990-03-07");
  expect(read("persons.birthday", "1990-03-07 08:00")).toBeUndefined();
});

test("a name whose letters are spread is the name; words side by side stay apart", () => {
  expect(read("persons.name", "韩　　某")).toBe("韩某");
  expect(read("measures.person", "韩 某 某")).toBe("韩某某");
  expect(read("case.cause", "盗窃 诈骗")).toBe("盗窃 诈骗");
});

test("markup in a value stays text", () => {
  expect(read("case.brief", "<script>alert(1)</script>")).toBe("<script>alert(1)</script>");
  expect(read("dossier.missing", "受案回执、送达回证；鉴定意见")).toEqual([
    "受案回执",
    "送达回证",
    "鉴定意见",
  ]);
});

test("no field throws on any text", () => {
  const fields = dictionary.flatMap((kind) => kind.fields);
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.string({ unit: "binary", maxLength: 60 }), (field, text) => {
      expect(["known", "absent", "unread"]).toContain(readValue(field, text).state);
    }),
    { numRuns: 2_000 },
  );
});

describe("what stands behind a date", () => {
  test.each([
    ["measures.dueAt", "2026-03-05（已超期）", "2026-03-05"],
    ["measures.dueAt", "2026-03-05 剩余3天", "2026-03-05"],
    ["measures.endedAt", "未解除", null],
    ["measures.endedAt", "____年__月__日", null],
    ["measures.dueAt", "2026-03-05（约）", undefined],
    ["measures.dueAt", "2026-03-05（预计）", undefined],
    ["measures.dueAt", "未知", undefined],
  ])("%s: %s", (path, text, value) => expect(read(path, text)).toBe(value));
});

test("what stands in brackets behind an officer's name is an office, no second officer", () => {
  expect(parseOfficers("鄂某某（分局副局长）")).toEqual([{ name: "鄂某某", standing: "民警" }]);
  // Two made of one officer and a number would pass for two police.
  expect(parseOfficers("9021 樊某")).toEqual([{ name: "樊某" }]);
  expect(parseOfficers("990012 樊某、崔某某 990013")).toEqual([{ name: "樊某" }, { name: "崔某某" }]);
  expect(parseOfficers("鄂某某（副所长）、索某某（991201）")).toEqual([
    { name: "鄂某某", standing: "民警" },
    { name: "索某某" },
  ]);
  expect(parseOfficers("陈立（辅警）")).toEqual([{ name: "陈立", standing: "辅警" }]);
});
