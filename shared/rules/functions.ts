// The pure functions that conditions may call, each declared once for judging, for the type check and for its oracle.

export interface Declared {
  /** CEL signatures to register; none where CEL has the function itself. */
  readonly signatures: readonly string[];
  /** May be asked of a blank value (null); the others cannot tell then. */
  readonly blank?: true;
  /** Gets known values and answers undefined where it cannot tell. */
  readonly of: (...values: readonly unknown[]) => unknown;
}

const texts = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? (value as readonly string[]) : undefined;

/** Words that mark a named person as no police officer: 辅警 are no 侦查人员 (刑诉法 118; 辅警 may only assist). */
const NOT_POLICE = /辅警|协警|协勤|文职|联防|保安/;

const HOUR = 3_600_000;

export const FUNCTIONS: Readonly<Record<string, Declared>> = {
  /** Looked and nothing there. */
  blank: {
    signatures: ["blank(dyn): bool"],
    blank: true,
    of: (value) => value === null || value === "" || (Array.isArray(value) && value.length === 0),
  },
  /** Length of a list of names (or of a text, in characters). */
  size: {
    signatures: [],
    of: (value) => (typeof value === "string" ? [...value].length : texts(value)?.length),
  },
  /** How many of the persons named are police officers. */
  police: {
    signatures: ["police(list<string>): int"],
    of: (value) => texts(value)?.filter((name) => !NOT_POLICE.test(name)).length,
  },
  /** Hours from the first instant to the second, negative the other way round; it cannot tell where only a day was read. */
  hoursBetween: {
    signatures: ["hoursBetween(google.protobuf.Timestamp, google.protobuf.Timestamp): double"],
    of: (a, b) => (typeof a === "number" && typeof b === "number" ? (b - a) / HOUR : undefined),
  },
  contains: {
    signatures: [],
    of: (text, part) => String(text).includes(String(part)),
  },
  startsWith: {
    signatures: [],
    of: (text, part) => String(text).startsWith(String(part)),
  },
  endsWith: {
    signatures: [],
    of: (text, part) => String(text).endsWith(String(part)),
  },
};

/** Those written after a dot (`cause.contains("诈骗")`). */
export const METHODS: ReadonlySet<string> = new Set(["contains", "startsWith", "endsWith", "size"]);
