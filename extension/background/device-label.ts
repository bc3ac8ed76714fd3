// How this browser is called in the list of devices, so that its owner knows it again.

interface Brands {
  readonly brands?: readonly { readonly brand: string; readonly version: string }[];
  readonly platform?: string;
}

/** `Chromium 109 Windows`. */
export function deviceLabel(): string {
  const { brands = [], platform = "" } =
    (navigator as unknown as { userAgentData?: Brands }).userAgentData ?? {};
  const known = brands.find(({ brand }) => !/not.?a.?brand/i.test(brand));
  const name =
    known === undefined
      ? (/(Firefox|Edg|Chrome)\/(\d+)/.exec(navigator.userAgent)?.slice(1, 3).join(" ") ?? "")
      : `${known.brand} ${known.version}`;
  return [name, platform]
    .filter((part) => part !== "")
    .join(" ")
    .slice(0, 120);
}
