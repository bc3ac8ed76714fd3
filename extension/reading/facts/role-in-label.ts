// Particulars of a person whose part in the case stands in each label: 报案人身份证号, 报案人现住址 beside 报案人.
import type { SeenCell } from "../../protocol/frame-scan.ts";

const LABEL =
  /^(报案人|被害人|受害人|被侵害人|控告人)(姓名|性别|年龄|出生日期|身份证号码?|证件号码|现?住址|居住地址?|工作单位|联系电话|联系方式|电话|手机号码?)?$/;
/** What is asked of a person of the case, and not only of somebody who calls. */
const OWN = /^(?:性别|年龄|出生|身份证|证件|现?住址|居住|工作单位)/;

const partsOf = ({ label, section }: SeenCell): readonly [string, string] | undefined => {
  const found = section === "" ? LABEL.exec(label.replace(/[\s:：*]/g, "")) : null;
  return found === null ? undefined : [found[1]!, found[2] ?? "姓名"];
};

/** The cells, those of such a person as they would stand under a heading with the part; as they were where it is only who called. */
export function withRolesApart(cells: readonly SeenCell[]): readonly SeenCell[] {
  const told = new Map<string, Set<string>>();
  for (const cell of cells) {
    const parts = partsOf(cell);
    if (parts === undefined) continue;
    const key = `${cell.group} ${parts[0]}`;
    told.set(key, (told.get(key) ?? new Set()).add(parts[1]));
  }
  if (told.size === 0) return cells;
  return cells.map((cell) => {
    const parts = partsOf(cell);
    const there = parts === undefined ? undefined : told.get(`${cell.group} ${parts[0]}`);
    const whole = there?.has("姓名") === true && [...there].some((one) => OWN.test(one));
    return parts === undefined || !whole ? cell : { ...cell, label: parts[1], section: parts[0], codes: [] };
  });
}
