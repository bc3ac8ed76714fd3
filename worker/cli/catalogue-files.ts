// Reads the rules, checklists and site profiles that the product ships from their files.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import { type DutyArea, readDutiesYaml } from "../../shared/rules/duties.ts";
import type { Checklist } from "../../shared/rules/pack.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import type { SiteProfile } from "../../shared/rules/site-profile.ts";
import { readChecklistYaml, readProfileYaml, readRuleYaml } from "../../shared/rules/yaml.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const RULES = join(ROOT, "shared/rules");

/** Files below `folder` that end in .yaml, in the order of their paths; none where there is no such folder. */
export function yamlFiles(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    return names
      .filter((name) => name.endsWith(".yaml"))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

const isChecklist = (file: string): boolean => /[\\/]checklists[\\/]/.test(file);

export interface Catalogue {
  readonly rules: readonly Rule[];
  readonly checklists: readonly Checklist[];
  readonly profiles: readonly SiteProfile[];
}

/** The whole catalogue below `folder`; `bad-rule` names the first file that cannot be read and how to mend it. */
export function readCatalogue(folder = RULES): Result<Catalogue> {
  const rules: Rule[] = [];
  const checklists: Checklist[] = [];
  const profiles: SiteProfile[] = [];
  for (const file of yamlFiles(join(folder, "catalogue"))) {
    const text = readFileSync(file, "utf8");
    const name = relative(ROOT, file);
    if (isChecklist(file)) {
      const list = readChecklistYaml(text, name);
      if (!list.ok) return list;
      checklists.push(list.value);
      continue;
    }
    const rule = readRuleYaml(text, name);
    if (!rule.ok) return rule;
    const stage = file.split(/[\\/]/).at(-2);
    if (stage !== rule.value.stage) {
      return refused("bad-rule", `${name}：stage 是 ${rule.value.stage}，文件却放在 ${stage} 目录`, "stage");
    }
    rules.push(rule.value);
  }
  for (const file of yamlFiles(join(folder, "profiles"))) {
    const profile = readProfileYaml(readFileSync(file, "utf8"), relative(ROOT, file));
    if (!profile.ok) return profile;
    profiles.push(profile.value);
  }
  return accepted({ rules, checklists, profiles });
}

/** The list of duties (义务清单) below `folder`, area by area; `bad-rule` names the first file that cannot be read. */
export function readDuties(folder = RULES): Result<readonly DutyArea[]> {
  const areas: DutyArea[] = [];
  for (const file of yamlFiles(join(folder, "duties"))) {
    const area = readDutiesYaml(readFileSync(file, "utf8"), relative(ROOT, file));
    if (!area.ok) return area;
    areas.push(area.value);
  }
  return accepted(areas);
}
