// The captured pages of a profile: whether each is still read as it was, and what is missing where it is not.
import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import { pathLabel } from "../../../shared/dictionary/words.ts";
import type { CapturedPage } from "../../protocol/picking.ts";
import { words } from "../../words/console-profiles.ts";
import { PAGE_KINDS } from "../../words/picker.ts";
import { Button } from "../parts/Button.tsx";
import { Empty } from "../parts/Empty.tsx";
import { State } from "../parts/State.tsx";
import { whenText } from "../when.ts";
import type { Held1 } from "./use-tests.ts";

interface Props {
  readonly tests: readonly CapturedPage[];
  readonly results: ReadonlyMap<string, Held1>;
  readonly remove?: (id: string) => void;
  /** Why the last file was not taken. */
  readonly refused: string | undefined;
  /** Hands the pages over as a file. */
  readonly save: () => void;
  /** Takes those of a file in; left out for who may not. */
  readonly take?: (file: File) => void;
}

/** `measures.startedAt=known:2031-11-12` → `强制措施 → 执行时间`. */
const fieldOfLine = (line: string): string => pathLabel(line.split("=")[0] ?? line);

const kindWord = (page: string): string => (PAGE_KINDS as Readonly<Record<string, string>>)[page] ?? page;

export function TestsCard({ tests, results, remove, refused, save, take }: Props): VNode {
  const file = useRef<HTMLInputElement>(null);
  const chosen = (input: HTMLInputElement): void => {
    const [one] = input.files ?? [];
    if (one !== undefined) take?.(one);
    input.value = "";
  };
  return (
    <section class="card tests" aria-label={words.tests}>
      <div class="card-head">
        <h2>{words.tests}</h2>
        <span class="sub">{words.testsSub(tests.length)}</span>
        <span class="acts right">
          {take === undefined ? null : (
            <>
              <input
                ref={file}
                type="file"
                accept=".json,application/json"
                aria-label={words.importTests}
                hidden
                onChange={(event) => chosen(event.currentTarget)}
              />
              <Button small icon="upload" label={words.importTests} onClick={() => file.current?.click()}>
                {words.import}
              </Button>
            </>
          )}
          <Button
            small
            icon="download"
            label={words.exportTests}
            disabled={tests.length === 0}
            onClick={save}
          >
            {words.export}
          </Button>
        </span>
      </div>
      {refused === undefined ? null : (
        <p class="refused" role="alert">
          <State colour="red">{words.notImported}</State>
          <span class="sub">{refused}</span>
        </p>
      )}
      {tests.length === 0 ? (
        <Empty title={words.noTests}>{words.noTestsWhy}</Empty>
      ) : (
        <ul class="rows">
          {tests.map((test) => (
            <li key={test.id}>
              <p class="between">
                <strong>{kindWord(test.page)}</strong>
                {remove === undefined ? null : (
                  <Button rank="text" small onClick={() => remove(test.id)}>
                    {words.removeTest}
                  </Button>
                )}
              </p>
              <Outcome test={test} result={results.get(test.id)} />
              <p class="sub">{words.taken(whenText(test.at, Date.now()))}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Outcome({ test, result }: { test: CapturedPage; result: Held1 | undefined }): VNode {
  if (result === undefined) return <State colour="grey">{words.testing}</State>;
  if (result === "failed") return <State colour="red">{words.broken(0, test.facts.length)}</State>;
  if (result.missing.length === 0) return <State colour="green">{words.holds(result.held)}</State>;
  return (
    <>
      <State colour="red">{words.broken(result.held, result.expected)}</State>
      <p class="sub">
        {words.missing}：{result.missing.map(fieldOfLine).join("、")}
      </p>
    </>
  );
}
