// Where a frame stands among the frames of its tab: the indices from the top, "" for the top itself.

/** `0/2` = the third frame of the first frame. Works across origins: only the identity of windows is compared. */
export function framePath(window: Window): string {
  const path: number[] = [];
  let at: Window = window;
  for (let depth = 0; depth < 32 && at.parent !== at; depth++) {
    const parent: Window = at.parent;
    let index = -1;
    for (let n = 0; n < parent.length; n++) if (parent[n] === at) index = n;
    path.unshift(index);
    at = parent;
  }
  return path.join("/");
}
