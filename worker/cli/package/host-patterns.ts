// The addresses of a bureau's platforms as the match patterns that a manifest takes; what would open more than them is refused.
import { Stop } from "../stop.ts";

const HOST = /^(\*\.)?([a-z0-9-]+\.)*[a-z0-9-]+$/i;

const tooWide = (text: string): Stop =>
  new Stop(
    `地址“${text}”不能用：须逐个写明办案平台，例如 https://case.example.invalid 或者 https://*.example.invalid`,
  );

function patternOf(text: string): string {
  const [, scheme, host, port, path] =
    /^(https?):\/\/([^/:?#]+)(:\d{1,5})?(\/[^?#\s]*)?$/.exec(text) ?? ([] as string[]);
  if (scheme === undefined || host === undefined || !HOST.test(host)) throw tooWide(text);
  // `*.cn` would be every site of a country.
  if (host.startsWith("*.") && host.split(".").length < 3) throw tooWide(text);
  const place = (path ?? "/").replace(/\*+$/, "");
  if (place.includes("*")) throw tooWide(text);
  return `${scheme}://${host.toLowerCase()}${port ?? ""}${place}*`;
}

/** Match patterns for a list of addresses separated by commas, each once, in order; throws `Stop` naming the bad one. */
export function hostPatterns(list: string): readonly string[] {
  const texts = list
    .split(/[,，\s]+/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  if (texts.length === 0)
    throw new Stop("请用 --hosts 写明办案平台的地址，例如 https://case.example.invalid，多个用逗号分开");
  return [...new Set(texts.map(patternOf))];
}

/** The same for Firefox, whose patterns know no port: every port of the host. */
export const withoutPorts = (patterns: readonly string[]): readonly string[] => [
  ...new Set(patterns.map((one) => one.replace(/^(https?:\/\/[^/:]+):\d+/, "$1"))),
];
