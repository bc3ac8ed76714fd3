// Writes tables as an .xlsx file; this part is loaded when the first file is asked for.
import writeExcel from "write-excel-file/universal";
import type { Table } from "./table.ts";

/** What a spreadsheet takes for a formula is written as text: a cell never does anything. */
const text = (value: string): string => value.slice(0, 32_000);

/** Excel's own limits on the name of a sheet. */
const sheetName = (title: string): string => title.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);

/** One sheet for each table: title, heads, rows, the first two kept in sight. */
export async function workbook(tables: readonly Table[]): Promise<Blob> {
  const sheets = tables.map(({ title, heads, widths, rows }) => ({
    sheet: sheetName(title),
    columns: widths.map((width) => ({ width })),
    orientation: "landscape" as const,
    stickyRowsCount: 2,
    data: [
      [
        {
          value: text(title),
          type: String,
          fontWeight: "bold" as const,
          fontSize: 14,
          columnSpan: heads.length,
        },
        ...heads.slice(1).map(() => null),
      ],
      heads.map((head) => ({
        value: text(head),
        type: String,
        fontWeight: "bold" as const,
        backgroundColor: "#f0f2f5",
        borderStyle: "thin" as const,
        borderColor: "#c3c9d2",
      })),
      ...rows.map((row) =>
        row.map((value) => {
          if (value === undefined || value === "") return null;
          const style = { wrap: true, alignVertical: "top" as const };
          return typeof value === "number"
            ? { value, type: Number, ...style }
            : { value: text(value), type: String, format: "@", ...style };
        }),
      ),
    ],
  }));
  return writeExcel(sheets, { fontFamily: "Microsoft YaHei" }).toBlob();
}
