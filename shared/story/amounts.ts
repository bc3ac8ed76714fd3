// Finds sums of money in a narrative: 三千元, 3000元, 3千, 1.2万, 两万三.
import { before, behind, type Found } from "./text.ts";

export interface Amount extends Found {
  readonly yuan: number;
  /** 约、左右、多: the number was not meant exactly. */
  readonly about: boolean;
}

const DIGIT: Readonly<Record<string, number>> = Object.fromEntries(
  ["零〇", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].flatMap((same, n) =>
    [...same].map((letter) => [letter, n] as const),
  ),
);
const SMALL: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1e3,
  仟: 1e3,
  k: 1e3,
};
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, w: 1e4, 亿: 1e8 };

const DIGITS = "零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖";
const UNITS = "十拾百佰千仟万亿wWkK";
const NUMBER = new RegExp(
  `(?:\\d[\\d,]*(?:\\.\\d+)?|[十拾${DIGITS}])(?:\\d[\\d,]*(?:\\.\\d+)?|[${DIGITS}${UNITS}])*`,
  "g",
);

const MONEY = /^(?:多|余|来|几|左右|上下)?(?:元|块|圆|人民币|rmb|RMB)/;
const NOT_MONEY =
  /^(?:多|余|来|几)?(?:年|月|日|号|时(?!左)|点|分(?!别)|秒|人|名|次|个|台|部|辆|岁|天|周|小时|米|公里|里|克|斤|吨|路|幢|层|楼|栋|室|单元|只|条|张|件|瓶|包|箱|度|级|倍|折|%|位|届|组|处|家|户|平|笔|线|公斤|千克|美|港|欧|日元|下|拳|刀|脚|棍|行|代)/;
/** Words directly in front of a bare number that make it money. */
const PAID =
  /(?:骗|转账?|损失|价值|付款?|汇款?|充值?|被盗|抢走?|偷走?|现金|金额|共计|合计|总计|支付|赔偿?|借款?|欠款?|退款?|返还|投入|投资|消费|罚款|[¥￥$])(?:了|走|去|为|约|近|人民币|共|共计|我|他|她|其|大概|大约|差不多|将近|出|给|对方|超过|达|是|:|：)*$/;
const NEAR =
  /骗|转|损失|价值|现金|钱|款|付|汇|充|欠|借|赔|卡|存|投|盗|偷|抢|敲诈|勒索|讹|取走|金额|人民币|涉案/;
const ABOUT_BEFORE = /(?:约|近|大概|大约|差不多|将近|好像|估计|几乎)(?:有|为|是|人民币)?$/;
const ABOUT_AFTER = /^(?:多|余|来|左右|上下|几|(?:元|块钱?)(?:左右|上下|多))/;

/** The value of `1.2万`, `两万三千五`, `5万3`; undefined when it says none. */
export function yuanOf(text: string): number | undefined {
  let [total, section, number, lastUnit, zero]: [number, number, number | undefined, number, boolean] = [
    0,
    0,
    undefined,
    0,
    false,
  ];
  for (const [token] of text
    .replaceAll(",", "")
    .toLowerCase()
    .matchAll(/\d+(?:\.\d+)?|./g)) {
    const digit = /\d/.test(token) ? Number(token) : DIGIT[token];
    if (digit !== undefined) {
      if (number !== undefined && number !== 0) {
        if (/\d/.test(token)) return undefined;
        number = number * 10 + digit;
      } else number = digit;
      zero = digit === 0;
      if (digit === 0) lastUnit = 0;
      continue;
    }
    const large = LARGE[token];
    const unit = SMALL[token] ?? large;
    if (unit === undefined) return undefined;
    if (large !== undefined) {
      total = (total + section + (number ?? (section === 0 ? 1 : 0))) * large;
      section = 0;
    } else section += (number ?? 1) * unit;
    [number, lastUnit] = [undefined, unit];
  }
  // 三千五 is 3500 and 两万三 is 23000: a last digit counts tenths of the unit before it.
  const rest =
    number === undefined ? 0 : lastUnit >= 100 && number < 10 && !zero ? number * (lastUnit / 10) : number;
  const value = Math.round((total + section + rest) * 100) / 100;
  return Number.isFinite(value) ? value : undefined;
}

/** Every sum of money in a folded text. */
export function amountsIn(text: string): readonly Amount[] {
  const found: Amount[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const words = match[0];
    const [at, end] = [match.index, match.index + words.length];
    const [left, right] = [before(text, at), behind(text, end)];
    const scaled = /[万亿千百wWkK]/.test(words);
    const money =
      MONEY.test(right) ||
      (!NOT_MONEY.test(right) && (PAID.test(left) || (scaled && NEAR.test(left + right))));
    if (!money || /[第几数]$/.test(left)) continue;
    const yuan = yuanOf(words);
    if (yuan === undefined || yuan < 10) continue;
    const unit = MONEY.exec(right)?.[0] ?? "";
    found.push({
      at,
      end: end + unit.length,
      words: words + unit,
      yuan,
      about: ABOUT_BEFORE.test(left) || ABOUT_AFTER.test(right),
    });
  }
  return found;
}
