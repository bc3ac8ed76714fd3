// Measures, once in a fresh process, how long a verified pack of 1,000 rules takes until it can judge; prints milliseconds on the processor.
import { readFileSync } from "node:fs";
import { prepare } from "../../shared/rules/prepare.ts";
import { visitSpeaking } from "../../shared/rules/speaking.ts";
import { packIn } from "../../shared/rules/wire/pack-body.ts";
import { workloadCase } from "./workload.ts";

const text = readFileSync(process.argv[2] ?? "", "utf8");
const sheet = workloadCase(3);

/** Time of this thread alone (ms): on a busy machine it waits more than it works. */
function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

const start = spent();
const prepared = prepare(packIn(text));
const loaded = spent();
let applies = 0;
visitSpeaking(prepared, sheet, 1_781_487_000_000, new Set(), () => void applies++);
const judged = spent();
if (applies === 0) throw new Error("nothing applies");
process.stdout.write(JSON.stringify({ load: loaded - start, first: judged - loaded }));
