// The batches that came lately, by systems and by tables, with what was left out of them.
import type { VNode } from "preact";
import { words } from "../../words/intake.ts";
import { Empty } from "../parts/Empty.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { useCall } from "../use-call.ts";
import { usePushed } from "../use-pushed.ts";
import { whenText } from "../when.ts";
import { useUnitNames } from "./unit-names.ts";

const WORDS = words.sources;

export function TakenLately(): VNode {
  const loaded = useCall("intakeLog");
  usePushed("case", loaded.again);
  const nameOf = useUnitNames();
  return (
    <section class="card">
      <div class="card-head">
        <h2>{WORDS.log}</h2>
      </div>
      <Loaded of={loaded} rows={3}>
        {({ lines }) =>
          lines.length === 0 ? (
            <Empty title={WORDS.logNone} />
          ) : (
            <table class="table">
              <thead>
                <tr>
                  <th>{WORDS.at}</th>
                  <th>{WORDS.from}</th>
                  <th>{WORDS.unit}</th>
                  <th class="num">{WORDS.events}</th>
                  <th class="num">{WORDS.known}</th>
                  <th class="num">{WORDS.dropped}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={`${line.unit} ${line.index}`}>
                    <td>{whenText(line.at, Date.now())}</td>
                    <td>{`${line.name}（${WORDS.way[line.way]}）`}</td>
                    <td>{nameOf(line.unit)}</td>
                    <td class="num">{line.events}</td>
                    <td class="num">{line.known}</td>
                    <td class="num">{line.dropped}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </section>
  );
}
