// Spreadsheets as they are read again by somebody else's library: text stays text, numbers are numbers.
import readExcel from "read-excel-file/universal";
import { expect, it } from "vitest";
import { stamp, tableOf } from "./table.ts";
import { workbook } from "./write.ts";

interface Row {
  readonly number: string;
  readonly left: number | undefined;
}

const table = (rows: readonly Row[], title = "今日") =>
  tableOf<Row>(
    title,
    [
      { head: "案件", width: 20, of: ({ number }) => number },
      { head: "天数", width: 8, of: ({ left }) => left },
    ],
    rows,
  );

it("is read again as it was written", async () => {
  const blob = await workbook([
    table([
      { number: "A9901042025100093", left: 12 },
      { number: "=1+1", left: undefined },
      { number: "0012", left: -3 },
    ]),
    table([], "警案/日清零"),
  ]);
  const sheets = await readExcel(blob);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["今日", "警案 日清零"]);
  expect(sheets[0]?.data.slice(1)).toEqual([
    ["案件", "天数"],
    ["A9901042025100093", 12],
    ["=1+1", null],
    ["0012", -3],
  ]);
});

it("says instants so that they sort", () => {
  expect(stamp(Date.parse("2026-11-20T01:05:00+08:00"))).toBe("2026-11-20 01:05");
  expect(stamp(undefined)).toBeUndefined();
});
