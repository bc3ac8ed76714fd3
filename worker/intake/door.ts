// The door before signed messages: whoever keeps failing to sign is turned away before anything of the message is read.
import type { Refusal } from "../../shared/facts/errors.ts";
import { SIGNATURE_WINDOW } from "../../shared/intake/sign.ts";
import { MINUTE } from "../../shared/time/civil.ts";
import { logFault } from "../log.ts";

/** How many may be looked at in a burst without being found signed, and how long one of them takes to be forgiven (ms). */
interface Patience {
  readonly burst: number;
  readonly each: number;
}
const OF_ONE: Patience = { burst: 60, each: 3_000 };
const OF_ALL: Patience = { burst: 120, each: 200 };
/** How long a connection that has signed well is not held up by what others do (ms). */
const KNOWN = 10 * MINUTE;
/** Connections that are counted apart; invented names beyond them count together. */
const MOST = 1_000;

/** When all are forgiven (ms); more than a burst from now it can only be since a clock was set back, which is forgiven at once. */
const within = (until: number, { burst, each }: Patience, now: number): number =>
  until > now + burst * each ? 0 : until;
/** After how many seconds the next one is looked at; undefined: at once. */
function waitOf(until: number, { burst, each }: Patience, now: number): number | undefined {
  const over = until + each - now - burst * each;
  return over > 0 ? Math.ceil(over / 1_000) : undefined;
}

/** Counts who is looked at, by connection and altogether; lost with the process, which costs a burst at most. */
export class Door {
  readonly #looked = new Map<string, number>();
  readonly #known = new Map<string, number>();
  #all = 0;
  #told = 0;

  /**
   * Lets a message of this connection in to be looked at, or tells after how many seconds it may come again. It counts as
   * unsigned until `passed` takes that back, so that many at once get no further than one after the other. A flood under
   * invented names does not hold up a connection that has signed well of late; one under its own name does, a message
   * every few seconds getting through, and what was not taken is sent again.
   */
  enter(source: string, now: number): number | undefined {
    const known = (this.#known.get(source) ?? 0) > now;
    const own = within(this.#looked.get(source) ?? 0, OF_ONE, now);
    if (own > 0) this.#looked.set(source, own);
    this.#all = within(this.#all, OF_ALL, now);
    const wait = waitOf(own, OF_ONE, now) ?? (known ? undefined : waitOf(this.#all, OF_ALL, now));
    if (wait !== undefined) {
      this.#tell(source, wait, now);
      return wait;
    }
    this.#all = Math.max(this.#all, now) + OF_ALL.each;
    if (this.#looked.size >= MOST)
      for (const [one, until] of this.#looked) if (until <= now) this.#looked.delete(one);
    if (own > 0 || this.#looked.size < MOST) this.#looked.set(source, Math.max(own, now) + OF_ONE.each);
    return undefined;
  }

  /** The message was signed; only connections that exist get here. */
  passed(source: string, now: number): void {
    this.#known.set(source, now + KNOWN);
    this.#all -= OF_ALL.each;
    this.#looked.set(source, (this.#looked.get(source) ?? 0) - OF_ONE.each);
  }

  #tell(source: string, wait: number, now: number): void {
    if (Math.abs(now - this.#told) < MINUTE) return;
    this.#told = now;
    logFault("unsigned-turned-away", { source: source.slice(0, 20), wait });
  }
}

/** The door of this process. */
export const door = new Door();

/** The same for a connection that does not exist: nobody can find out which there are. */
export const UNSIGNED: Refusal = {
  code: "unsigned-request",
  message: "签名不符,或者没有这个接入、已经停用:请核对接入编号、密钥和签名算法",
};

/** Why a message is not even read: its signature cannot be one, its time is off, or too many before it were unsigned. */
export function atDoor(
  source: string,
  { timestamp, signature }: { readonly timestamp: string; readonly signature: string },
  now: number,
): Refusal | undefined {
  if (!/^[0-9a-f]{64}$/i.test(signature)) return UNSIGNED;
  if (!/^\d{13}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > SIGNATURE_WINDOW)
    return {
      code: "stale-request",
      message: `时间戳应当是毫秒数,与服务器时间相差不超过 ${SIGNATURE_WINDOW / MINUTE} 分钟;服务器时间 ${now}`,
    };
  const again = door.enter(source, now);
  return again === undefined
    ? undefined
    : { code: "too-many", message: `签名不符的请求太多,请 ${again} 秒后再发`, again };
}
