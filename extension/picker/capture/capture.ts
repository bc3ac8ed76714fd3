// Writes a document down as markup without anything personal, so that it can be read again as a test of a profile.
import { OWN_ELEMENT } from "../../look/own-element.ts";
import { headingAt } from "../regions.ts";
import type { Inventor } from "./invent.ts";
import { shadowMarkup } from "./shadow.ts";

/** Elements that are not read, or that lead elsewhere. */
const LEFT_OUT = new Set(
  `script style link meta noscript svg canvas img picture video audio object embed iframe frame template base map
  ${OWN_ELEMENT}`.split(/\s+/),
);
const VOID = new Set(["input", "br", "hr", "col", "wbr"]);

/** Attributes that say how a thing stands, not what stands in it. */
const PLAIN =
  /^(?:type|role|colspan|rowspan|disabled|readonly|hidden|multiple|contenteditable|scope|aria-(?:checked|selected|hidden|expanded|haspopup)|required)$/;
/** Attributes that name things; values with long numbers in them tell cases apart and go. */
const NAMING =
  /^(?:class|id|name|for|headers|field|data-(?:field|name|prop|key|label)|aria-labelledby|lay-data)$/;
const SAYING = /^(?:title|placeholder|aria-label)$/;

export const isLeftOut = ({ localName }: Element): boolean => LEFT_OUT.has(localName);
/** Whether a capture writes an attribute of that name down. */
export const isKept = (name: string): boolean => PLAIN.test(name) || NAMING.test(name) || SAYING.test(name);

/** Markup longer than this is no test page any more (characters). */
export const LONGEST_PAGE = 600_000;

const escaped = (text: string): string =>
  text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/"/g, "&quot;")
    .replace(/\u00a0/g, "&nbsp;");

const names = (value: string): string =>
  value
    .split(/\s+/)
    .filter((word) => /^[A-Za-z_][\w\-.:[\]]{0,60}$/.test(word) && !/\d{5}/.test(word))
    .join(" ");

const isHidden = (element: Element): boolean => {
  if (element.localName === "option" || element.localName === "optgroup") return false;
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return style?.display === "none" || style?.visibility === "hidden";
};

function attributesOf(element: Element, invent: Inventor): string {
  const parts: string[] = [];
  const put = (name: string, value: string): void => {
    parts.push(value === "" ? ` ${name}` : ` ${name}="${escaped(value)}"`);
  };
  for (const { name, value } of element.attributes) {
    if (PLAIN.test(name)) put(name, names(value));
    else if (NAMING.test(name) && names(value) !== "") put(name, names(value));
    else if (SAYING.test(name) && value !== "") put(name, invent.text(value));
  }
  return parts.join("");
}

/** What a control holds now, which its markup does not say. */
function stateOf(element: Element, invent: Inventor): string {
  const input = element as HTMLInputElement;
  if (element.localName === "option") return (element as HTMLOptionElement).selected ? " selected" : "";
  if (element.localName !== "input") return "";
  if (/^(?:checkbox|radio)$/.test(input.type)) {
    const value = input.getAttribute("value");
    return `${value === null ? "" : ` value="${escaped(invent.value(value))}"`}${input.checked ? " checked" : ""}`;
  }
  if (/^(?:hidden|password|file)$/.test(input.type)) return "";
  return ` value="${escaped(invent.value(input.value))}"`;
}

/** The markup of what stands in a document's body, open shadow roots and all. */
export function captured(document: Document, invent: Inventor): string {
  let length = 0;
  const write = (node: Node, heading: boolean): string => {
    if (length > LONGEST_PAGE) return "";
    if (node.nodeType === 3) {
      const { data } = node as Text;
      const text = heading ? invent.title(data) : invent.text(data);
      length += text.length;
      return escaped(text);
    }
    if (node.nodeType !== 1) return "";
    const element = node as Element;
    const tag = element.localName;
    if (LEFT_OUT.has(tag)) return "";
    length += 2 * tag.length + 5;
    const attributes = attributesOf(element, invent);
    if (isHidden(element)) return VOID.has(tag) ? "" : `<${tag}${attributes} style="display:none"></${tag}>`;
    const open = `<${tag}${attributes}${stateOf(element, invent)}>`;
    if (VOID.has(tag)) return open;
    if (tag === "textarea")
      return `${open}${escaped(invent.value((element as HTMLTextAreaElement).value))}</textarea>`;
    const title = heading || headingAt(element) === element;
    const inside = (of: Node): string => [...of.childNodes].map((child) => write(child, title)).join("");
    const shadow = element.shadowRoot === null ? "" : shadowMarkup(inside(element.shadowRoot));
    return `${open}${shadow}${inside(element)}</${tag}>`;
  };
  return [...document.body.childNodes].map((child) => write(child, false)).join("");
}
