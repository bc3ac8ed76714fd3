// What is asked of a unit's object about roll-ups, by name.
import type { Body, Reply } from "../../../shared/api/contract.ts";
import { accepted, type Result, refused } from "../../../shared/facts/errors.ts";
import type { Report } from "../../../shared/rollup/report.ts";
import type { Caller } from "../../caller.ts";
import { keep, setting } from "../../sql.ts";
import { unitAbove } from "../above.ts";
import type { Act } from "../act.ts";
import { markRollup, nextSettling } from "./dirty.ts";
import { addChild, endChild, enrol, takeSigned } from "./enrol.ts";
import { enrolAt, nodeAddress } from "./node.ts";
import { type Numbers, numbersOf } from "./read.ts";
import { settleSome } from "./settle.ts";
import { forgetChild, takeReport } from "./take.ts";
import { keepNode, nodeOf } from "./target.ts";

export interface RollupActs {
  /** A report of a unit right below in this deployment. */
  readonly take: {
    in: {
      readonly report: Report /** The units above the receiver, as the sender knows. */;
      readonly above: readonly string[];
    };
    out: Result<null>;
  };
  /** A unit hangs here no longer. */
  readonly left: { in: { readonly child: string; readonly revision: number }; out: Result<null> };
  readonly numbers: { in: { readonly from: number; readonly to: number }; out: Numbers };
  readonly addChild: {
    in: { readonly caller: Caller; readonly body: Body<"addRollupChild"> };
    out: Result<Reply<"addRollupChild">>;
  };
  readonly endChild: {
    in: { readonly caller: Caller; readonly child: string };
    out: Result<{ ok: true }>;
  };
  readonly enrol: {
    in: { readonly name: string; readonly body: Body<"enrolRollup"> };
    out: Result<Reply<"enrolRollup">>;
  };
  readonly takeSigned: { in: Body<"reportRollup">; out: Result<{ ok: true }> };
  readonly joinParent: {
    in: { readonly caller: Caller; readonly body: Body<"joinRollupParent"> };
    out: Result<Reply<"joinRollupParent">>;
  };
  readonly leaveParent: { in: { readonly caller: Caller }; out: Result<{ ok: true }> };
}

/** What has changed is settled before it is read, some at a time so that others get between. */
const MOST_ROUNDS = 60;

interface Place {
  readonly sql: SqlStorage;
  readonly now: number;
  readonly write: <T>(work: (act: Act) => Result<T>) => Promise<Result<T>>;
}

const works: {
  readonly [K in keyof RollupActs]: (
    place: Place,
    input: RollupActs[K]["in"],
  ) => Promise<RollupActs[K]["out"]>;
} = {
  take: ({ write }, { report, above }) =>
    write((act) => {
      // A unit in which nobody works hears of its own place from below; what the org tree says later has precedence.
      if (setting(act.sql, "above") === undefined) {
        keep(act.sql, "above", JSON.stringify(above));
        markRollup(act.sql, "target", act.now);
      }
      return takeReport(act, report);
    }),
  left: ({ write }, { child, revision }) =>
    write((act) => {
      forgetChild(act, child, revision);
      return accepted(null);
    }),
  numbers: async ({ sql, now, write }, { from, to }) => {
    for (let i = 0; i < MOST_ROUNDS && nextSettling(sql) !== undefined; i += 1) {
      const settled = await write((act) => accepted(settleSome(act)));
      // A ledger that takes nothing more is read as it stands.
      if (!settled.ok) break;
    }
    return numbersOf(sql, from, to, now);
  },
  addChild: ({ write }, { caller, body }) => write((act) => addChild(act, caller, body)),
  endChild: ({ write }, { caller, child }) => write((act) => endChild(act, caller, child)),
  enrol: ({ write }, { name, body }) => write((act) => enrol(act, name, body)),
  takeSigned: ({ write }, body) => write((act) => takeSigned(act, body)),
  joinParent: async ({ sql, write }, { caller, body }) => {
    if (unitAbove(sql) !== undefined)
      return refused("not-allowed", "本单位在本平台已有上级,只有最上级单位才能向外部上级上报");
    const url = nodeAddress(body.url);
    if (!url.ok) return url;
    const node = await enrolAt(sql, url.value, body.code.trim());
    if (!node.ok) return node;
    return write((act) => {
      const { id: by, name: byName } = caller.member;
      keepNode(act.sql, node.value);
      markRollup(act.sql, "target", act.now);
      const { unit, child } = node.value;
      act.append({ kind: "rollup-joined", by, byName, caseKey: "", body: { unit, child } });
      return accepted({ node: node.value });
    });
  },
  leaveParent: ({ write }, { caller }) =>
    write((act) => {
      if (nodeOf(act.sql) === undefined) return refused("not-found", "没有登记过外部上级");
      const { id: by, name: byName } = caller.member;
      keepNode(act.sql, undefined);
      markRollup(act.sql, "target", act.now);
      act.append({ kind: "rollup-left", by, byName, caseKey: "", body: {} });
      return accepted({ ok: true });
    }),
};

/** Does one of them. */
export const rollupAct = <K extends keyof RollupActs>(
  place: Place,
  kind: K,
  input: RollupActs[K]["in"],
): Promise<RollupActs[K]["out"]> => works[kind](place, input);
