// Prints the pack that holds in a unit: its layers' files over the base pack, and a table of what each layer changed.
import { readFileSync, writeFileSync } from "node:fs";
import { canonicalJson } from "../../shared/rules/canonical.ts";
import { effectivePack } from "../../shared/rules/layers/effective.ts";
import { type EffectivePack, type Layer, LEVEL_WORDS } from "../../shared/rules/layers/layer.ts";
import { readLayerYaml } from "../../shared/rules/layers/layer-yaml.ts";
import type { Pack } from "../../shared/rules/pack.ts";
import { KEY_WORDS } from "../../shared/rules/rule-words.ts";
import { bodyOf } from "../../shared/rules/wire/pack-body.ts";
import { Stop } from "./stop.ts";

/** The report for people, or with `json` the effective pack itself; `out` keeps the pack in a file. Throws `Stop`. */
export function layersReport(
  base: () => Pack,
  files: readonly string[],
  { json, out }: { readonly json?: boolean | undefined; readonly out?: string | undefined },
): string {
  if (files.length === 0) throw new Stop("--layers 后面要写分层文件，如 省.yaml 市.yaml，从上到下");
  const layers = files.map(readLayerFile);
  const made = effectivePack(base(), layers);
  if (!made.ok) throw new Stop(`${made.refusal.message}（${made.refusal.code}）`);
  const { pack, hash } = made.value;
  if (out !== undefined) writeFileSync(out, bodyOf(pack));
  return json === true ? canonicalJson(pack) : tableOf(pack, hash);
}

/** A layer from its file. Throws `Stop` on one that cannot be read. */
export function readLayerFile(file: string): Layer {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new Stop(`分层文件 ${file} 读不到：${(cause as NodeJS.ErrnoException).code ?? "未知原因"}`, cause);
  }
  const layer = readLayerYaml(text, file);
  if (!layer.ok) throw new Stop(layer.refusal.message);
  return layer.value;
}

function tableOf({ rules, layers }: EffectivePack, hash: string): string {
  const own = (name: string) => rules.filter(({ from }) => from.layer === name);
  const changes = rules.flatMap(({ id, title, from }) => from.changes.map((one) => ({ id, title, ...one })));
  const lines = layers.flatMap(({ level, layer, hash: address }) => [
    "",
    `${LEVEL_WORDS[level]} ${layer}  ${address.slice(0, 12)}`,
    ...own(layer).map(({ id, title }) => `  增加  ${id}  ${title}`),
    ...changes
      .filter((one) => one.layer === layer)
      .map(
        ({ id, title, key, was, is, reason, by, approvedBy }) =>
          `  ${KEY_WORDS[key] ?? key}  ${id}  ${title}  ${was} → ${is}  理由：${reason}${by === undefined ? "" : `（${by}）`}${approvedBy?.length ? `  批准：${approvedBy.join("、")}` : ""}`,
      ),
  ]);
  const speaking = rules.filter(({ status }) => status === "live" || status === "trial").length;
  return [
    `有效规则包 ${hash}`,
    `${rules.length} 条规则，其中生效和试行 ${speaking} 条，下级改动 ${changes.length} 处`,
    ...lines,
  ].join("\n");
}
