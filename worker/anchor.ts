// The second place of an object: what it was after its last write, kept in a file outside of its database.

/** What the second place knows of an object. */
export interface Anchored {
  /** Whose it is; for people who look at the file, and for the tools of the deployment. */
  readonly unit: string;
  /** How many writes there have been; only grows. */
  readonly turn: number;
  /** Public key of the object, hex: another database has another. */
  readonly key: string;
  /** Its signed checkpoint; the directory has none. */
  readonly checkpoint?: string;
}

/** A file that a power cut has left empty or broken off says nothing. */
function saidIn(text: string): Anchored | undefined {
  try {
    const said = JSON.parse(text) as Partial<Anchored> | null;
    return typeof said?.turn === "number" && typeof said.key === "string" ? (said as Anchored) : undefined;
  } catch {
    return undefined;
  }
}

/** Reads and writes what the second place knows of one object. */
export class Anchor {
  readonly #store: Fetcher;
  readonly #address: string;
  #latest = "";
  #writing: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(store: Fetcher, object: string) {
    this.#store = store;
    this.#address = `http://second/${object}`;
  }

  /** The text that is kept, and what it says; nothing for an object that was never kept, the text alone where it says nothing. */
  async last(): Promise<{ readonly text?: string; readonly anchored?: Anchored }> {
    const text = await this.#read("");
    if (text === undefined) return {};
    const anchored = saidIn(text);
    return anchored === undefined ? { text } : { text, anchored };
  }

  /**
   * Whether people have accepted that what the second place knows is lost. It holds for exactly the text that they saw, so
   * the next write, which keeps another, ends it.
   */
  async isAccepted(text: string | undefined): Promise<boolean> {
    return (await this.#read(".accepted")) === (text ?? "");
  }

  /**
   * Keeps the newest; resolves once what it was called with, or something newer, is kept. The runtime sends nothing out of an
   * object before its own disk has what was written, so the second place never knows more than the database.
   */
  keep(anchored: Anchored): Promise<void> {
    this.#latest = JSON.stringify(anchored);
    // While one is on its way all that come meanwhile go with the next.
    this.#next ??= this.#writing
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        this.#writing = this.#write(this.#latest);
        return this.#writing;
      });
    return this.#next;
  }

  async #read(suffix: string): Promise<string | undefined> {
    const reply = await this.#store.fetch(`${this.#address}${suffix}`);
    if (reply.ok) return await reply.text();
    await reply.body?.cancel();
    if (reply.status === 404) return undefined;
    throw new Error(`the second place cannot be read: ${reply.status}`);
  }

  async #write(body: string): Promise<void> {
    const reply = await this.#store.fetch(this.#address, { method: "PUT", body });
    await reply.body?.cancel();
    if (!reply.ok) throw new Error(`SQLITE_IOERR: the second place cannot be written: ${reply.status}`);
  }
}

/** The second place of an object, where the deployment has one. */
export const anchorOf = (store: Fetcher | undefined, ctx: DurableObjectState): Anchor | undefined =>
  store === undefined ? undefined : new Anchor(store, ctx.id.toString());
