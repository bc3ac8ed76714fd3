// The service's side of the studio for tests: sources, checks by the rooms they are made of, drafts.
import type { Reply } from "../../../shared/api/contract.ts";
import { packRule } from "../../../shared/rules/check-rule.ts";
import { runExamples } from "../../../shared/rules/examples.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { type Edge, edgeFor } from "./background.ts";
import { bail, interviewList, law, retired, samplePack } from "./rule.ts";

const check = (rule: Rule): Reply<"checkRule"> => {
  const packed = packRule(rule, law.statutes);
  if (!packed.ok) return { ok: false, refusal: { ...packed.refusal }, examples: [] };
  const examples = runExamples(packed.value, rule.examples, law).map((one) => ({
    title: one.title,
    expect: one.expect,
    got: one.finding?.verdict ?? "",
    pass: one.ok,
    ...(one.say === undefined ? {} : { hint: one.say }),
  }));
  const ok = examples.every(({ pass }) => pass);
  return ok
    ? { ok, examples }
    : { ok, refusal: { code: "examples-failed", message: "例子没有通过" }, examples };
};

export interface StudioService {
  sources: Reply<"packSources">;
  drafts: Reply<"drafts">["drafts"];
}

/** An edge with a studio behind it; what it answers may be changed while a test runs. */
export function studioFor(...roles: readonly string[]): {
  readonly edge: Edge;
  readonly service: StudioService;
} {
  const edge = edgeFor(...roles);
  const service: StudioService = {
    sources: { revision: 7, label: "2026.11.7", rules: [bail, retired], checklists: [interviewList] },
    drafts: [],
  };
  edge.routes.packSources = () => service.sources;
  edge.routes.pack = () => ({
    pack: { body: JSON.stringify(samplePack()), key: "", signature: "", hash: "" },
  });
  edge.routes.checkRule = ({ body }) => check((body as { rule: Rule }).rule);
  edge.routes.drafts = () => ({ drafts: service.drafts });
  return { edge, service };
}
