// Says what can be done with a frame of another origin: it has a profile of its own, made where it is opened by itself.
import type { FrameDocument } from "../overlay/panel/frames-within.ts";
import { words } from "../words/picker.ts";
import type { PickerStore } from "./picker-store.ts";
import type { Frame } from "./places.ts";

/** Index path of the frame that an element holds; undefined when its document cannot be told. */
export function pathOfFrame(element: Frame, documents: readonly FrameDocument[]): string | undefined {
  const around = documents.find(({ document }) => document === element.ownerDocument);
  const view = element.ownerDocument.defaultView;
  if (around === undefined || view === null) return undefined;
  for (let at = 0; at < view.length; at++)
    if (view[at] === element.contentWindow) return around.frame === "" ? String(at) : `${around.frame}/${at}`;
  return undefined;
}

const hostOf = (url: string): string => {
  try {
    return new URL(url).host;
  } catch {
    return "";
  }
};

/** Tells it, with a way to open the frame's page by itself; or that the extension does not read it at all. */
export function tellOtherOrigin(store: PickerStore, element: Frame): void {
  const { head, why, open, notRead } = words.otherOrigin;
  const path = pathOfFrame(element, store.documents.value);
  const url = store.view.value?.others.find(({ frame }) => frame === path)?.url;
  if (url === undefined) store.say(head, { small: notRead(hostOf(element.src)), bad: true });
  else
    store.say(head, {
      small: why(hostOf(url)),
      act: { label: open, run: () => void window.open(url, "_blank", "noopener") },
    });
}
