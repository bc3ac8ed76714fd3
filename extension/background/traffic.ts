// The answer to 读什么、传什么: what this browser holds of each case, what left it, what still waits.
import type { TrafficView } from "../protocol/traffic.ts";
import { knownCases, restore } from "./cases.ts";
import { database } from "./database.ts";
import { local, serverAddress } from "./kept.ts";
import { waiting } from "./outbox.ts";
import { currentPack } from "./packs.ts";
import { readCase } from "./read-view.ts";
import { sentBy } from "./sent-journal.ts";
import { deviceOfMember } from "./sync.ts";

/** Everything of the signed-in member; another officer's entries are not shown. */
export async function trafficView(): Promise<TrafficView> {
  await restore();
  const device = await deviceOfMember();
  const { pack } = await currentPack();
  const key = await local("referenceKey");
  const server = await serverAddress();
  const parked = device === undefined ? [] : await (await database()).getAll("parked");
  return {
    cases: knownCases()
      .filter((memory) => Object.keys(memory.facts).length > 0)
      .map((memory) => readCase(memory, pack, key)),
    sent: device === undefined ? [] : await sentBy(device),
    waiting: device === undefined ? [] : (await waiting(device)).map(({ entry }) => entry),
    refused: parked.filter((one) => one.device === device).map(({ entry, why }) => ({ entry, why })),
    ...(server === undefined ? {} : { server }),
    at: Date.now(),
  };
}
