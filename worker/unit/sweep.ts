// Goes over the whole ledger once a week, a few tiles at a time: every record must still be the hash that is proven of it.
import { TILE_WIDTH } from "../../shared/ledger/tiles.ts";
import { keep, run, setting } from "../sql.ts";
import type { GroupCommit } from "./group-commit.ts";
import { sizeOf } from "./stored-tree.ts";
import { tileHarm } from "./whole.ts";

const AT = "sweep-at";
/** Tiles of one go, about 10,000 records: requests get between. */
const AT_ONCE = 40;

/** Begins anew with the first tile. */
export const planSweep = (sql: SqlStorage): void => keep(sql, AT, "0");

/** The runtime takes no alarm at 0. */
const NOW = 1;

/** When it goes on (ms): at once, while there is something left. */
export const nextSweep = (sql: SqlStorage): number | undefined =>
  setting(sql, AT) === undefined ? undefined : NOW;

/** Checks the next tiles; what is wrong with them, in Chinese with the unit's name and the record's place. */
export async function sweep(sql: SqlStorage, unit: string, commit: GroupCommit): Promise<string | undefined> {
  const at = setting(sql, AT);
  if (at === undefined) return undefined;
  const tiles = Math.floor(sizeOf(sql) / TILE_WIDTH);
  const end = Math.min(Number(at) + AT_ONCE, tiles);
  for (let tile = Number(at); tile < end; tile += 1) {
    const why = harmIn(sql, tile);
    if (why !== undefined) return `单位 ${unit} 的${why},已停止追加,请从备份恢复`;
  }
  await commit.run((act) => {
    if (end < tiles) keep(act.sql, AT, String(end));
    else run(act.sql, "DELETE FROM settings WHERE key = ?", AT);
  });
  return undefined;
}

function harmIn(sql: SqlStorage, tile: number): string | undefined {
  try {
    return tileHarm(sql, tile);
  } catch (error) {
    return `台账不完整(${error instanceof Error ? error.message : "?"})`;
  }
}
