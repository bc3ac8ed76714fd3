// The supervisors' lists as spreadsheet tables: items, objections with their answers, the calls of a day.

import type { DayIncident } from "../../../shared/api/routes/intake.ts";
import type { ItemView } from "../../../shared/api/routes/items.ts";
import type { Objection } from "../../../shared/supervision/objection.ts";
import { ORIGIN, STATE, words } from "../../words/console-items.ts";
import { words as intake } from "../../words/intake.ts";
import { OUTCOME, words as objections } from "../../words/objections.ts";
import { stamp, type Table, tableOf } from "./table.ts";

const iso = (text: string): string | undefined => stamp(Date.parse(text));

export const itemsTable = (items: readonly ItemView[]): Table => {
  const { columns } = words;
  return tableOf<ItemView>(
    words.title,
    [
      { head: columns.what, width: 40, of: ({ title }) => title },
      { head: columns.state, width: 10, of: ({ state }) => STATE[state] },
      { head: columns.owner, width: 12, of: ({ owner }) => owner?.name ?? words.noOwner },
      { head: columns.case, width: 28, of: ({ number, ref }) => (number === "" ? ref : number) },
      { head: columns.origin, width: 10, of: ({ origin }) => ORIGIN[origin] },
      { head: words.bring.columns.clause, width: 24, of: ({ clause }) => clause },
      { head: columns.limit, width: 18, of: ({ limit }) => stamp(limit) },
      { head: words.closed, width: 18, of: ({ closed }) => stamp(closed?.at) },
    ],
    items,
  );
};

export const objectionsTable = (all: readonly Objection[]): Table => {
  const { page } = objections;
  return tableOf<Objection>(
    page.title,
    [
      { head: page.filter, width: 10, of: ({ state }) => page.filters[state] },
      { head: words.columns.origin, width: 8, of: ({ kind }) => page.kind[kind] },
      { head: words.columns.what, width: 40, of: ({ snapshot, rule }) => snapshot?.title ?? rule },
      { head: words.columns.case, width: 28, of: ({ number }) => number },
      { head: "提出人", width: 12, of: ({ byName }) => byName },
      { head: "提出时间", width: 18, of: ({ at }) => iso(at) },
      { head: words.bring.columns.said, width: 40, of: ({ said }) => said },
      { head: page.outcome, width: 16, of: ({ kind, answer }) => answer && OUTCOME[kind][answer.outcome] },
      { head: page.answer, width: 40, of: ({ answer }) => answer?.said },
      { head: "答复人", width: 12, of: ({ answer }) => answer?.byName },
      { head: "答复时间", width: 18, of: ({ answer }) => answer && iso(answer.at) },
    ],
    all,
  );
};

/** The calls of one day; `nameOf` says how a unit is called. */
export const callsTable = (
  calls: readonly DayIncident[],
  nameOf: (unit: string) => string,
  day: string,
): Table => {
  const { day: says } = intake;
  return tableOf<DayIncident>(
    `${says.print} ${day}`,
    [
      { head: says.number, width: 28, of: ({ number }) => number },
      { head: says.unit, width: 20, of: ({ unit }) => nameOf(unit) },
      { head: says.at, width: 18, of: ({ receivedAt }) => stamp(receivedAt) },
      { head: says.way, width: 14, of: ({ way }) => way },
      { head: says.what, width: 18, of: ({ what }) => what },
      { head: says.result, width: 14, of: ({ state }) => says.state[state] },
    ],
    calls,
  );
};
