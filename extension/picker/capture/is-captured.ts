// Whether markup from elsewhere is what a capture writes and nothing else: no script, no address, no style, no citizen's number.
import { isKept, isLeftOut } from "./capture.ts";

/** A citizen's number that is not one of the invented ones, of a region that does not exist. */
const TRUE_NUMBER =
  /(?<!\d)(?!9901)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/;

/** What a capture says of a control beside the page's own attributes. */
const STATE = /^(?:value|selected|checked)$/;

function holds(root: ParentNode): boolean {
  for (const element of root.querySelectorAll("*")) {
    const shadow = element.localName === "template" && element.getAttribute("shadowrootmode") === "open";
    if (isLeftOut(element) && !shadow) return false;
    for (const { name, value } of element.attributes) {
      const hidden = name === "style" && value === "display:none";
      if (!isKept(name) && !STATE.test(name) && !hidden && !(shadow && name === "shadowrootmode"))
        return false;
    }
    if (shadow && !holds((element as HTMLTemplateElement).content)) return false;
  }
  return true;
}

/** True for markup as a capture writes it. Nothing of it is run or fetched to find out. */
export function isCaptured(html: string): boolean {
  const { head, body } = new DOMParser().parseFromString(`<body>${html}</body>`, "text/html");
  return head.childElementCount === 0 && holds(body) && !TRUE_NUMBER.test(html);
}
