// What stands in one control that a person types in or chooses with.
import { IS, kindOf } from "./libraries.ts";
import { seenText, selectText, tidy } from "./visible.ts";

/** What stands in a native control. */
export const boxText = (element: Element): string => {
  if (element.tagName === "SELECT") return selectText(element as HTMLSelectElement);
  if (element.tagName === "INPUT" || element.tagName === "TEXTAREA") {
    const box = element as HTMLInputElement;
    // Old pages write the prompt into the box itself.
    return (kindOf(box) & IS.prompt) !== 0 || box.type === "password" || box.value === box.placeholder
      ? ""
      : element.tagName === "TEXTAREA"
        ? box.value.trim()
        : tidy(box.value);
  }
  return seenText(element);
};
