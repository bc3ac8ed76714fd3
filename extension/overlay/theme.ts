// Light or dark, by the luminance of what the host shows behind us; sampled once per page.

/** `rgb(…)`/`rgba(…)` as relative luminance 0–1; undefined when it is (nearly) transparent or no colour. */
export function luminanceOf(colour: string): number | undefined {
  const parts = colour.match(/[\d.]+/g)?.map(Number);
  if (!colour.startsWith("rgb") || parts === undefined || parts.length < 3 || (parts[3] ?? 1) < 0.5)
    return undefined;
  // Close enough to tell light from dark.
  const [r, g, b] = parts.map((channel) => (channel / 255) ** 2.2);
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** The theme for this page: the first opaque background at three points, from the inside out; white when none. */
export function sampleTheme(): "light" | "dark" {
  const points = [0.3, 0.5, 0.7].map((y) => [innerWidth * 0.6, innerHeight * y] as const);
  const found = points.map(([x, y]) => {
    let element: Element | null = document.elementFromPoint?.(x, y) ?? document.body;
    for (; element !== null; element = element.parentElement) {
      const luminance = luminanceOf(getComputedStyle(element).backgroundColor);
      if (luminance !== undefined) return luminance;
    }
    return 1;
  });
  return found.sort((a, b) => a - b)[1]! < 0.2 ? "dark" : "light";
}
