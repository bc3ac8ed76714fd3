// Printed papers say in sentences what forms say beside labels: their sentences taken apart into labelled values.
import { matchLabel } from "../../../shared/dictionary/match.ts";
import type { FrameScan, SeenCell } from "../../protocol/frame-scan.ts";
import { isList } from "./list-signatures.ts";
import { closing, NUMBER } from "./paper-closing.ts";
import { particulars, personsIn } from "./person-words.ts";
import { PINNED } from "./pinned.ts";

/** Titles of papers; only in these a sentence is taken to be one of the printed form. */
const PAPER = /(?:书|证|笔录|单|表|回执)$/;

/** Papers about one measure of constraint, and which it is. */
const MEASURES: readonly (readonly [RegExp, string])[] = [
  [/^(?:拘留证|拘留通知书|拘留决定书)$/, "刑事拘留"],
  [/^(?:逮捕证|逮捕通知书)$/, "逮捕"],
  [/^取保候审(?:决定书|执行通知书|通知书|告知书)$/, "取保候审"],
  [/^(?:指定居所)?监视居住(?:决定书|执行通知书|通知书)$/, "监视居住"],
  [/^拘传证$/, "拘传"],
  [/^传唤(?:证|通知书)$/, "传唤"],
  [/^延长(?:刑事)?拘留期限(?:通知书|决定书)$/, "刑事拘留"],
];
/** A notice has a number of its own, which is not that of the decision. */
const NOTICE = /(?:通知书|告知书)$/;
const PENALTY = /处罚决定书$/;
/** A record of questions and answers, with its number where it stands in the title. */
const RECORD = /^(询问|讯问)笔录(?:[（(]第([\d一二三四五六七八九十]+)次(?:[询讯]问)?[）)])?$/;
const ROUND = /^[（(]?第([\d一二三四五六七八九十]+)次(?:[询讯]问)?[）)]?$/;

const INTERVIEWED = /^(?:被?(?:询问|讯问)人|(?:询问|讯问)?(?:时间|地点)|侦查员|记录员?人?)/;

const DATE = "(\\d{4}年\\d{1,2}月\\d{1,2}日(?:\\d{1,2}时(?:\\d{1,2}分)?)?)";
const NAME = "([\\u3400-\\u9fff·]{2,8}?)";
const HOUSE = /(?:送|羁押[在于])([^，。；]{2,20}?(?:看守所|拘留所))/;
const TOLD = new RegExp(`于${DATE}向我宣[布告]`);
const SENT = new RegExp(`被(?:拘留|逮捕)人[^，。]{2,12}于${DATE}送[至到达]`);
const TAKEN = new RegExp(
  `于${DATE}将涉嫌[^，。]{1,20}?的${NAME}(?:刑事)?(?:拘留|逮捕|取保候审|监视居住|拘传)`,
  "u",
);
const FROM = new RegExp(`期限[从自]${DATE}起`);
const LENGTHENED = new RegExp(`延长拘留期限[至到]([^，。；]{1,4}[日天])(?:[，,]自${DATE}[至到]${DATE})?`);
const TRANSFERRED = /将该案移送([^，。；]{3,30}?)(?:管辖|处理|审查|。|$)/;
const GUARANTOR = new RegExp(`保证人${NAME}的监督`, "u");
const MATTER = /(?:呈请|决定|同意)对([^，。；]{3,30}案)(?:立案|进行|予以|一案)/;

const FIGURE = "([\\d一二三四五六七八九十百千万零两壹贰叁肆伍陆柒捌玖拾佰仟]+)";
const DAYS = new RegExp(`拘留${FIGURE}[日天]`);
const FINE = new RegExp(`罚款(?:人民币)?${FIGURE}元`);
const OFFENCE =
  /行为(?:已经?)?构成(?:了)?[“"]?([\u3400-\u9fff]{2,20}?)[”"]?(?:的?(?:违法|违反治安管理)行为)?[，。；]/u;
const HELD_UNTIL = new RegExp(`拘留[^。]*?[从自]${DATE}起?[至到]${DATE}止?`);
const DECIDES = /决定(?:给予|对|处|予以)|现决定/;

type Pair = readonly [label: string, value: string];

const first = (pattern: RegExp, text: string): string | undefined => pattern.exec(text)?.[1];

/** What a sentence of a paper about a measure says. */
function ofMeasure(text: string, notice: boolean): readonly Pair[] {
  const taken = TAKEN.exec(text);
  const said: readonly (readonly [string, string | undefined])[] = [
    ["决定书文号", !notice && NUMBER.test(text) ? text : undefined],
    ["羁押场所", first(HOUSE, text)],
    ["执行时间", first(TOLD, text) ?? taken?.[1]],
    ["被采取措施人", taken?.[2]],
    ["保证人", first(GUARANTOR, text)],
    ["保证方式", GUARANTOR.test(text) ? "保证人" : /交纳保证金/.test(text) ? "保证金" : undefined],
    ["延长情况", first(LENGTHENED, text)?.replace(/^/, "延长至")],
    ["期限届满时间", LENGTHENED.exec(text)?.[3]],
    ["送看守所时间", first(SENT, text)],
  ];
  return said.filter((pair): pair is Pair => pair[1] !== undefined);
}

