// The button that hands a list over as a spreadsheet.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { words } from "../../words/console-desk.ts";
import { Button } from "../parts/Button.tsx";
import { useToast } from "../parts/Toast.tsx";
import { stamp, type Table } from "./table.ts";

const WORDS = words.paper;

interface Props {
  /** Name of the file, without date and ending. */
  readonly name: string;
  /** Made when it is asked for. */
  readonly tables: () => readonly Table[];
  readonly disabled?: boolean;
}

const save = (blob: Blob, name: string): void => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
};

export function ExcelButton({ name, tables, disabled }: Props): VNode {
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const make = async (): Promise<void> => {
    setBusy(true);
    try {
      const { workbook } = await import("./write.ts");
      const file = `${name}_${stamp(Date.now())?.replace(/[ :]/g, "-") ?? ""}.xlsx`;
      save(await workbook(tables()), file);
      toast(WORDS.made(file));
    } catch (cause) {
      console.error("a spreadsheet could not be made", cause);
      toast(WORDS.failed);
    }
    setBusy(false);
  };
  return (
    <Button
      icon="download"
      busy={busy && WORDS.making}
      disabled={disabled === true}
      onClick={() => void make()}
    >
      {WORDS.excel}
    </Button>
  );
}
