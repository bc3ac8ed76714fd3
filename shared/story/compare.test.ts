// Proves that the comparison points at the words it means, reads sums in every writing, and neither throws nor stalls on any text.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountsIn, yuanOf } from "./amounts.ts";
import { weakenings } from "./compare.ts";
import { FAMILIES } from "./lexicon/lexicon.ts";
import { folded } from "./text.ts";
import type { Story } from "./weakening.ts";

const textOf = (story: Story, where: string): string => String(story[where as keyof Story] ?? "");

describe("the words that changed", () => {
  test("are shown with their places in both texts", () => {
    const story = {
      call: "报警人称在网上被骗了３０００元，要求立案。",
      disposal: "报警人称被骗3000元。民警核实，系经济纠纷，已告知走法律途径。",
    };
    const found = weakenings(story);
    expect(found.map(({ kind }) => kind)).toEqual(["fraud-to-dispute"]);
    for (const one of found.flatMap(({ from, to }) => [...from, ...to])) {
      expect(folded(textOf(story, one.where)).slice(one.at, one.end)).toBe(one.words);
    }
    expect(found[0]?.to.map(({ words }) => words)).toContain("纠纷");
    expect(found[0]?.from.map(({ words }) => words)).toContain("骗");
  });

  test("an offence that is named only in advice or denied is not kept", () => {
    const call = "被人骗了五千块";
    expect(weakenings({ call, disposal: "系债务纠纷，提醒其谨防诈骗。" })).toHaveLength(1);
    expect(weakenings({ call, disposal: "不构成诈骗，双方系债务纠纷。" })).not.toHaveLength(0);
    expect(weakenings({ call, disposal: "系以借款为名的诈骗，已受案。" })).toEqual([]);
  });

  test("a denial in the call reports nothing", () => {
    const disposal = "双方因琐事争吵，已调解。";
    expect(weakenings({ call: "和邻居吵起来了，我没有被打", disposal })).toEqual([]);
    expect(weakenings({ call: "和邻居吵起来了，我被打了", disposal })).not.toEqual([]);
  });

  test("a smaller sum, a smaller injury and a wish that is gone are changes of their own", () => {
    const kinds = (call: string, disposal: string) => weakenings({ call, disposal }).map(({ kind }) => kind);
    expect(kinds("被骗了八千元", "报警人被骗800元，已受案。")).toEqual(["amount-lowered"]);
    expect(kinds("被骗了八千元", "报警人被骗8000余元，已受案。")).toEqual([]);
    expect(kinds("被人打得头破血流", "李某殴打王某，王某皮外伤，已受案。")).toEqual(["injury-lowered"]);
    expect(kinds("我被打了，要求立案", "李某殴打王某，王某表示不再追究。")).toEqual(["wish-dropped"]);
    expect(kinds("我被打了，要求立案", "李某殴打王某，王某坚持不撤案，已受案。")).toEqual([]);
  });

  test("nothing to compare with is no change", () => {
    expect(weakenings({ call: "手机被偷了" })).toEqual([]);
    expect(weakenings({ call: "手机被偷了", disposal: " " })).toEqual([]);
    expect(weakenings({ call: "", disposal: "系纠纷" })).toEqual([]);
  });
});

describe("sums of money", () => {
  test.each([
    ["三千元", 3_000],
    ["3000元", 3_000],
    ["被骗3千", 3_000],
    ["损失1.2万", 12_000],
    ["一万二块", 12_000],
    ["两万三千元", 23_000],
    ["三千五百块钱", 3_500],
    ["转账5万3千元", 53_000],
    ["十二万三千元", 123_000],
    ["人民币伍仟元", 5_000],
    ["12,800元", 12_800],
    ["一百零五元", 105],
    ["转了5000", 5_000],
    ["价值2w左右", 20_000],
  ])("%s", (text, yuan) => {
    expect(amountsIn(text).map((one) => one.yuan)).toEqual([yuan]);
  });

  test.each([
    "3个人",
    "13时许",
    "2026年3月1日",
    "报警电话13800000000",
    "301室",
    "三人",
    "第3次",
    "几千元",
    "骗了3天",
    "一万人",
  ])("%s is none", (text) => {
    expect(amountsIn(text)).toEqual([]);
  });

  test("whole numbers come back as they were written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 99_999_999 }), (n) => {
        expect(yuanOf(String(n))).toBe(n);
        expect(amountsIn(`被骗${n.toLocaleString("en-US")}元`)[0]?.yuan).toBe(n);
      }),
    );
  });
});

describe("any text", () => {
  const words = FAMILIES.flatMap(({ told }) => told.split(" ")).filter((word) => !/[~()?|]/.test(word));
  const piece = fc.oneof(
    fc.constantFrom(
      ...words,
      "，",
      "。",
      "没有",
      "系",
      "纠纷",
      "经核实",
      "报警人称",
      "3000元",
      "已受案",
      "怀疑",
    ),
    fc.string({ maxLength: 6 }),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(""));

  test("never throws, and the same text said twice is no change of the sum", () => {
    fc.assert(
      fc.property(text, text, (call, disposal) => {
        weakenings({ call, disposal });
        const same = weakenings({ call, disposal: call });
        expect(same.filter(({ kind }) => kind === "amount-lowered")).toEqual([]);
      }),
    );
  });

  test("twenty thousand letters are read at once", () => {
    const long = "报警人称被人打伤并被骗三千元系经济纠纷".repeat(1_100);
    const start = performance.now();
    weakenings({ call: long, disposal: long });
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
