// Where cases stand on their platforms: the address at which each was read last, and the form that addresses of a platform have.
import { partsOfKey } from "../../shared/facts/case-key.ts";
import type { FrameReading } from "../protocol/messages.ts";

/** What stands for the case's number in a platform's form of address. */
const NUMBER = "{number}";
/** Cases whose own address is kept for this browser session. */
const MOST = 500;

interface Places {
  /** Address by case key, the latest last; gone when the browser closes. */
  readonly cases: Readonly<Record<string, string>>;
}
type Forms = Readonly<Record<string, string>>;

const CASES = "places";
const FORMS = "addressForms";

const kept = async <T>(area: chrome.storage.StorageArea, key: string, none: T): Promise<T> =>
  ((await area.get(key)) as Record<string, T>)[key] ?? none;

/**
 * The form of an address that names its case: `http://host/case/{number}`. What follows `?` goes, but for the number itself,
 * so that nothing else a person typed is kept; an address without the number gives the platform's front page.
 */
export function formOf(address: string, number: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
  const named = [...url.searchParams].filter(([, value]) => value === number);
  const query = named.map(([name]) => `${encodeURIComponent(name)}=${NUMBER}`).join("&");
  const put = (text: string): string =>
    text.split(number).join(NUMBER).split(encodeURIComponent(number)).join(NUMBER);
  const [path, hash] = [put(url.pathname), put(url.hash)];
  const form = `${url.origin}${path}${query === "" ? "" : `?${query}`}${hash}`;
  return number !== "" && form.includes(NUMBER) ? form : `${url.origin}/`;
}

/** The address of a case by its platform's form; undefined where the form does not name cases. */
export const addressBy = (form: string | undefined, number: string): string | undefined =>
  form?.includes(NUMBER) === true ? form.split(NUMBER).join(encodeURIComponent(number)) : undefined;

/** How exact a form is: one that names the case, else a front page. */
const better = (form: string, known: string | undefined): boolean =>
  known === undefined || form.includes(NUMBER) || !known.includes(NUMBER);

/** Remembers where a case was read; of a page in frames the address that names the case. */
export async function rememberPlace(
  { key, number }: { readonly key: string; readonly number: string },
  { url }: Pick<FrameReading, "url">,
): Promise<void> {
  const form = formOf(url, number);
  if (form === undefined) return;
  const { platform } = partsOfKey(key);
  const forms = await kept<Forms>(chrome.storage.local, FORMS, {});
  if (forms[platform] !== form && better(form, forms[platform]))
    await chrome.storage.local.set({ [FORMS]: { ...forms, [platform]: form } });
  const { cases } = await kept<Places>(chrome.storage.session, CASES, { cases: {} });
  const known = cases[key];
  if (known === url || (known?.includes(number) === true && !url.includes(number))) return;
  const { [key]: _, ...others } = cases;
  const latest = Object.entries(others).slice(1 - MOST);
  await chrome.storage.session.set({ [CASES]: { cases: Object.fromEntries([...latest, [key, url]]) } });
}

/** Where to open a case: its own address, one after the platform's form, or the platform's front page. */
export async function placeOf(
  key: string,
  number: string,
): Promise<{ readonly url: string; readonly exact: boolean } | undefined> {
  const { cases } = await kept<Places>(chrome.storage.session, CASES, { cases: {} });
  const own = cases[key];
  if (own !== undefined) return { url: own, exact: true };
  const form = (await kept<Forms>(chrome.storage.local, FORMS, {}))[partsOfKey(key).platform];
  const made = addressBy(form, number);
  if (made !== undefined) return { url: made, exact: true };
  return form === undefined ? undefined : { url: form, exact: false };
}
