// The background's entry: ports of frames, requests, the command and the icon are wired to their rooms.
import type { BackgroundDefinition } from "wxt";
import { defineBackground } from "wxt/utils/define-background";
import { answerers } from "../background/answerers.ts";
import { connectFrame } from "../background/connect-frame.ts";
import { live, start } from "../background/engine.ts";
import { framesOf, send } from "../background/frames.ts";
import { guarded } from "../background/other-officer.ts";
import { answerRequest } from "../background/requests.ts";

const togglePanel = (tab: number | undefined): void => {
  if (tab === undefined) return;
  for (const frame of framesOf(tab)) if (frame.frameId === 0) send(frame, { type: "toggle-panel" });
};

const entry: BackgroundDefinition = defineBackground({
  type: "module",
  main() {
    chrome.runtime.onConnect.addListener((port) => connectFrame(port, live));
    chrome.runtime.onMessage.addListener((message, sender, reply) => {
      const answer = answerRequest(guarded(answerers), message, sender);
      if (answer === undefined) return false;
      void answer.then(reply);
      return true;
    });
    chrome.commands.onCommand.addListener((command, tab) => {
      if (command === "toggle-panel") togglePanel(tab?.id);
    });
    chrome.action.onClicked.addListener((tab) => {
      if (tab.id !== undefined && framesOf(tab.id).length > 0) togglePanel(tab.id);
      else void chrome.tabs.create({ url: chrome.runtime.getURL("/console.html") });
    });
    start();
  },
});

export default entry;
