// One checklist on the check sheet: its lines that were checked or wait for somebody, each with its result and why.
import type { VNode } from "preact";
import { stageLabel } from "../../../shared/rules/stages.ts";
import { words } from "../../words/console-desk.ts";
import { State } from "../parts/State.tsx";
import type { SheetLine, SheetPart, SheetState } from "./standing.ts";
import { whyOf } from "./why.ts";

const WORDS = words.sheet;

/** The name of a list: its stage, or of a list for a kind of case its own title. */
export const partTitle = ({ list }: Pick<SheetPart, "list">): string =>
  list.stage === undefined ? list.title : stageLabel(list.stage);

/** Lines of it that the sheet shows one by one; what was not checked comes at the end. */
const checkedLines = ({ lines }: Pick<SheetPart, "lines">): readonly SheetLine[] =>
  lines.filter(({ is }) => is !== "unknown");

function StateOf({ is, finding }: SheetLine): VNode {
  const word = WORDS.states[is];
  if (is === "ticked" || is === "met") return <State colour="green">{word}</State>;
  if (is === "breached") return <State colour={finding?.colour ?? "red"}>{word}</State>;
  if (is === "due") return <State colour={finding?.colour ?? "green"}>{word}</State>;
  return <span class={`state ${is === "open" ? "not-yet" : "mended"}`}>{word}</span>;
}

/** `符合 6，待确认 4`: how many of each, gravest first. */
function counted(lines: readonly SheetLine[]): string {
  const order: readonly SheetState[] = ["breached", "due", "open", "met", "ticked", "mended"];
  return order
    .map((is) => [WORDS.states[is], lines.filter((line) => line.is === is).length] as const)
    .filter(([, n]) => n > 0)
    .map(([word, n]) => `${word} ${n}`)
    .join("，");
}

export function ListPart({ part, now }: { part: SheetPart; now: number }): VNode {
  const { columns } = WORDS;
  const lines = checkedLines(part);
  const rest = WORDS.later(part.lines.length - lines.length, part.silent);
  return (
    <div class="sheet-part">
      <h3>
        {partTitle(part)}
        <span>{counted(lines)}</span>
      </h3>
      <div class="sheet-scroll">
        <table class="sheet-table">
          <thead>
            <tr>
              <th>{columns.item}</th>
              <th class="is">{columns.state}</th>
              <th class="why">{columns.why}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.item.id}>
                <td>{line.item.say}</td>
                <td class="is">
                  <StateOf {...line} />
                </td>
                <td class="why">{whyOf(line, now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rest === "" ? null : <p>{rest}</p>}
    </div>
  );
}
