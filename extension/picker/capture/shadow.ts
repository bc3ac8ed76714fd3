// Open shadow roots in markup: written down as templates that a browser's parser puts back, and put back by hand where it does not.

/** How a shadow root is written down; browsers before 111 know another word and leave the template as it is. */
export const shadowMarkup = (inner: string): string => `<template shadowrootmode="open">${inner}</template>`;

/** Puts the roots back that the parser has left as templates, the ones within them as well. */
export function openShadows(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>("template[shadowrootmode]")) {
    const host = template.parentElement;
    template.remove();
    if (host === null || host.shadowRoot !== null) continue;
    try {
      host.attachShadow({ mode: "open" }).append(template.content.cloneNode(true));
    } catch {
      // An element that can have no shadow never had this one.
      continue;
    }
    if (host.shadowRoot !== null) openShadows(host.shadowRoot);
  }
}
