// Reading drift of the whole deployment: hit rates by page kind and field, and which fields have fallen since when.
import type { Body, Reply } from "../../shared/api/contract.ts";
import { accepted, type Result } from "../../shared/facts/errors.ts";
import { fallen } from "../../shared/rules/drift.ts";
import type { SiteProfile } from "../../shared/rules/site-profile.ts";
import { iso, rows, run } from "../sql.ts";
import { contentOf, currentPack } from "./packs.ts";

const DAY = 86_400_000;
/** So long hit rates are kept, and a browser's word holds that was not said again (ms). */
const KEPT = 30 * DAY;

const dayOf = (now: number): string => iso(now + 8 * 3_600_000).slice(0, 10);

/** Whether the pack's profiles speak of that field on that page: nothing else is kept, so nothing of a case can be. */
function isShown(profiles: readonly SiteProfile[], profile: string, page: string, field: string): boolean {
  const kind = profiles.find(({ id }) => id === profile)?.pages.find(({ id }) => id === page);
  return kind?.shows?.includes(field) === true;
}

/** Takes in what a browser has counted; answers how many fields were kept. Fields that no profile shows are left out. */
export function reportHits(
  sql: SqlStorage,
  { device, fields }: Body<"reportHits">,
  now: number,
): Result<Reply<"reportHits">> {
  const { profiles } = contentOf(currentPack(sql));
  const day = dayOf(now);
  let kept = 0;
  for (const { profile, page, field, seen, hit, since } of fields) {
    if (hit > seen || !isShown(profiles, profile, page, field)) continue;
    kept += 1;
    run(
      sql,
      `INSERT INTO page_hits (profile, page, field, day, seen, hit) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (profile, page, field, day) DO UPDATE SET seen = seen + excluded.seen, hit = hit + excluded.hit`,
      profile,
      page,
      field,
      day,
      seen,
      hit,
    );
    if (since === undefined)
      run(
        sql,
        "DELETE FROM drift WHERE profile = ? AND page = ? AND field = ? AND device = ?",
        profile,
        page,
        field,
        device,
      );
    else
      run(
        sql,
        `INSERT INTO drift (profile, page, field, device, since, at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (profile, page, field, device) DO UPDATE SET since = excluded.since, at = excluded.at`,
        profile,
        page,
        field,
        device,
        Math.min(since, now),
        now,
      );
  }
  run(sql, "DELETE FROM page_hits WHERE day < ?", dayOf(now - KEPT));
  run(sql, "DELETE FROM drift WHERE at < ?", now - KEPT);
  return accepted({ kept });
}

interface Place {
  readonly profile: string;
  readonly page: string;
  readonly field: string;
}

/** The fields that have fallen: by the word of a browser, or by all browsers' views of today against those before. */
export function driftOf(sql: SqlStorage, now: number): Reply<"drift"> {
  const { profiles } = contentOf(currentPack(sql));
  const today = dayOf(now);
  const told = rows<Place & { since: number; devices: number }>(
    sql,
    "SELECT profile, page, field, min(since) AS since, count(*) AS devices FROM drift GROUP BY profile, page, field",
  );
  const counted = rows<Place & { seen: number; hit: number; seen_today: number; hit_today: number }>(
    sql,
    `SELECT profile, page, field, sum(seen) AS seen, sum(hit) AS hit, sum(iif(day = ?1, seen, 0)) AS seen_today,
       sum(iif(day = ?1, hit, 0)) AS hit_today FROM page_hits GROUP BY profile, page, field`,
    today,
  );
  const items = counted.flatMap(({ seen_today, hit_today, ...one }) => {
    const said = told.find((t) => t.profile === one.profile && t.page === one.page && t.field === one.field);
    const before = { seen: one.seen - seen_today, hit: one.hit - hit_today };
    const fell = fallen(before, { seen: seen_today, hit: hit_today });
    if (said === undefined && !fell) return [];
    const since = said?.since ?? Date.parse(`${today}T00:00:00+08:00`);
    return isShown(profiles, one.profile, one.page, one.field)
      ? [{ ...one, since, devices: said?.devices ?? 0 }]
      : [];
  });
  return { items: items.sort((a, b) => a.since - b.since) };
}
