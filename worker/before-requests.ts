// Says at once that there are no random bytes while the program is being loaded; the runtime takes twenty milliseconds to say so.

/** Thrown at libraries that only try, and catch it. An error's trace would have the whole program read a second time. */
const NONE_YET = { message: "there are no random bytes before the first request" };

Object.defineProperty(crypto, "getRandomValues", {
  configurable: true,
  value: (): never => {
    throw NONE_YET;
  },
});

/** Ends it, once all modules are loaded: from then on the runtime's own are given. */
export const loaded = (): boolean => Reflect.deleteProperty(crypto, "getRandomValues");
