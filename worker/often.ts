// Answers that many callers get alike: each is written out and compressed once, not once for every caller.

/** A long answer's JSON, and the same compressed. */
export interface Written {
  readonly text: string;
  readonly packed: ArrayBuffer;
}
const written = new WeakMap<object, Written>();

/** How an answer that was kept has been written; undefined for all others. */
export const writtenOf = (value: unknown): Written | undefined =>
  typeof value === "object" && value !== null ? written.get(value) : undefined;

async function write(value: object): Promise<void> {
  const text = JSON.stringify(value);
  const packing = new Response(text).body?.pipeThrough(new CompressionStream("gzip"));
  written.set(value, { text, packed: await new Response(packing).arrayBuffer() });
}

/** Answers kept: the packs of a deployment with as many layers; others drop the one that was made first. */
const MOST = 16;
/** How long one caller waits for what another has begun (ms): the other may have gone away. */
const PATIENCE = 500;
const waited = (): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE));

/** Answers by what names them for ever; lost with the process. */
export class Often<T extends object> {
  readonly #kept = new Map<string, T>();
  readonly #begun = new Map<string, Promise<T | undefined>>();

  /** The answer of that name, made by `make` where it is not kept; undefined, and asked again, where `make` has none. */
  async get(name: string, make: () => Promise<T | undefined>): Promise<T | undefined> {
    const kept = this.#kept.get(name);
    if (kept !== undefined) return kept;
    const begun = this.#begun.get(name);
    return (begun && (await Promise.race([begun, waited()]))) ?? this.#make(name, make);
  }

  #make(name: string, make: () => Promise<T | undefined>): Promise<T | undefined> {
    const making = make().then(async (made) => {
      if (made === undefined) return undefined;
      await write(made);
      for (const [oldest] of this.#kept) if (this.#kept.size >= MOST) this.#kept.delete(oldest);
      this.#kept.set(name, made);
      return made;
    });
    const done = making.finally(() => this.#begun.delete(name));
    this.#begun.set(
      name,
      done.catch(() => undefined),
    );
    return done;
  }
}
