// The directory's database, step by step; a step that has been released is never edited, new ones are added below.

export const DIRECTORY_STEPS: readonly string[] = [
  `CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE units (
     id TEXT PRIMARY KEY, name TEXT NOT NULL, parent TEXT REFERENCES units (id), level TEXT NOT NULL,
     announced INTEGER NOT NULL DEFAULT 0
   ) WITHOUT ROWID;
   CREATE TABLE members (
     id TEXT PRIMARY KEY, account TEXT NOT NULL UNIQUE, name TEXT NOT NULL, officer_id TEXT, phone TEXT,
     unit TEXT NOT NULL REFERENCES units (id), roles TEXT NOT NULL, password TEXT NOT NULL, made_at INTEGER NOT NULL
   ) WITHOUT ROWID;
   CREATE TABLE attempts (
     account TEXT PRIMARY KEY, wrong INTEGER NOT NULL, until INTEGER NOT NULL, at INTEGER NOT NULL
   ) WITHOUT ROWID;
   CREATE TABLE sessions (
     id TEXT PRIMARY KEY, member TEXT NOT NULL REFERENCES members (id), device TEXT NOT NULL,
     refresh TEXT NOT NULL, made_at INTEGER NOT NULL, ends_at INTEGER NOT NULL, ended TEXT
   ) WITHOUT ROWID;
   CREATE TABLE devices (
     id TEXT NOT NULL, member TEXT NOT NULL REFERENCES members (id), seen_at INTEGER NOT NULL,
     PRIMARY KEY (id, member)
   ) WITHOUT ROWID;
   CREATE TABLE tickets (
     hash TEXT PRIMARY KEY, member TEXT NOT NULL, ends_at INTEGER NOT NULL
   ) WITHOUT ROWID;
   CREATE TABLE homes (
     case_key TEXT NOT NULL, unit TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (case_key, unit)
   ) WITHOUT ROWID;
   CREATE TABLE packs (
     revision INTEGER PRIMARY KEY, label TEXT NOT NULL, body TEXT NOT NULL, key TEXT NOT NULL,
     signature TEXT NOT NULL, hash TEXT NOT NULL, by TEXT NOT NULL, say TEXT NOT NULL, at INTEGER NOT NULL
   );
   CREATE TABLE sources (
     kind TEXT NOT NULL, id TEXT NOT NULL, place INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, id)
   ) WITHOUT ROWID;
   CREATE TABLE drafts (
     id TEXT PRIMARY KEY, base INTEGER NOT NULL, by TEXT NOT NULL, by_name TEXT NOT NULL, say TEXT NOT NULL,
     rules TEXT NOT NULL, checklists TEXT NOT NULL, needed INTEGER NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL
   ) WITHOUT ROWID;
   CREATE TABLE approvals (
     draft TEXT NOT NULL REFERENCES drafts (id), member TEXT NOT NULL, at INTEGER NOT NULL,
     PRIMARY KEY (draft, member)
   ) WITHOUT ROWID;`,
  `CREATE TABLE statutes (
     n INTEGER PRIMARY KEY, hash TEXT NOT NULL, statute TEXT NOT NULL, edition TEXT NOT NULL, begins TEXT,
     part INTEGER NOT NULL, articles INTEGER NOT NULL, json TEXT NOT NULL, by TEXT NOT NULL, by_name TEXT NOT NULL,
     at INTEGER NOT NULL, ended INTEGER, ended_by TEXT
   );
   CREATE UNIQUE INDEX statutes_in_force ON statutes (statute, edition) WHERE ended IS NULL;
   CREATE INDEX statutes_by_hash ON statutes (hash);`,
  `CREATE TABLE layers (
     unit TEXT NOT NULL REFERENCES units (id), revision INTEGER NOT NULL, json TEXT NOT NULL, by TEXT NOT NULL,
     say TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (unit, revision)
   );
   CREATE TABLE effective (
     chain TEXT PRIMARY KEY, revision INTEGER NOT NULL, label TEXT NOT NULL, body TEXT NOT NULL, key TEXT NOT NULL,
     signature TEXT NOT NULL, hash TEXT NOT NULL, by TEXT NOT NULL
   );
   ALTER TABLE drafts ADD COLUMN unit TEXT NOT NULL DEFAULT 'root';
   ALTER TABLE drafts ADD COLUMN layer TEXT NOT NULL DEFAULT '{"rules":[],"changes":[],"statutes":[]}';`,
  `ALTER TABLE drafts ADD COLUMN profiles TEXT NOT NULL DEFAULT '[]';
   CREATE TABLE page_hits (
     profile TEXT NOT NULL, page TEXT NOT NULL, field TEXT NOT NULL, day TEXT NOT NULL, seen INTEGER NOT NULL,
     hit INTEGER NOT NULL, PRIMARY KEY (profile, page, field, day)
   ) WITHOUT ROWID;
   CREATE TABLE drift (
     profile TEXT NOT NULL, page TEXT NOT NULL, field TEXT NOT NULL, device TEXT NOT NULL, since INTEGER NOT NULL,
     at INTEGER NOT NULL, PRIMARY KEY (profile, page, field, device)
   ) WITHOUT ROWID;`,
  `ALTER TABLE units ADD COLUMN closed_at INTEGER;
   ALTER TABLE members ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE members ADD COLUMN disabled_at INTEGER;
   ALTER TABLE sessions ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE sessions ADD COLUMN label TEXT NOT NULL DEFAULT '';
   ALTER TABLE sessions ADD COLUMN way TEXT NOT NULL DEFAULT 'password';
   ALTER TABLE sessions ADD COLUMN unit TEXT;
   CREATE INDEX sessions_of_member ON sessions (member);
   CREATE TABLE posts (
     member TEXT NOT NULL REFERENCES members (id), unit TEXT NOT NULL REFERENCES units (id), roles TEXT NOT NULL,
     PRIMARY KEY (member, unit)
   ) WITHOUT ROWID;
   CREATE TABLE former_units (
     member TEXT NOT NULL REFERENCES members (id), unit TEXT NOT NULL REFERENCES units (id), at INTEGER NOT NULL,
     PRIMARY KEY (member, unit)
   ) WITHOUT ROWID;
   CREATE TABLE sign_ons (
     id TEXT PRIMARY KEY, challenge TEXT NOT NULL, label TEXT NOT NULL, verifier TEXT NOT NULL,
     nonce TEXT NOT NULL, ends_at INTEGER NOT NULL, member TEXT, refused TEXT, spent INTEGER NOT NULL DEFAULT 0
   ) WITHOUT ROWID;`,
  `CREATE TABLE releases (
     n INTEGER PRIMARY KEY, id TEXT NOT NULL, version TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
     by TEXT NOT NULL, by_name TEXT NOT NULL, at INTEGER NOT NULL
   );
   CREATE TABLE release_parts (part INTEGER PRIMARY KEY, bytes BLOB NOT NULL);`,
  `ALTER TABLE sign_ons ADD COLUMN code TEXT;
   ALTER TABLE sign_ons ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE tickets ADD COLUMN unit TEXT;`,
  `CREATE TABLE intake_sources (
     id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL REFERENCES units (id),
     platform TEXT NOT NULL, whole INTEGER, generation INTEGER NOT NULL, grace_until INTEGER, made_at INTEGER NOT NULL,
     by_name TEXT NOT NULL, ended_at INTEGER
   ) WITHOUT ROWID;
   CREATE INDEX homes_by_number ON homes (substr(case_key, instr(case_key, ':') + 1));`,
  `ALTER TABLE sessions ADD COLUMN former TEXT;
   ALTER TABLE sessions ADD COLUMN former_until INTEGER;`,
];
