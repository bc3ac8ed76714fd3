// Names the unit whose ledger is damaged: an object knows its id alone, people know the name.
import type { Refusal } from "../shared/facts/errors.ts";
import { directoryOf, type Env } from "./env.ts";

/** How an object calls itself: `单位 cg 的…`, `单位 cg:…`. */
const SELF = /单位 ([\p{L}\p{N}_-]{1,40})(?: (?=的)|(?=[:：]))/u;

/** A damaged ledger's refusal with the name of its unit beside the id; as it is where the directory cannot be asked. */
export async function namedRefusal(env: Env, refusal: Refusal): Promise<Refusal> {
  const id = refusal.code === "ledger-damaged" ? SELF.exec(refusal.message)?.[1] : undefined;
  if (id === undefined) return refusal;
  try {
    const [unit] = await directoryOf(env).subtree(id);
    if (unit === undefined) return refusal;
    return { ...refusal, message: refusal.message.replace(SELF, (said) => `${said}（${unit.name}）`) };
  } catch {
    return refusal;
  }
}
