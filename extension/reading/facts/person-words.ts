// Takes apart how papers describe a person: 犯罪嫌疑人韩某某，性别男，出生日期1990年5月1日，住址星河市…

export interface Described {
  /** The part in the case that the paper gives the person, or "". */
  readonly role: string;
  readonly name: string;
  readonly sex: string;
  /** What follows up to the end of the sentence. */
  readonly rest: string;
}

const WHO =
  /(犯罪嫌疑人|违法嫌疑人|违法行为人|嫌疑人|被害人|被侵害人)(?:[（(]姓名[^）)]*[）)])?[：:，,]?([\u3400-\u9fff·]{2,12}?)(?:[（(][^）)]{0,30}[）)])?[，,（(](?:性别)?([男女])(?=[，,）)。])/gu;
const WHO_ELSE =
  /(?:^|[，,。；：:]|姓名[：:]?|罪?的|被(?:取保候审|监视居住|处罚|告知|传唤|拘留|逮捕)人)([\u3400-\u9fff·]{2,5})[，,（(](?:性别)?([男女])(?=[，,）)。])/gu;

const restOf = (text: string, from: number): string => /^[^。；]*/.exec(text.slice(from))![0];

/** The persons whom a sentence without white space describes; at least name and sex are said. */
export function personsIn(text: string): readonly Described[] {
  const told = [...text.matchAll(WHO)].map((match) => ({
    role: match[1]!,
    name: match[2]!,
    sex: match[3]!,
    rest: restOf(text, match.index + match[0].length),
  }));
  if (told.length > 0) return told;
  return [...text.matchAll(WHO_ELSE)].map((match) => ({
    role: "",
    name: match[1]!.replace(/^(?:姓名|我叫|我是)/, ""),
    sex: match[2]!,
    rest: restOf(text, match.index + match[0].length),
  }));
}

/** Each label with the pattern of its value, whole within two commas. */
const PARTS: readonly (readonly [label: string, words: RegExp])[] = [
  ["年龄", /^年龄[：:]?(\d{1,3})岁?$|^(\d{1,3})(?:周岁|岁)$/],
  [
    "出生日期",
    /^(?:出生日期|出生于|生于)[：:]?(\d{4}年\d{1,2}月\d{1,2}日)(?:出?生)?$|^(\d{4}年\d{1,2}月\d{1,2}日)出?生$/,
  ],
  ["身份证号", /^(?:居民|公民)?身份[^\d]{0,12}(\d{17}[\dXx])$/],
  ["现住址", /^(?:现住址|现住地址?|现住|住址|住所|家住|住)[：:在于]?([^\d\s][^：:]{3,})$/],
  ["工作单位", /^(?:工作单位|单位及职业|服务处所)[：:]?(.+)$/],
  ["联系电话", /^(?:联系方式|联系电话|电话)[：:]?(\d[\d-]{6,})$/],
];

/** What is said of a person, as label and value. */
export function particulars({ name, sex, rest }: Described): readonly (readonly [string, string])[] {
  const said: (readonly [string, string])[] = [
    ["姓名", name],
    ["性别", sex],
  ];
  for (const words of rest.split(/[，,）)（(]/)) {
    const found = PARTS.flatMap(([label, pattern]) => {
      const match = pattern.exec(words);
      return match === null ? [] : [[label, match[1] ?? match[2]!] as const];
    })[0];
    if (found !== undefined && !said.some(([label]) => label === found[0])) said.push(found);
  }
  return said;
}
