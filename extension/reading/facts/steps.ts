// The steps of a CSS path as the page's script makes them, to tell which cells lie in the same element.

/** `body > div > p` → body, div, p. */
export const stepsOf = (css: string): readonly string[] => css.trim().split(/\s*>{1,3}\s*/);

/** Whether a path leads into the element at the end of `top`. */
export function isUnder(css: string, top: readonly string[]): boolean {
  const steps = stepsOf(css);
  return steps.length >= top.length && top.every((step, at) => steps[at] === step);
}
