// Reads the captured pages of a draft again in a closed frame of our own and tells which still hold.
import { useEffect, useState } from "preact/hooks";
import type { SiteProfile } from "../../../shared/rules/site-profile.ts";
import { type Held, heldBy, readCaptured } from "../../picker/capture/read-captured.ts";
import type { CapturedPage } from "../../protocol/picking.ts";

export type Held1 = Held | "failed";

/** The page in a frame that runs nothing and fetches nothing. */
async function framed(html: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-same-origin");
  frame.style.cssText = "position:fixed;left:-9999px;top:0;width:1280px;height:800px;visibility:hidden";
  const loaded = new Promise<void>((done) => frame.addEventListener("load", () => done(), { once: true }));
  frame.srcdoc = `<!doctype html><html lang="zh-CN"><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"></head><body>${html}</body></html>`;
  document.body.append(frame);
  await loaded;
  return frame;
}

/** What holds of one captured page today. */
export async function tryPage(test: CapturedPage, profile: SiteProfile): Promise<Held> {
  const frame = await framed(test.html);
  // A frame that is not seen would have nothing seen in it.
  frame.style.visibility = "visible";
  try {
    return heldBy(test, readCaptured(frame.contentDocument!, profile, test.page));
  } finally {
    frame.remove();
  }
}

/** The results by the test's id; none yet for one that is being read. */
export function useTests(
  tests: readonly CapturedPage[],
  profile: SiteProfile | undefined,
): ReadonlyMap<string, Held1> {
  const [results, setResults] = useState<ReadonlyMap<string, Held1>>(new Map());
  const key = profile === undefined ? "" : JSON.stringify([profile, tests.map(({ id }) => id)]);
  useEffect(() => {
    let over = false;
    setResults(new Map());
    void (async () => {
      for (const test of tests) {
        if (over || profile === undefined) return;
        const held = await tryPage(test, profile).catch((): Held1 => "failed");
        if (!over) setResults((old) => new Map(old).set(test.id, held));
      }
    })();
    return () => {
      over = true;
    };
  }, [key]);
  return results;
}
