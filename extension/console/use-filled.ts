// A form of several fields: what is filled in, what is still to mend, and sending it once nothing is.
import { useState } from "preact/hooks";
import type { Problem } from "./use-call.ts";

/** Which fields cannot be sent yet, and how to mend each. */
export type Wrong<T> = Partial<Record<keyof T, string>>;

export interface Filled<T extends Readonly<Record<string, string>>> {
  /** What a field of the form takes: its name, value, error and what is typed. */
  readonly field: (key: keyof T & string) => {
    readonly name: string;
    readonly value: string;
    readonly error: string | undefined;
    readonly onValue: (value: string) => void;
  };
  readonly problem: Problem | undefined;
  readonly busy: boolean;
  /** Sends what is filled in, unless something is to mend. */
  readonly onSubmit: (event: Event) => void;
  readonly clear: () => void;
}

/** Begins with `empty`; `send` answers what went wrong, or nothing. */
export function useFilled<T extends Readonly<Record<string, string>>>(
  empty: T,
  mending: (filled: T) => Wrong<T>,
  send: (filled: T) => Promise<Problem | undefined>,
): Filled<T> {
  const [filled, setFilled] = useState(empty);
  const [wrong, setWrong] = useState<Wrong<T>>({});
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const go = async (): Promise<void> => {
    const found = mending(filled);
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    setProblem(undefined);
    setProblem(await send(filled));
    setBusy(false);
  };
  return {
    field: (key) => ({
      name: key,
      value: filled[key] ?? "",
      error: wrong[key],
      onValue: (value) => {
        setFilled((old) => ({ ...old, [key]: value }));
        setWrong((old) => ({ ...old, [key]: undefined }));
      },
    }),
    problem,
    busy,
    onSubmit: (event) => {
      event.preventDefault();
      void go();
    },
    clear: () => setFilled(empty),
  };
}
