// The index path of this frame from the top: "" is the top document, "0/2" the third frame of the first.

/** Works across origins: only frame lists and identities are read, never a document. */
export function frameIndex(view: Window = window): string {
  const path: number[] = [];
  let at: Window = view;
  while (at !== at.parent) {
    const { parent } = at;
    let index = 0;
    while (index < parent.length && parent[index] !== at) index += 1;
    path.unshift(index);
    at = parent;
  }
  return path.join("/");
}
