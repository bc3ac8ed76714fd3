// The database of a unit's object, step by step; a step that has been released is never edited, new ones are added below.

export const UNIT_STEPS: readonly string[] = [
  `CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE entries (
     idx INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, case_key TEXT NOT NULL,
     by TEXT NOT NULL, by_name TEXT NOT NULL, device TEXT, seq INTEGER, sent TEXT,
     record TEXT NOT NULL, salt TEXT, outside TEXT, UNIQUE (device, seq)
   );
   CREATE INDEX entries_of_case ON entries (case_key, idx);
   CREATE TABLE nodes (
     level INTEGER NOT NULL, idx INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (level, idx)
   ) WITHOUT ROWID;
   CREATE TABLE cases (
     key TEXT PRIMARY KEY, by TEXT NOT NULL, by_name TEXT NOT NULL, updated_at INTEGER NOT NULL,
     next_change INTEGER
   ) WITHOUT ROWID;
   CREATE INDEX cases_by_change ON cases (next_change);
   CREATE TABLE facts (
     case_key TEXT NOT NULL, entity TEXT NOT NULL, id TEXT NOT NULL, field TEXT NOT NULL, state TEXT NOT NULL,
     value TEXT, at INTEGER NOT NULL, page TEXT NOT NULL, PRIMARY KEY (case_key, entity, id, field)
   ) WITHOUT ROWID;
   CREATE TABLE lists (
     case_key TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (case_key, entity)
   ) WITHOUT ROWID;
   CREATE TABLE findings (
     case_key TEXT NOT NULL, rule TEXT NOT NULL, element TEXT NOT NULL, verdict TEXT NOT NULL, colour TEXT NOT NULL,
     due INTEGER, since INTEGER, mended INTEGER, missing TEXT NOT NULL, key TEXT NOT NULL, pack INTEGER NOT NULL,
     judge TEXT NOT NULL, PRIMARY KEY (case_key, rule, element)
   ) WITHOUT ROWID;
   CREATE TABLE ticks (
     case_key TEXT NOT NULL, item TEXT NOT NULL, ticked INTEGER NOT NULL, evidence TEXT NOT NULL, by TEXT NOT NULL,
     by_name TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (case_key, item)
   ) WITHOUT ROWID;
   CREATE TABLE notes (
     id TEXT PRIMARY KEY, case_key TEXT NOT NULL, place INTEGER NOT NULL, state TEXT NOT NULL, json TEXT NOT NULL
   ) WITHOUT ROWID;
   CREATE INDEX notes_of_case ON notes (case_key, place);
   CREATE TABLE reminders (
     id TEXT PRIMARY KEY, case_key TEXT NOT NULL, rule TEXT NOT NULL, title TEXT NOT NULL, element TEXT NOT NULL,
     colour TEXT NOT NULL, facts TEXT NOT NULL, due INTEGER NOT NULL, at INTEGER NOT NULL, channel TEXT NOT NULL,
     UNIQUE (case_key, rule, element, colour, facts)
   ) WITHOUT ROWID;
   CREATE TABLE outbox (
     id TEXT PRIMARY KEY, kind TEXT NOT NULL, case_key TEXT NOT NULL, member TEXT NOT NULL, body TEXT NOT NULL,
     tries INTEGER NOT NULL DEFAULT 0, next_at INTEGER NOT NULL, state TEXT NOT NULL DEFAULT 'waiting', error TEXT,
     at INTEGER NOT NULL
   ) WITHOUT ROWID;
   CREATE INDEX outbox_by_time ON outbox (state, next_at);
   CREATE TABLE views (
     member TEXT NOT NULL, case_key TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (member, case_key)
   ) WITHOUT ROWID;`,
  `CREATE TABLE marks (
     rule TEXT NOT NULL, role TEXT NOT NULL, key TEXT NOT NULL, case_key TEXT NOT NULL, element TEXT NOT NULL,
     sort INTEGER NOT NULL, json TEXT NOT NULL, pack INTEGER NOT NULL, PRIMARY KEY (rule, role, key, case_key, element)
   ) WITHOUT ROWID;
   CREATE INDEX marks_of_case ON marks (case_key, rule);
   CREATE TABLE across (
     rule TEXT NOT NULL, key TEXT NOT NULL, case_key TEXT NOT NULL, element TEXT NOT NULL, json TEXT NOT NULL,
     PRIMARY KEY (rule, key, case_key, element)
   ) WITHOUT ROWID;
   CREATE INDEX across_of_case ON across (rule, case_key, element);
   ALTER TABLE findings ADD COLUMN against TEXT;`,
  `CREATE TABLE objections (
     id TEXT PRIMARY KEY, case_key TEXT NOT NULL, by TEXT NOT NULL, finding TEXT NOT NULL, kind TEXT NOT NULL,
     state TEXT NOT NULL, json TEXT NOT NULL
   ) WITHOUT ROWID;
   CREATE INDEX objections_by_state ON objections (state, by);`,
  `CREATE TABLE wrong (
     case_key TEXT NOT NULL, rule TEXT NOT NULL, element TEXT NOT NULL, colour TEXT NOT NULL, due INTEGER,
     at INTEGER NOT NULL, PRIMARY KEY (case_key, rule, element)
   ) WITHOUT ROWID;
   CREATE TABLE mended (
     place INTEGER PRIMARY KEY, case_key TEXT NOT NULL, handler TEXT NOT NULL, at INTEGER NOT NULL
   );
   CREATE INDEX mended_by_handler ON mended (handler, at);`,
  `CREATE TABLE tiles (
     height INTEGER NOT NULL, idx INTEGER NOT NULL, hashes BLOB NOT NULL, PRIMARY KEY (height, idx)
   );
   DROP TABLE nodes;
   CREATE TABLE words_2026_11 (idx INTEGER PRIMARY KEY, salt TEXT NOT NULL, outside TEXT NOT NULL);
   INSERT INTO words_2026_11 SELECT idx, salt, outside FROM entries WHERE salt IS NOT NULL AND outside IS NOT NULL;
   ALTER TABLE entries ADD COLUMN month TEXT;
   UPDATE entries SET month = '2026_11' WHERE salt IS NOT NULL;
   ALTER TABLE entries DROP COLUMN salt;
   ALTER TABLE entries DROP COLUMN outside;`,
  `CREATE TABLE items (
     id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, case_key TEXT NOT NULL, rule TEXT, element TEXT, title TEXT NOT NULL,
     clause TEXT, by_name TEXT NOT NULL, state TEXT NOT NULL, ring_at INTEGER, json TEXT NOT NULL
   ) WITHOUT ROWID;
   CREATE INDEX items_of_case ON items (case_key);
   CREATE INDEX items_by_ring ON items (ring_at);
   CREATE TABLE item_moves (
     item TEXT NOT NULL, n INTEGER NOT NULL, key TEXT NOT NULL, idx INTEGER NOT NULL, at INTEGER NOT NULL,
     by TEXT NOT NULL, by_name TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (item, n), UNIQUE (item, key)
   ) WITHOUT ROWID;
   CREATE TABLE item_people (id TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE item_watch (
     case_key TEXT NOT NULL, rule TEXT NOT NULL, element TEXT NOT NULL, open_at INTEGER NOT NULL,
     PRIMARY KEY (case_key, rule, element)
   ) WITHOUT ROWID;
   CREATE INDEX item_watch_by_time ON item_watch (open_at);`,
  `ALTER TABLE cases ADD COLUMN pack INTEGER NOT NULL DEFAULT 0;
   CREATE INDEX cases_by_pack ON cases (pack);
   ALTER TABLE reminders ADD COLUMN tier INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE reminders ADD COLUMN climb_at INTEGER;
   ALTER TABLE reminders ADD COLUMN signed TEXT;
   CREATE INDEX reminders_by_climb ON reminders (climb_at);
   CREATE TABLE told (
     reminder TEXT NOT NULL, member TEXT NOT NULL, channel TEXT NOT NULL, held TEXT, at INTEGER NOT NULL,
     PRIMARY KEY (reminder, member)
   );
   CREATE INDEX told_lately ON told (member, at);
   CREATE INDEX told_held ON told (held, at);
   CREATE TABLE officers (id TEXT PRIMARY KEY, name TEXT NOT NULL, officer_id TEXT) WITHOUT ROWID;
   CREATE TABLE covers (
     id TEXT PRIMARY KEY, member TEXT NOT NULL, member_name TEXT NOT NULL, cover TEXT NOT NULL, cover_name TEXT NOT NULL,
     since INTEGER NOT NULL, until INTEGER NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL, ended INTEGER
   ) WITHOUT ROWID;
   CREATE INDEX covers_of ON covers (member, until);
   CREATE TABLE devices (
     id TEXT PRIMARY KEY, member TEXT NOT NULL, pack INTEGER NOT NULL, skew INTEGER NOT NULL, at INTEGER NOT NULL
   ) WITHOUT ROWID;
   CREATE TABLE lateness (
     day INTEGER PRIMARY KEY, rings INTEGER NOT NULL, worst INTEGER NOT NULL, total INTEGER NOT NULL
   );`,
  `CREATE TABLE witnessed (
     unit TEXT PRIMARY KEY, key TEXT NOT NULL, size INTEGER NOT NULL, checkpoint TEXT NOT NULL, at INTEGER NOT NULL,
     refused TEXT, evidence TEXT
   ) WITHOUT ROWID;`,
  `CREATE TABLE holes (
     device TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, at INTEGER NOT NULL, lost INTEGER NOT NULL,
     PRIMARY KEY (device, first)
   ) WITHOUT ROWID;`,
  `CREATE TABLE intake_events (
     source TEXT NOT NULL, event TEXT NOT NULL, digest TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (source, event)
   ) WITHOUT ROWID;
   CREATE INDEX intake_events_by_time ON intake_events (at);
   CREATE TABLE intake_batches (
     idx INTEGER PRIMARY KEY, source TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, way TEXT NOT NULL,
     at INTEGER NOT NULL, events INTEGER NOT NULL, known INTEGER NOT NULL, dropped INTEGER NOT NULL
   );`,
  `CREATE TABLE rollup_dirty (n INTEGER PRIMARY KEY, place TEXT NOT NULL UNIQUE, at INTEGER NOT NULL);
   CREATE TABLE rollup_parts (place TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE rollup_counts (
     child TEXT NOT NULL, day INTEGER NOT NULL, revision INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (child, day)
   ) WITHOUT ROWID;
   CREATE INDEX rollup_counts_of_day ON rollup_counts (day);
   CREATE TABLE rollup_days (day INTEGER PRIMARY KEY, revision INTEGER NOT NULL, sent INTEGER NOT NULL);
   CREATE INDEX rollup_unsent ON rollup_days (day) WHERE revision > sent;
   CREATE TABLE rollup_children (
     child TEXT PRIMARY KEY, name TEXT, key TEXT, code TEXT, code_until INTEGER, n INTEGER NOT NULL DEFAULT 0,
     gone INTEGER NOT NULL DEFAULT 0, at INTEGER, below TEXT
   ) WITHOUT ROWID;
   INSERT INTO rollup_dirty (place, at) SELECT 'case ' || key, 0 FROM cases;
   INSERT INTO rollup_dirty (place, at) SELECT 'item ' || id, 0 FROM items;
   INSERT INTO rollup_dirty (place, at) SELECT 'holes', 0 WHERE EXISTS (SELECT 1 FROM holes);`,
  // Rows of before stay good; the alarm gathers them case by case, beginning with the first key.
  `CREATE TABLE unknowns (
     case_key TEXT PRIMARY KEY, pack INTEGER NOT NULL, count INTEGER NOT NULL, json TEXT NOT NULL
   );
   CREATE INDEX findings_across ON findings (rule, verdict, case_key) WHERE judge = 'across';
   CREATE INDEX findings_named ON findings (rule, json_extract(against, '$[0].caseKey'))
     WHERE judge = 'across' AND against IS NOT NULL;
   CREATE INDEX marks_loose ON marks (rule, sort) WHERE role = 'partner' AND key = '?';
   CREATE INDEX marks_stays ON marks (rule) WHERE role = 'act' AND key = '' AND instr(json, '"line":-1') > 0;
   CREATE INDEX cases_by_handler ON cases (by);
   INSERT INTO settings (key, value) SELECT 'unknowns-gathered', '' WHERE EXISTS (SELECT 1 FROM findings);`,
  `ALTER TABLE items ADD COLUMN named INTEGER NOT NULL DEFAULT 1;`,
];
