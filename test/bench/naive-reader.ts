// The same work without any thrift: at every key and every change the whole page read, and a hundred rules judged anew; the measure for ours.

import { unpackScan } from "../../extension/protocol/unpack-scan.ts";
import { classWords } from "../../extension/reading/facts/class-words.ts";
import { labelWords } from "../../extension/reading/facts/label-words.ts";
import { newMemory } from "../../extension/reading/facts/naming.ts";
import { readFrame } from "../../extension/reading/facts/read-frame.ts";
import { keys, scanOf } from "../../extension/reading/frame-scan.ts";
import { learnLabels } from "../../extension/reading/label.ts";
import { learnClasses } from "../../extension/reading/libraries.ts";
import { scanAll } from "../../extension/reading/scan.ts";
import { mergeFacts } from "../../shared/facts/merge.ts";
import { ourPass, preparedWorkload } from "./ours.ts";
import { parameters } from "./workload.ts";

/** Rules that such a script judges in the page itself. */
const RULES = 100;

learnLabels(labelWords());
learnClasses(classWords());
const prepared = preparedWorkload(parameters(RULES));
const memory = newMemory();

function readAll(): void {
  const about = { frame: "", profile: undefined, slow: false, keys: keys() };
  const { scan } = scanOf(scanAll(document.body), document, about);
  const { facts } = readFrame(unpackScan(scan), [], Date.now(), memory);
  const { open } = ourPass(prepared, mergeFacts(facts, []).sheet, Date.now());
  chrome.runtime.sendMessage({ scan, open: open.length }).catch(() => {});
}

new MutationObserver(readAll).observe(document, {
  subtree: true,
  childList: true,
  attributes: true,
  characterData: true,
});
document.addEventListener("input", readAll, true);
readAll();
