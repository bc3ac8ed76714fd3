// A selector for a region that a person points at, and for all regions like it beside it.
import { cssPath } from "../reading/css-path.ts";

/** Class words that come and go, or are made anew by each build. */
const PASSING =
  /^(?:is-|has-|active|current|selected|hover|focus|open|show|hide|hidden|disabled|el-id|v-|ng-|css-)|\d{3}|[A-Z].*\d|__?[A-Za-z0-9]{5,}$/;

const lasting = (element: Element): readonly string[] =>
  [...element.classList].filter((word) => /^[A-Za-z][\w-]*$/.test(word) && !PASSING.test(word));

const MOST = 60;

const count = (element: Element, css: string): number => {
  try {
    return element.ownerDocument.querySelectorAll(css).length;
  } catch {
    return 0;
  }
};

/** A selector that names this region and those that repeat it: same tag and classes under the same kind of parent. */
export function regionCss(element: Element): { readonly css: string; readonly count: number } {
  const words = lasting(element);
  const parent = element.parentElement;
  const over = parent === null ? [] : lasting(parent);
  const candidates = [
    ...words.map((word) => `${element.localName}.${word}`),
    ...(words.length > 1 ? [`${element.localName}.${words.join(".")}`] : []),
    ...over.map((word) => `.${word} > ${element.localName}`),
  ];
  const counted = candidates
    .map((css) => ({ css, count: count(element, css) }))
    .filter(({ css, count }) => count > 0 && count <= MOST && element.matches(css));
  // The plainest that names just its like beside it; a word that others bear as well names too much.
  const like = (css: string): number =>
    [...(parent?.children ?? [])].filter((one) => one.localName === element.localName && one.matches(css))
      .length;
  const exact = counted.find(({ css, count }) => count === like(css));
  return exact ?? { css: cssPath(element), count: 1 };
}

/** A selector that names this region alone. */
export function onlyCss(element: Element): string {
  const words = lasting(element).map((word) => `${element.localName}.${word}`);
  return words.find((css) => count(element, css) === 1) ?? cssPath(element);
}

const PRESSED =
  "button,input[type=submit],input[type=button],input[type=image],[role=button],a.l-btn,a.btn,a.layui-btn";

/** The button that an element is or lies in. */
export const buttonAt = (element: Element): Element | undefined => element.closest(PRESSED) ?? undefined;

/** The words on a button. */
export const wordsOn = (button: Element): string =>
  ((button as HTMLInputElement).value || button.textContent || "").replace(/\s+/g, "").slice(0, 20);

const HEADINGS =
  "h1,h2,h3,h4,caption,legend,[role=heading],.title,.page-title,.el-page-header__content,.ant-page-header-heading-title";

/** The heading that an element is or lies in. */
export const headingAt = (element: Element): Element | undefined => element.closest(HEADINGS) ?? undefined;
