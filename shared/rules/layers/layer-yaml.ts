// Reads a layer from a YAML file, with the strictness of the catalogue.
import { type Result, refused } from "../../facts/errors.ts";
import { readYaml } from "../yaml.ts";
import type { Layer } from "./layer.ts";
import { readLayer } from "./read-layer.ts";

/** A layer from a file's text, or `bad-layer` that names the file and the place. */
export function readLayerYaml(text: string, file: string): Result<Layer> {
  const value = readYaml(text, file);
  return value.ok ? readLayer(value.value, file) : refused("bad-layer", value.refusal.message);
}
