// Opens an object only when its database is the one that its second place knows; a lost or older one is named, never served.
import type { Anchor, Anchored } from "./anchor.ts";
import { logFault } from "./log.ts";
import { keep, row, setting } from "./sql.ts";

const TURN = "anchor-turn";
/** What stands before the text, by which it is known again beyond a call from object to object. */
const LOST = "ledger-damaged: ";

/** The object must not serve; the text says why, in Chinese with whose it is, and goes to whoever asks. */
export class Lost extends Error {
  constructor(whose: string, why: string, then = "已停止服务,请从备份恢复") {
    super(`${LOST}${whose}的${why},${then}`);
  }
}

/**
 * Calls an object whose database lies on the deployment's own disk. What the runtime itself cannot do with the file, before
 * the object is opened or after it has written, comes without a name from it: here it gets the object's.
 */
export function named<T extends object>(calls: T, whose: string): T {
  return new Proxy(calls, {
    get: (target, name) => {
      const called: unknown = Reflect.get(target, name);
      if (typeof called !== "function") return called;
      return async (...of: readonly unknown[]) => {
        try {
          return await (Reflect.apply(called, target, of) as Promise<unknown>);
        } catch (error) {
          if (!(error instanceof Error) || !error.message.startsWith("internal error")) throw error;
          throw new Lost(
            whose,
            "数据库打不开或者写不进去(文件损坏或者磁盘已满)",
            "没有保存;请管理员查看服务日志",
          );
        }
      };
    },
  });
}

/** Why an object was closed by itself: it is opened anew by the next request, and what was on its way may be sent again. */
export const REOPENED = "opened anew after a deletion";

/** The text for whoever asks, of an error that is a `Lost`, also one of another object; undefined for all others. */
export function lostText(error: Error): string | undefined {
  const at = error.message.indexOf(LOST);
  return at < 0 ? undefined : error.message.slice(at + LOST.length);
}

const hasSettings = (sql: SqlStorage): boolean =>
  row(sql, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'settings'") !== undefined;

/** How many writes the database knows of; 0 for one that was never written. */
export const turnOf = (sql: SqlStorage): number => (hasSettings(sql) ? Number(setting(sql, TURN) ?? "0") : 0);

/** Counts one more write; part of the write itself. */
export function nextTurn(sql: SqlStorage): number {
  const turn = turnOf(sql) + 1;
  keep(sql, TURN, String(turn));
  return turn;
}

/** What contradicts the second place, in Chinese; undefined when the database is the one that it knows, or newer. */
function behind(
  sql: SqlStorage,
  { text, anchored }: Awaited<ReturnType<Anchor["last"]>>,
  keyOf: () => string,
): string | undefined {
  const turn = turnOf(sql);
  if (text !== undefined && anchored === undefined)
    return `检查点在第二存放处读不出来(可能断电时没有写完;数据库现有 ${turn} 次写入)`;
  if (anchored === undefined) return turn === 0 ? undefined : "检查点在第二存放处不见了";
  if (turn === 0) return `数据库不见了(第二存放处记到第 ${anchored.turn} 次写入)`;
  if (anchored.key !== keyOf()) return "数据库不是原来那一个(密钥不同)";
  if (turn >= anchored.turn) return undefined;
  return `数据库比第二存放处的检查点旧(现有 ${turn} 次写入,第二存放处记到第 ${anchored.turn} 次)`;
}

/** Up to this size a database is read through before it is opened (bytes): a tenth of a second or two. */
const READ_THROUGH = 64_000_000;

/** Whether the file is what SQLite expects; writes to a damaged one would be acknowledged and not be found again. */
function isSound(sql: SqlStorage): boolean {
  if (sql.databaseSize > READ_THROUGH) return true;
  return row<{ quick_check: string }>(sql, "PRAGMA quick_check(1)")?.quick_check === "ok";
}

/** What an opened object is told of its second place. */
export interface Known {
  /** What it knew. */
  readonly anchored?: Anchored;
  /** What has been lost, where people have accepted that. */
  readonly loss?: string;
}

export interface Opening {
  /** `单位 root`, for the text. */
  readonly whose: string;
  /** Public key in a database that has been written. */
  readonly keyOf: () => string;
  /** Migrates and begins. */
  readonly open: (known: Known) => void;
}

/**
 * Opens at once where there is no second place. Else compares first, before the database is touched; all calls wait for it,
 * and fail with the same text while the two contradict each other.
 */
export function openCompared(ctx: DurableObjectState, anchor: Anchor | undefined, at: Opening): void {
  if (anchor === undefined) {
    at.open({});
    return;
  }
  void ctx.blockConcurrencyWhile(async () => {
    const last = await anchor.last();
    const { text, anchored } = last;
    try {
      const why = behind(ctx.storage.sql, last, at.keyOf);
      if (why !== undefined && !(await anchor.isAccepted(text))) throw new Lost(at.whose, why);
      if (why === undefined && !isSound(ctx.storage.sql)) throw new Lost(at.whose, "数据库文件损坏");
      at.open({ ...(anchored ? { anchored } : {}), ...(why ? { loss: why } : {}) });
    } catch (error) {
      const text = error instanceof Error ? error.message : "";
      const damaged = /\bSQLITE_(CORRUPT|NOTADB)|file is not a database|disk image is malformed/.test(text);
      const told = damaged ? new Lost(at.whose, "数据库文件损坏") : error;
      if (told instanceof Lost) logFault("not-served", { why: lostText(told) });
      throw told;
    }
  });
}
