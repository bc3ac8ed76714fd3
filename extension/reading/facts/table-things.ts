// From the rows of a record table to things of the case, one row one thing.
import { elementOf, fieldOf } from "../../../shared/dictionary/dictionary.ts";
import type { ElementId } from "../../../shared/dictionary/field.ts";
import { type LabelMatch, matchLabel } from "../../../shared/dictionary/match.ts";
import type { PageKind } from "../../../shared/rules/site-profile.ts";
import type { SeenCell as Cell, SeenTable as TableRead } from "../../protocol/frame-scan.ts";
import { isLog } from "./approval-log.ts";
import type { Box } from "./boxes.ts";
import { type Found, foundIn, foundSpan } from "./found.ts";
import { tellsApart } from "./identity.ts";
import { mainElement } from "./main-element.ts";
import { candidateOf, plainBest } from "./match.ts";
import { roleOver } from "./person-in-box.ts";
import { fitting } from "./shape.ts";
import { isMany, type Meant, meant, nameOf, ownerIn, type Thing } from "./things.ts";
import { areOutsiders, areStaff } from "./whose.ts";
import { elementInTitle } from "./words.ts";

export interface Listed {
  readonly entity: ElementId;
  readonly things: readonly Thing[];
  /** Every record of its kind that the case has is in this table, as far as the page tells. */
  readonly whole: boolean;
  readonly matched: number;
}

/** What closes a printed list above its empty lines. */
const BLANK_BELOW = /^[（(]?以下空白[）)]?$/;

/** Who signs beneath a list: a row of labels and names, and no record. */
const SIGNER =
  /^(?:移交|接收|保管|见证|持有|承办|经办|填表|制表|登记|交接|扣押|查封|调取)(?:人|人员|民警)(?:[（(]?签[名字章][）)]?)?[:：]?$/;

/** A title that names only some of the kind: 犯罪嫌疑人列表 is not every person. */
function restricts(entity: ElementId, titles: readonly string[]): boolean {
  return (elementOf(entity)?.fields ?? []).some(
    ({ id, type }) =>
      type.is === "choice" &&
      /^(?:role|kind|action|of|subjectRole)$/.test(id) &&
      [...type.values, ...Object.keys(type.aliases)].some(
        (word) => word.length > 1 && titles.some((title) => title.includes(word)),
      ),
  );
}

/** What a list is of, as its columns leave it out: 编号 for 财物编号. */
const NOUNS: Partial<Record<ElementId, string>> = {
  property: "财物",
  measures: "措施",
  penalties: "处罚",
  recordings: "录像",
  examinations: "鉴定",
};

const shortly = (main: ElementId, { label }: Cell): LabelMatch | undefined =>
  NOUNS[main] !== undefined && /^(?:编号|类别|种类|类型|状态)$/.test(label.replace(/\s/g, ""))
    ? matchLabel(NOUNS[main] + label.replace(/\s/g, "")).find(({ element }) => element === main)
    : undefined;

/** A column seen as a cell of one row. */
const cellAt = (table: TableRead, row: number, column: number): Cell => {
  const { css, cells, elsewhere } = table.rows[row]!;
  return {
    ...columnCell(table, column),
    value: cells[column]!,
    css: elsewhere?.[column] ?? `${css}${table.at[column] ?? ""}`,
  };
};

const columnCell = (table: TableRead, column: number): Cell => {
  const code = table.codes[column] ?? "";
  return {
    label: table.columns[column]!,
    value: "",
    section: "",
    codes: code === "" ? [] : [code],
    css: table.css,
    group: table.group,
    editable: false,
  };
};

