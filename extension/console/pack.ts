// The pack in force as the console reads it: titles, articles and law for what other pages show by id.
import { createContext } from "preact";
import { useContext, useMemo } from "preact/hooks";
import { accepted, refused } from "../../shared/facts/errors.ts";
import type { Pack, PackedRule } from "../../shared/rules/pack.ts";
import { madeWhole } from "../../shared/rules/wire/held-words.ts";
import { packIn } from "../../shared/rules/wire/pack-body.ts";
import { call } from "./call.ts";
import { type Loaded, useLoad } from "./use-call.ts";

export interface PackWords {
  readonly pack: Pack | undefined;
  readonly rules: ReadonlyMap<string, PackedRule>;
}

const NONE: PackWords = { pack: undefined, rules: new Map() };

export const PackContext = createContext<PackWords>(NONE);

export const usePack = (): PackWords => useContext(PackContext);

/** Loads the pack once per revision; the background has checked its signature before it took the revision into force. */
export function usePackHold(revision: number): PackWords {
  const loaded: Loaded<Pack> = useLoad(`pack ${revision}`, async () => {
    const answer = await call("pack");
    if (!answer.ok) return answer;
    const body = await madeWhole(answer.value.pack.body, "", async (hash) => {
      const words = await call("packWords", { params: { hash } });
      return words.ok ? accepted(words.value) : refused(words.code, words.message);
    });
    if (!body.ok) return { ok: false, ...body.refusal };
    try {
      return { ok: true, value: packIn(body.value) };
    } catch {
      return { ok: false, code: "bad-json", message: "规则包读不出来，请刷新后重试" };
    }
  });
  const { value } = loaded;
  return useMemo(
    () =>
      value === undefined
        ? NONE
        : { pack: value, rules: new Map(value.rules.map((rule) => [rule.id, rule])) },
    [value],
  );
}
