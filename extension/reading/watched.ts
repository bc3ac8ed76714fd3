// Which changes of a document may change what stands in it.

export const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeOldValue: true,
  attributeFilter: [
    "class",
    "style",
    "hidden",
    "open",
    "checked",
    "value",
    "title",
    "aria-checked",
    "aria-selected",
  ],
};
