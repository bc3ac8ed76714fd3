// Whether a CSS selector may stand in a site profile: one that every browser of ours can hold against a page.
import { parse, type Selector } from "css-what";

/** Longest selector (characters): the path to a cell deep in nested tables is long. */
const LONGEST = 600;

/** Between the path to a shadow host and the path within its root. */
const INTO_SHADOW = " >>> ";

const NAME = /^-?[A-Za-z_\u0080-\uffff][\w\u0080-\uffff-]*$/;

/** What Chromium 109 knows and what depends on the document alone, not on who looks at it. */
const PSEUDOS: ReadonlySet<string> = new Set(
  `checked disabled enabled empty first-child first-of-type last-child last-of-type only-child only-of-type nth-child
  nth-last-child nth-of-type nth-last-of-type not is where has required read-only root`.split(/\s+/),
);

const STEPS: ReadonlySet<string> = new Set(["child", "descendant", "adjacent", "sibling"]);

function partFault(part: Selector): string | undefined {
  if (part.type === "tag") return NAME.test(part.name) ? undefined : `“${part.name}”不是元素名`;
  if (part.type === "attribute") {
    if (!NAME.test(part.name)) return `“${part.name}”不是属性名`;
    const named = part.action === "element" || (part.name === "id" && part.action === "equals");
    return named && part.name !== "id" && !NAME.test(part.value) ? `“${part.value}”不是类名` : undefined;
  }
  if (part.type === "pseudo-element") return `不能用 ::${part.name}`;
  if (part.type !== "pseudo") return undefined;
  if (!PSEUDOS.has(part.name)) return `不认识 :${part.name}`;
  return Array.isArray(part.data)
    ? part.data.map(chainFault).find((fault) => fault !== undefined)
    : undefined;
}

function chainFault(chain: readonly Selector[]): string | undefined {
  const last = chain.at(-1);
  if (last === undefined) return "是空的";
  if (STEPS.has(last.type)) return "没有写完";
  return chain.map(partFault).find((fault) => fault !== undefined);
}

/** What is wrong with a selector, in Chinese; undefined when nothing is. ` >>> ` leads into an open shadow root. */
export function selectorFault(css: string): string | undefined {
  if (css.trim() === "") return "是空的";
  if (css.length > LONGEST) return `超过 ${LONGEST} 个字符`;
  for (const piece of css.split(INTO_SHADOW)) {
    let chains: readonly Selector[][];
    try {
      chains = parse(piece);
    } catch {
      return "写法不对";
    }
    if (chains.length === 0) return "是空的";
    for (const chain of chains) {
      const fault = chainFault(chain);
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}
