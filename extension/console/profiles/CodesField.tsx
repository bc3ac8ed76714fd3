// The host's codes with the dictionary's words, a field each, a code each line.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { pathLabel } from "../../../shared/dictionary/words.ts";
import type { CodeTable, SiteProfile } from "../../../shared/rules/site-profile.ts";
import { words } from "../../words/console-profiles.ts";
import { Field } from "../parts/Field.tsx";

interface Props {
  readonly profile: SiteProfile;
  readonly open: boolean;
  readonly put: (profile: SiteProfile) => void;
}

const written = ({ values }: CodeTable): string =>
  Object.entries(values)
    .map(([code, word]) => `${code}=${word}`)
    .join("\n");

/** The values in a text of lines; the first line that is none. */
function valuesIn(text: string): Readonly<Record<string, string>> | string {
  const values: Record<string, string> = {};
  for (const line of text.split("\n").map((one) => one.trim())) {
    if (line === "") continue;
    const [, code, word] = /^([^=＝]+)[=＝](.+)$/.exec(line) ?? [];
    if (code === undefined || word === undefined) return line;
    values[code.trim()] = word.trim();
  }
  return values;
}

export function CodesField({ profile, open, put }: Props): VNode | null {
  const tables = profile.codeTables ?? [];
  if (tables.length === 0) return null;
  const keep = (table: CodeTable, values: Readonly<Record<string, string>>): void => {
    const left = tables.flatMap((one) =>
      one !== table ? [one] : Object.keys(values).length === 0 ? [] : [{ ...one, values }],
    );
    const { codeTables: _, ...rest } = profile;
    put(left.length === 0 ? rest : { ...rest, codeTables: left });
  };
  return (
    <>
      <h3>{words.codeTables}</h3>
      <div class="two">
        {tables.map((table) => (
          <Table key={table.field} table={table} open={open} keep={(values) => keep(table, values)} />
        ))}
      </div>
    </>
  );
}

function Table({
  table,
  open,
  keep,
}: {
  table: CodeTable;
  open: boolean;
  keep: (values: Readonly<Record<string, string>>) => void;
}): VNode {
  const [typed, setTyped] = useState(written(table));
  const values = valuesIn(typed);
  return (
    <div
      onFocusOut={() => {
        if (typeof values !== "string" && typed !== written(table)) keep(values);
      }}
    >
      <Field
        label={pathLabel(table.field)}
        value={typed}
        onValue={setTyped}
        lines={Math.min(8, Object.keys(table.values).length + 1)}
        disabled={!open}
        hint={words.codesHint}
        error={typeof values === "string" ? words.badCodes(values) : undefined}
      />
    </div>
  );
}
