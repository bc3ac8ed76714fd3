// The command line of the reading tool: one address, and steps that are done in the order in which they are given.
import { Stop } from "../../worker/cli/stop.ts";

export const USAGE = "用法：npm run -s read -- URL [--wait CSS|毫秒] [--click CSS]…";

export type Step =
  | { readonly do: "pause"; readonly ms: number }
  | { readonly do: "wait"; readonly css: string }
  | { readonly do: "click"; readonly css: string };

export interface Arguments {
  readonly url: string;
  readonly steps: readonly Step[];
}

const LONGEST_PAUSE = 120_000;

function stepOf(name: string, value: string | undefined): Step {
  if (value === undefined || value === "") throw new Stop(`${name} 后面缺少内容。${USAGE}`);
  if (name === "--click") return { do: "click", css: value };
  if (!/^\d+(?:\.\d+)?$/.test(value)) return { do: "wait", css: value };
  const ms = Number(value);
  if (ms > LONGEST_PAUSE) throw new Stop(`--wait ${value} 太长：最多 ${LONGEST_PAUSE} 毫秒`);
  return { do: "pause", ms };
}

/** Reads the arguments; throws `Stop` on what it does not understand. */
export function readArguments(given: readonly string[]): Arguments {
  const steps: Step[] = [];
  let url: string | undefined;
  for (let at = 0; at < given.length; at++) {
    const word = given[at]!;
    const [name, inline] = word.startsWith("--") ? word.split(/=(.*)/s, 2) : [word];
    if (name === "--wait" || name === "--click") steps.push(stepOf(name, inline ?? given[++at]));
    else if (word.startsWith("-")) throw new Stop(`不认识 ${word}。${USAGE}`);
    else if (url !== undefined) throw new Stop(`只能读一个网址，多了 ${word}。${USAGE}`);
    else url = word;
  }
  if (url === undefined) throw new Stop(`要给出一个网址。${USAGE}`);
  return { url: checked(url), steps };
}

function checked(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch (cause) {
    throw new Stop(
      `网址 ${url} 不对：要写全，如 http://127.0.0.1:8790/new/ 或者 file:///home/x/page.html`,
      cause,
    );
  }
  if (!/^(?:https?|file):$/.test(parsed.protocol))
    throw new Stop(`网址 ${url} 读不了：只能是 http、https 或者 file`);
  return url;
}
