// The facts that the background made of an open page, asked for as our own pages ask.
import type { Page } from "playwright-core";
import { askBackground } from "../run/steps.ts";

interface Fact {
  readonly entity: string;
  readonly field: string;
  readonly state: string;
  readonly value?: unknown;
}
interface Tabs {
  query(what: object): Promise<readonly { readonly id?: number; readonly url?: string }[]>;
}
declare const chrome: { readonly tabs: Tabs };

const said = ({ state, value }: Fact): string =>
  state === "known"
    ? Array.isArray(value)
      ? value.join("、")
      : String(value)
    : state === "absent"
      ? ""
      : state;

/** The facts of the page at an address, `measures.kind=取保候审`, blank ones without a value. */
export const factsOf = async (own: Page, url: string): Promise<readonly string[]> => {
  const tab = await own.evaluate(
    async (address) => (await chrome.tabs.query({})).find((one) => one.url === address)?.id ?? -1,
    url,
  );
  const { frames } = await askBackground<{
    frames: readonly { reading?: { facts: readonly Fact[] } }[];
  }>(own, "describe", { tab });
  return frames.flatMap(({ reading }) =>
    (reading?.facts ?? []).map((fact) => `${fact.entity}.${fact.field}=${said(fact)}`),
  );
};
