// Match patterns of extensions: whether an address is one of those that a pattern such as https://case.example.invalid/* names.

const PATTERN = /^(https?):\/\/(\*|(?:\*\.)?[^/*:]+)(?::(\d+|\*))?(\/.*)?$/i;
const ADDRESS = /^(https?):\/\/([^/?#:@]+)(?::(\d+))?([^#]*)/i;
const USUAL: Readonly<Record<string, string>> = { http: "80", https: "443" };

const wild = (path: string, text: string): boolean => {
  const [first = "", ...rest] = path.split("*");
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const [i, part] of rest.entries()) {
    const found = i === rest.length - 1 ? text.length - part.length : text.indexOf(part, at);
    if (found < at || !text.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return rest.length > 0 || at === text.length;
};

/** Whether the address is of the pattern; a pattern without a path means every path, one without a port every port. */
export function matchesPattern(pattern: string, url: string): boolean {
  const [, scheme = "", host = "", port, path = "/*"] = PATTERN.exec(pattern) ?? [];
  const [, is = "", name = "", at, rest = ""] = ADDRESS.exec(url) ?? [];
  if (scheme === "" || is === "" || scheme.toLowerCase() !== is.toLowerCase()) return false;
  if (port !== undefined && port !== "*" && port !== (at ?? USUAL[is.toLowerCase()])) return false;
  const [wanted, given] = [host.toLowerCase(), name.toLowerCase()];
  const base = wanted.startsWith("*.") ? wanted.slice(2) : undefined;
  const named =
    wanted === "*" || given === (base ?? wanted) || (base !== undefined && given.endsWith(`.${base}`));
  return named && wild(path, rest === "" || rest.startsWith("?") ? `/${rest}` : rest);
}
