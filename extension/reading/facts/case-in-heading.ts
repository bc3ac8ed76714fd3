// A heading that is nothing but the name of the case, or its number and its name, says both where no label does.
import type { FrameScan, SeenCell } from "../../protocol/frame-scan.ts";

const HEADING =
  /^(?:案件[：:\s]*)?(?:(A\d{22})[\s　:：/|-]*)?([^\s：:，。（(]{4,40}案)(?:[\s　]*[（(]?(A\d{22})[）)]?)?$/u;
/** What ends in 案 and names no case. */
const NO_NAME =
  /(?:[立受撤结并备报破办另销串个专移作涉翻答档图方提议草预教法类本该此原]|刑事|行政|治安|关联|相关|其他)案$/u;
const BESIDE = /关联|相关|串并|类案|类似|相似|其他|历史/;

interface Said {
  readonly name: string;
  readonly number: string | undefined;
}

function saidIn(title: string): Said | undefined {
  const match = BESIDE.test(title) ? null : HEADING.exec(title.trim());
  return match === null || NO_NAME.test(match[2]!)
    ? undefined
    : { name: match[2]!, number: match[1] ?? match[3] };
}

const NUMBER = /^(?:案件|立案|受案)?(?:编号|号)$/;
const NAME = /^(?:案件|案)名称?$/;

/**
 * The cells with what one heading says of the case: of a box or a page in which the case's number stands, or one that holds
 * the number itself. Several that differ say nothing.
 */
export function withCaseInHeading(cells: readonly SeenCell[], scan: FrameScan): readonly SeenCell[] {
  if (cells.some(({ label }) => NAME.test(label))) return cells;
  const said = new Map<string, Said>();
  let at: SeenCell | undefined;
  const hear = (titles: readonly string[], inside: readonly SeenCell[]): void => {
    const numbered = inside.find(({ label, value }) => NUMBER.test(label) && /^A\d{22}$/.test(value.trim()));
    for (const title of titles) {
      const found = saidIn(title);
      if (found === undefined || (numbered === undefined && found.number === undefined)) continue;
      said.set(found.name, { ...said.get(found.name), ...found });
      at ??= numbered ?? inside[0];
    }
  };
  for (const { key, titles, search } of scan.groups)
    if (!search)
      hear(
        titles,
        cells.filter(({ group }) => group === key),
      );
  hear(scan.titles, cells);
  const [only] = said.values();
  if (only === undefined || said.size > 1 || at === undefined) return cells;
  const made = (label: string, value: string): SeenCell => ({
    ...at!,
    label,
    value,
    section: "",
    codes: [],
    parts: undefined,
    editable: false,
  });
  const hasNumber = only.number === undefined || cells.some(({ label }) => NUMBER.test(label));
  return [...cells, made("案件名称", only.name), ...(hasNumber ? [] : [made("案件编号", only.number!)])];
}
