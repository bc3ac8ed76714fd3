// Tells what the frames of one tab saw, what was made of it, and how it was judged.
import type { TabDescription } from "../protocol/messages.ts";
import { caseOfTab, draftKey, framesOf } from "./frames.ts";
import { judgementOf } from "./live.ts";
import { currentPack } from "./packs.ts";

/** The last scan and reading of each frame with the judgement of the case that the tab shows. */
export async function describeTab(tab: number): Promise<TabDescription> {
  const { pack } = await currentPack();
  const judgement = judgementOf(caseOfTab(tab)?.key ?? draftKey(tab));
  return {
    frames: framesOf(tab).map(({ frameId, reader, reading }) => ({
      id: frameId,
      ...(reader.scan === undefined ? {} : { scan: reader.scan }),
      ...(reading === undefined ? {} : { reading }),
    })),
    ...(judgement === undefined ? {} : { judgement }),
    pack: { issuer: pack.issuer, label: pack.label },
  };
}
