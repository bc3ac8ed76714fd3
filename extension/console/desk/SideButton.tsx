// Puts the desk into the browser's side panel, where the browser has one: it stays beside the platform's pages.
import type { VNode } from "preact";
import { words } from "../../words/console-desk.ts";
import { Button } from "../parts/Button.tsx";
import { useToast } from "../parts/Toast.tsx";

interface SidePanel {
  open?(options: { windowId: number }): Promise<void>;
}

/** The side panel of this browser; undefined below Chromium 116, which cannot open one from a page. */
export function sidePanel(): Required<SidePanel> | undefined {
  const panel = Reflect.get(chrome, "sidePanel") as SidePanel | undefined;
  const open = panel?.open;
  return open === undefined ? undefined : { open: (options) => open.call(panel, options) };
}

export function SideButton(): VNode | null {
  const toast = useToast();
  const panel = sidePanel();
  if (panel === undefined) return null;
  const show = async (): Promise<void> => {
    try {
      const { id } = await chrome.windows.getCurrent();
      if (id !== undefined) await panel.open({ windowId: id });
    } catch (cause) {
      toast(words.desk.noSide, cause instanceof Error ? cause.message : "");
    }
  };
  return (
    <Button icon="panelRight" onClick={() => void show()}>
      {words.desk.side}
    </Button>
  );
}
