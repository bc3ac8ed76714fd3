// Where the events of another system belong: to the unit that keeps the case, else to the one that the event names.
import { rows } from "../sql.ts";
import { revisionOf } from "./effective.ts";
import { above, subtree } from "./units.ts";

/** What is asked of one event: its number, folded, and the unit that it names. */
export interface Asked {
  readonly number: string;
  readonly unit?: string | undefined;
}

/** The unit, and the key of the case where one of that number is kept there; or why it has none. */
/** What a unit has to know to take a batch although no officer has ever worked in it. */
export interface UnitAt {
  readonly id: string;
  readonly above: readonly string[];
  readonly pack: { readonly revision: number; readonly hash: string };
}

export interface Places {
  /** In the order of what was asked. */
  readonly places: readonly PlaceOf[];
  readonly units: readonly UnitAt[];
}

export type PlaceOf =
  | { readonly unit: string; readonly caseKey?: string | undefined }
  | { readonly refused: "outside-unit" | "unit-closed"; readonly message: string };

/** The place of each event, for a system connected at `top`; what lies outside its subtree is refused. */
export function placesOf(sql: SqlStorage, top: string, asked: readonly Asked[]): Places {
  const units = subtree(sql, top);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const homes = new Map<string, { readonly caseKey: string; readonly unit: string }[]>();
  const kept = rows<{ number: string; case_key: string; unit: string }>(
    sql,
    `SELECT substr(case_key, instr(case_key, ':') + 1) AS number, case_key, unit FROM homes
     WHERE substr(case_key, instr(case_key, ':') + 1) IN (SELECT value FROM json_each(?)) ORDER BY at DESC`,
    JSON.stringify([...new Set(asked.map(({ number }) => number))]),
  );
  for (const { number, case_key: caseKey, unit } of kept) {
    const same = homes.get(number);
    if (same === undefined) homes.set(number, [{ caseKey, unit }]);
    else same.push({ caseKey, unit });
  }
  const places = asked.map(({ number, unit }): PlaceOf => {
    const known = homes.get(number) ?? [];
    const home = known.find((one) => byId.has(one.unit));
    if (home === undefined && known.length > 0)
      return { refused: "outside-unit", message: "这个编号由管辖范围以外的单位办理" };
    const where =
      home !== undefined || unit === undefined
        ? byId.get(home?.unit ?? top)
        : (byId.get(unit) ?? only(units.filter(({ name }) => name === unit)));
    if (where === undefined)
      return {
        refused: "outside-unit",
        message: `单位“${unit?.slice(0, 40)}”不存在或者不在这个接入的管辖范围内`,
      };
    return where.closedAt === undefined
      ? { unit: where.id, caseKey: home?.caseKey }
      : { refused: "unit-closed", message: `${where.name}已经撤销,不再接收新记录` };
  });
  const used = new Set(places.flatMap((place) => ("refused" in place ? [] : [place.unit])));
  const told = [...used].map((id) => {
    const { revision, hash } = revisionOf(sql, id);
    return { id, above: above(sql, id), pack: { revision, hash } };
  });
  return { places, units: told };
}

const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);
