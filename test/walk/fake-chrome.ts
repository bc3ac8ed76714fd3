// A stand-in for the browser's storage areas, the platform edge of the background.

const area = (): Pick<chrome.storage.StorageArea, "get" | "set" | "remove"> => {
  const kept = new Map<string, unknown>();
  const get = async (keys?: string | readonly string[] | null): Promise<Record<string, unknown>> => {
    const wanted = keys === null || keys === undefined ? [...kept.keys()] : [keys].flat();
    return structuredClone(
      Object.fromEntries(wanted.filter((key) => kept.has(key)).map((key) => [key, kept.get(key)])),
    );
  };
  const set = async (items: Record<string, unknown>): Promise<void> => {
    for (const [key, value] of Object.entries(items)) kept.set(key, structuredClone(value));
  };
  const remove = async (keys: string | readonly string[]): Promise<void> => {
    for (const key of [keys].flat()) kept.delete(key);
  };
  return { get, set, remove } as unknown as Pick<chrome.storage.StorageArea, "get" | "set" | "remove">;
};

/** Puts empty storage areas in place, as in a browser that was just installed. */
export function fakeChrome(): void {
  Object.assign(globalThis, {
    chrome: { storage: { local: area(), session: area(), managed: area() } },
  });
}
