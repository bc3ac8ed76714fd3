// The same reading without any thrift: the whole page anew at every key and every change; the measure for ours.
import { classWords } from "../../extension/reading/facts/class-words.ts";
import { labelWords } from "../../extension/reading/facts/label-words.ts";
import { keys, scanOf } from "../../extension/reading/frame-scan.ts";
import { learnLabels } from "../../extension/reading/label.ts";
import { learnClasses } from "../../extension/reading/libraries.ts";
import { scanAll } from "../../extension/reading/scan.ts";

learnLabels(labelWords());
learnClasses(classWords());

function readAll(): void {
  const about = { frame: "", profile: undefined, slow: false, keys: keys() };
  const { scan } = scanOf(scanAll(document.body), document, about);
  chrome.runtime.sendMessage(scan).catch(() => {});
}

new MutationObserver(readAll).observe(document, {
  subtree: true,
  childList: true,
  attributes: true,
  characterData: true,
});
document.addEventListener("input", readAll, true);
readAll();
