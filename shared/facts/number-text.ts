// Reads a number with its unit from page text and converts it to the field's own unit.
import { chineseInteger } from "./numeral.ts";

/** What may follow a number in place of the unit's own word. */
const UNIT_WORDS: Readonly<Record<string, string>> = {
  元: "元|元整|元正|圆|圆整|块|块钱|元人民币|rmb|cny",
  人: "人|名|位",
  件: "件|个|台|部|辆|张|枚|把|只|套|份|支|瓶|包|本|块|条|双|根|颗|粒|箱|盒|袋|捆|串|顶|架|艘|匹|组|对|桶|罐|面|幅|发|副|盘",
  岁: "岁|周岁",
  次: "次",
  册: "册|卷",
  页: "页|张",
  日: "日|天",
};
const SCALE: Readonly<Record<string, number>> = {
  "": 1,
  百: 100,
  千: 1_000,
  万: 10_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
};
const ARABIC = /^(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?(百万|千万|百|千|万|亿)?(.*)$/;
const CHINESE = /^([〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+)(.*)$/;

/**
 * Reads `5万元` as 50000 元, `1,200元`, `￥3.5万`, `人民币伍万元整`, `第2次`, `三人`. Undefined when the text says
 * about how much (约、余、多), is negative, carries another unit, or groups its digits wrongly (`1,20`).
 */
export function parseNumber(text: string, unit: string): number | undefined {
  const bare = text
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/^(?:人民币|RMB|CNY)?[¥$]?/i, "")
    .replace(/^第/, "")
    .toLowerCase();
  const tail = new RegExp(`^(?:${UNIT_WORDS[unit] ?? unit})?$`);
  const arabic = ARABIC.exec(bare);
  if (arabic) {
    if (!tail.test(arabic[4]!)) return undefined;
    const plain = Number(`${arabic[1]!.replaceAll(",", "")}${arabic[2] ?? ""}`);
    // Decimal fractions times powers of ten leave dust (1.1 × 10000): money has at most cents.
    return Math.round(plain * SCALE[arabic[3] ?? ""]! * 1e6) / 1e6;
  }
  const chinese = CHINESE.exec(bare);
  return chinese && tail.test(chinese[2]!) ? chineseInteger(chinese[1]!) : undefined;
}
