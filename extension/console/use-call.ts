// Loads what a page shows, keeps the last good answer while it asks again, and tells what went wrong.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Reply, RouteId } from "../../shared/api/contract.ts";
import type { Code } from "../../shared/facts/errors.ts";
import type { Answer } from "../protocol/messages.ts";
import { type CallInput, call } from "./call.ts";

export interface Problem {
  readonly code: Code;
  readonly message: string;
}

export interface Loaded<T> {
  /** The last good answer; undefined while nothing has come yet. */
  readonly value: T | undefined;
  readonly problem: Problem | undefined;
  readonly busy: boolean;
  /** Asks again. */
  readonly again: () => Promise<void>;
}

/**
 * Runs `load` now, when `key` changes, and when the tab is looked at again. An answer that comes after the key has changed
 * is dropped.
 */
export function useLoad<T>(key: string, load: () => Promise<Answer<T>>): Loaded<T> {
  const [held, setHeld] = useState<{ key: string; value?: T; problem?: Problem }>({ key });
  const [busy, setBusy] = useState(true);
  const latest = useRef(load);
  latest.current = load;
  const wanted = useRef(key);
  wanted.current = key;
  const again = useCallback(async () => {
    setBusy(true);
    const answer = await latest.current();
    if (wanted.current !== key) return;
    setBusy(false);
    setHeld((old) => {
      if (answer.ok) return { key, value: answer.value };
      const problem = { code: answer.code, message: answer.message };
      return old.key === key && old.value !== undefined
        ? { key, value: old.value, problem }
        : { key, problem };
    });
  }, [key]);
  useEffect(() => {
    void again();
    const look = (): void => {
      if (document.visibilityState === "visible") void again();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [again]);
  const mine = held.key === key;
  return { value: mine ? held.value : undefined, problem: mine ? held.problem : undefined, busy, again };
}

/** What one route answers. */
export const useCall = <K extends RouteId>(route: K, input: CallInput<K> = {}): Loaded<Reply<K>> =>
  useLoad(`${route} ${JSON.stringify(input)}`, () => call(route, input));