/** The things in a table's rows; undefined when its columns are not those of a list of the dictionary. */
export function listed(
  table: TableRead,
  group: Box,
  page: PageKind | undefined,
  pageElement: ElementId | undefined,
): Listed | undefined {
  const columns = table.columns.map((_, column) => meant(columnCell(table, column), page));
  const titles = table.section === "" ? group.titles : [table.section, ...group.titles];
  const named = table.section === "" ? undefined : elementInTitle(table.section);
  // A page about cases may list things of one: that it is about cases says nothing of what a row is.
  const hints = [...(named === undefined ? [] : [named]), ...group.hints].filter(isMany);
  const main = mainElement(
    { ...group, hints },
    columns,
    pageElement !== undefined && isMany(pageElement) ? pageElement : undefined,
  );
  if (
    main === undefined ||
    !isMany(main) ||
    (main === "persons" && (areStaff(table.columns) || areOutsiders(table.columns, titles)))
  )
    return undefined;
  const best = columns.map(
    ({ meaning, cell }) =>
      candidateOf(meaning, main) ?? (meaning.candidates.length > 0 ? undefined : shortly(main, cell)),
  );
  const matched = best.filter((match) => match !== undefined).length;
  if (isLog(table.columns, best)) return undefined;
  // Rows without a name or number of a thing tell of its moves.
  if (main === "property" && !best.some((match) => match !== undefined && tellsApart(main, match.field.id)))
    return undefined;
  const told = columns.some((one) => one.told === true && candidateOf(one.meaning, main) !== undefined);
  if (matched < Math.min(told ? 1 : 2, table.columns.length)) return undefined;
  const things: Thing[] = [];
  for (const [at, row] of table.rows.entries()) {
    if (
      row.cells.some(
        (text) => BLANK_BELOW.test(text.trim()) || (main === "property" && SIGNER.test(text.trim())),
      )
    )
      continue;
    const own: Found[] = [];
    const persons: Found[] = [];
    for (const [column, one] of columns.entries()) {
      const cell = { ...cellAt(table, at, column), titles };
      const match = best[column];
      if (match !== undefined)
        own.push(...fitting(match, foundIn(main, match.field, cell, one.meaning.conflict, one.codes)));
      else {
        const span = foundSpan(main, cell);
        if (span !== undefined) own.push(...span);
        else persons.push(...personState(one, cell));
      }
    }
    if (main === "persons" && !own.some(({ field }) => field.id === "role"))
      own.push(...roleOver(titles[0] ?? "", row.css));
    const base = {
      css: row.css,
      box: group.dialog ?? group.key,
      dialog: group.dialog !== undefined,
      editable: false,
      touched: false,
      row: true,
    };
    if (main !== "persons") own.push(...subjectOf(main, own, persons));
    things.push({ ...base, entity: main, found: own });
    if (main === "persons") {
      const measure = measureIn(columns, best, (column) => ({ ...cellAt(table, at, column), titles }));
      const whose = own.filter(({ field }) => field.id === "name");
      if (measure.length > 0)
        things.push({ ...base, entity: "measures", found: [...measure, ...whose.map(asSubject)] });
      continue;
    }
    const owner = ownerIn(own);
    if (persons.length > 0 && owner !== undefined)
      things.push({ ...base, entity: "persons", found: [...persons, ...nameOf(own)], owner });
  }
  const whole = table.complete && group.dialog === undefined && !restricts(main, titles.slice(0, 2));
  return { entity: main, things, whole, matched };
}

function personState({ meaning, codes }: Meant, cell: Cell): readonly Found[] {
  const best = plainBest(meaning);
  return best?.element === "persons" ? foundIn("persons", best.field, cell, meaning.conflict, codes) : [];
}

/** The person whom a row names in a column of mere names. */
function subjectOf(main: ElementId, own: readonly Found[], persons: readonly Found[]): readonly Found[] {
  const field = elementOf(main)?.fields.find(({ id, type }) => id === "person" && type.is === "person");
  const name = persons.find((one) => one.field.id === "name" && one.state === "known");
  if (field === undefined || name === undefined || own.some((one) => one.field === field)) return [];
  return [{ ...name, entity: main, field }];
}

const asSubject = (name: Found): Found => ({
  ...name,
  entity: "measures",
  field: fieldOf("measures", "person")!,
});

/** The measure that a list of persons tells of in further columns: its kind, and more than that. */
function measureIn(
  columns: readonly Meant[],
  best: readonly (LabelMatch | undefined)[],
  cellOf: (column: number) => Cell,
): readonly Found[] {
  const found = columns.flatMap((one, column) => {
    const match = best[column] === undefined ? candidateOf(one.meaning, "measures") : undefined;
    return match === undefined
      ? []
      : foundIn("measures", match.field, cellOf(column), one.meaning.conflict, one.codes);
  });
  const has = found.some(({ field, state }) => field.id === "kind" && state === "known");
  return has && found.length > 1 ? found : [];
}
