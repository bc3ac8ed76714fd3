// The name of the one element of ours in a host document.

/** Own name, so that nothing of the host's style sheets means it. */
export const OWN_ELEMENT = "first-button";
