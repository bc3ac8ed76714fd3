// The telephone that stands right behind the name of who called is the caller's: 报警人 | 韩某某 | 联系电话 | 139….
import type { SeenCell } from "../../protocol/frame-scan.ts";

const CALLER = /^(?:报警人|报案人)(?:姓名)?$/;
const PHONE = /^(?:联系电话|联系方式|电话|手机号?码?)$/;
/** Words that only a page about an incident has. */
const INCIDENT = /警情|接警|处警|出警|报警/;
const ENOUGH = 3;

/** The cells with that telephone under a label of its own. */
export function withCallersPhone(cells: readonly SeenCell[]): readonly SeenCell[] {
  if (cells.filter(({ label }) => INCIDENT.test(label)).length < ENOUGH) return cells;
  return cells.map((cell, at) => {
    const before = cells[at - 1];
    return PHONE.test(cell.label) &&
      before !== undefined &&
      CALLER.test(before.label) &&
      before.group === cell.group &&
      before.section === cell.section
      ? { ...cell, label: "报警人电话" }
      : cell;
  });
}