/** What a sentence of a decision on a penalty says. */
function ofPenalty(text: string): readonly Pair[] {
  if (NUMBER.test(text)) return [["处罚决定书文号", text]];
  const offence = first(OFFENCE, text);
  const until = HELD_UNTIL.exec(text)?.[2];
  const also: readonly Pair[] = [
    ...(offence === undefined ? [] : [["违法行为", offence] as const]),
    ...(until === undefined ? [] : [["拘留期满时间", until] as const]),
  ];
  if (!DECIDES.test(text)) return also;
  const days = first(DAYS, text);
  const fine = first(FINE, text);
  const kind =
    days !== undefined && fine !== undefined
      ? "拘留并处罚款"
      : days !== undefined
        ? "行政拘留"
        : fine !== undefined
          ? "罚款"
          : undefined;
  return [
    ...also,
    ...(kind === undefined ? [] : [["被处罚种类", kind] as const]),
    ...(days === undefined ? [] : [["拘留天数", `${days}日`] as const]),
    ...(fine === undefined ? [] : [["罚款数额", `${fine}元`] as const]),
  ];
}

/** A sentence as the page's script sends it, or one that it took for what an addressee before it is (`韩某某：`). */
const isSentence = ({ label, value, codes, editable, group }: SeenCell): boolean =>
  codes.length === 0 &&
  group !== PINNED &&
  (label === "" ||
    (!editable && value.length > 20 && value.endsWith("。") && matchLabel(label).length === 0));

/** Kind and number of a record, as its title and the line under it say them. */
function ofRecord(cells: readonly SeenCell[], over: readonly string[]): readonly SeenCell[] {
  const [, kind, number] = over.map((one) => RECORD.exec(one)).find((match) => match !== null) ?? [];
  const first = cells.find(({ label }) => label !== "")?.group;
  const place = cells.find(({ label, group }) => INTERVIEWED.test(label) && group === first);
  if (kind === undefined || place === undefined) return [];
  const said = (label: string, value: string | undefined): readonly SeenCell[] =>
    value === undefined || cells.some((cell) => cell.label === label)
      ? []
      : [{ ...place, label, value, codes: [], parts: undefined, editable: false }];
  const below = cells.flatMap(({ value }) => ROUND.exec(value.replace(/\s+/g, ""))?.[1] ?? [])[0];
  return [...said("笔录种类", kind), ...said("第几次", number ?? below)];
}

/** The scan's cells with what its sentences say. */
export function withSentences({ cells, titles, title, groups }: FrameScan): readonly SeenCell[] {
  const over = [...titles, title, ...groups.flatMap((group) => group.titles)].map((one) =>
    one.replace(/\s+/g, ""),
  );
  // A sentence stays: a site profile may name its place for what it says.
  const rest = [...cells, ...ofRecord(cells, over)];
  // What somebody promises for another is about two persons, and its sentences don't say which.
  if (!over.some((one) => PAPER.test(one)) || over.some((one) => /保证书$/.test(one))) return rest;
  const measure = MEASURES.find(([words]) => over.some((one) => words.test(one)))?.[1];
  const notice = over.some((one) => NOTICE.test(one));
  const penalty = measure === undefined && over.some((one) => PENALTY.test(one));
  const ofThings = over.some(isList);
  const said: SeenCell[] = [];
  let named = false;
  for (const cell of cells.filter(isSentence)) {
    const text = cell.value.replace(/\s+/g, "");
    const put = ([label, value]: Pair, section = ""): void => {
      said.push({ ...cell, label, value, section, editable: false });
    };
    for (const person of personsIn(text)) {
      for (const pair of particulars(person)) put(pair, person.role);
      // The first whom such a paper describes is the one whom it is about.
      if (!named && measure !== undefined) put(["被采取措施人", person.name]);
      if (!named && penalty) put(["被处罚人", person.name]);
      named = true;
    }
    const matter = first(MATTER, text);
    if (matter !== undefined) put(["案件名称", matter]);
    const to = first(TRANSFERRED, text);
    if (to !== undefined) put(["移送单位", to]);
    if (ofThings && NUMBER.test(text)) put(["清单编号", text]);
    for (const pair of measure !== undefined ? ofMeasure(text, notice) : penalty ? ofPenalty(text) : [])
      put(pair);
  }
  // Where nobody says when it was announced, it holds from the day that it names itself.
  if (measure !== undefined && !notice && !said.some(({ label }) => label === "执行时间"))
    for (const cell of cells.filter(isSentence)) {
      const from = first(FROM, cell.value.replace(/\s+/g, ""));
      if (from !== undefined)
        said.push({ ...cell, label: "执行时间", value: from, section: "", editable: false });
    }
  said.push(...closing(cells.filter(isSentence), over));
  const [one] = said;
  if (measure !== undefined && one !== undefined)
    said.push({ ...one, label: "强制措施种类", value: measure, section: "", editable: false });
  // The number of a paper stands under its title as 编号 or 文号 alone.
  const called = ofThings
    ? "清单编号"
    : penalty
      ? "处罚决定书文号"
      : measure !== undefined && !notice
        ? "决定书文号"
        : undefined;
  const numbered = (cell: SeenCell): SeenCell =>
    called !== undefined && /^(?:编号|文号)$/.test(cell.label) && NUMBER.test(cell.value.replace(/\s+/g, ""))
      ? { ...cell, label: called }
      : cell;
  return [...rest.map(numbered), ...said];
}
