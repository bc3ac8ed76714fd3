// The statutes that are loaded: edition, articles, how many rules cite them, who loaded them; an administrator may end one.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { LoadedStatute } from "../../../shared/api/routes/statutes.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { words } from "../../words/console-statutes.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useToast } from "../parts/Toast.tsx";
import type { Problem as What } from "../use-call.ts";
import { whenText } from "../when.ts";
import { usesOf } from "./staged.ts";

const WORDS = words.loaded;

interface Props {
  readonly statutes: readonly LoadedStatute[];
  readonly rules: readonly Rule[];
  readonly mayDrop: boolean;
  readonly onDropped: () => void;
}

function Drop({ one, onDropped }: { one: LoadedStatute; onDropped: () => void }): VNode {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<What>();
  const toast = useToast();
  const drop = async (): Promise<void> => {
    setBusy(true);
    const answer = await call("dropStatute", { params: { hash: one.hash }, body: {} });
    setBusy(false);
    if (!answer.ok) return setProblem({ code: answer.code, message: answer.message });
    toast(WORDS.dropped(one.statute));
    onDropped();
  };
  if (!asking)
    return (
      <Button
        rank="text"
        small
        label={`${WORDS.drop}：${one.statute} ${one.edition}`}
        onClick={() => setAsking(true)}
      >
        {WORDS.drop}
      </Button>
    );
  return (
    <div class="row">
      <Button small busy={busy && WORDS.dropping} onClick={() => void drop()}>
        {WORDS.dropAsk}
      </Button>
      <Button rank="text" small onClick={() => setAsking(false)}>
        {WORDS.keep}
      </Button>
      {problem === undefined ? null : <Problem problem={problem} />}
    </div>
  );
}

export function LoadedTable({ statutes, rules, mayDrop, onDropped }: Props): VNode {
  const now = Date.now();
  return (
    <table class="table">
      <thead>
        <tr>
          <th>{WORDS.statute}</th>
          <th>{WORDS.edition}</th>
          <th>{WORDS.from}</th>
          <th class="num">{WORDS.articles}</th>
          <th class="num">{WORDS.uses}</th>
          <th>{WORDS.by}</th>
          {mayDrop ? <th class="num">{WORDS.drop}</th> : null}
        </tr>
      </thead>
      <tbody>
        {statutes.map((one) => (
          <tr key={one.hash}>
            <td>
              <strong>{one.statute}</strong>{" "}
              {one.partial ? <span class="chip kind">{words.staged.partial}</span> : null}
            </td>
            <td class="day">{one.edition}</td>
            <td class="day">{one.from ?? "—"}</td>
            <td class="num">{one.articles}</td>
            <td class="num">{WORDS.usesText(usesOf(one, rules))}</td>
            <td class="day">{WORDS.byText(one.byName, whenText(one.at, now))}</td>
            {mayDrop ? (
              <td class="num act">
                <Drop one={one} onDropped={onDropped} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
