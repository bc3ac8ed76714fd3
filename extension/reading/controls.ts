// Tells native controls that hold a value, and reads the names that the host's code gives them.

import { isIn, pattern, SAID, told } from "./libraries.ts";

const isCode = (code: string): boolean =>
  pattern(SAID.natural).test(code) || (pattern(SAID.code).test(code) && !pattern(SAID.madeUp).test(code));

/** Names that the host's code gives a control, added to `into`, each once. */
export function codesOf(element: Element, into: string[] = []): string[] {
  const { name, id, className } = element as HTMLInputElement;
  const put = (code: string | null | undefined): void => {
    if (typeof code === "string" && code !== "" && !into.includes(code) && isCode(code)) into.push(code);
  };
  put(name);
  put(element.getAttribute("data-field"));
  // EasyUI moves the name to an attribute of the box that it hides.
  if (typeof className === "string" && className.includes("easyui"))
    for (const attribute of ["textboxname", "comboname"]) put(element.getAttribute(attribute));
  put(id);
  return into;
}

/** Whether an element holds something to type in or to choose. */
export const hasControl = (element: Element): boolean =>
  isControl(element) ||
  (element.firstElementChild !== null && element.querySelector(told[SAID.controls]!) !== null);

/** Whether an element is itself a native control that holds a value. */
export function isControl(element: Element): boolean {
  const name = element.tagName;
  if (name === "INPUT") return !isIn(SAID.noBoxes, (element as HTMLInputElement).type);
  if (name === "SELECT" || name === "TEXTAREA") return true;
  const editable = element.getAttribute("contenteditable");
  return editable !== null && editable !== "false";
}
