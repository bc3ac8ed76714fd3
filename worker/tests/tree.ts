// A tree of units with an administrator and an officer in each, and publishing in one of them with everybody's approval.
import * as v from "valibot";
import { type Body, Push } from "../../shared/api/contract.ts";
import { accepted } from "../../shared/facts/errors.ts";
import type { EffectivePack, LayeredRule } from "../../shared/rules/layers/layer.ts";
import type { SignedPack } from "../../shared/rules/pack.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import { verifyPack } from "../../shared/rules/signed-pack.ts";
import { madeWhole } from "../../shared/rules/wire/held-words.ts";
import { ringDirectory } from "./clock.ts";
import { type Answer, call, deploy, hire, type Person, request } from "./deployment.ts";

/** Unit, the one above, level: a city with two counties, one of them with a station; `root` is above all. */
const UNITS = [
  ["hu", "root", "city"],
  ["east", "hu", "county"],
  ["west", "hu", "county"],
  ["cg", "east", "station"],
] as const;

export type UnitId = "root" | (typeof UNITS)[number][0];
export const ALL: readonly UnitId[] = ["root", "hu", "east", "west", "cg"];

export interface Tree {
  readonly admin: Readonly<Record<UnitId, Person>>;
  readonly officer: Readonly<Record<UnitId, Person>>;
  /** Legal officer and leader of the root unit: they may approve everywhere. */
  readonly legal: Person;
  readonly leader: Person;
}

export async function plant(): Promise<Tree> {
  const root = await deploy();
  for (const [id, parent, level] of UNITS)
    await call("createUnit", { id, name: `${id}局`, parent, level }, { token: root.token });
  const admin: Partial<Record<UnitId, Person>> = { root };
  const officer: Partial<Record<UnitId, Person>> = {};
  for (const unit of ALL) {
    admin[unit] ??= await hire(root, `guan-${unit}`, ["admin"], { unit });
    officer[unit] = await hire(root, `jing-${unit}`, ["officer"], { unit });
  }
  return {
    admin: admin as Tree["admin"],
    officer: officer as Tree["officer"],
    legal: await hire(root, "fa", ["legal"]),
    leader: await hire(root, "ju", ["leader"]),
  };
}

/** The pack that a member is given, as it was signed. */
export async function signedFor({ token }: Person): Promise<SignedPack> {
  const { pack } = (await call("pack", undefined, { token })).body;
  const whole = await madeWhole(pack.body, "", async (hash) =>
    accepted((await call("packWords", undefined, { token, params: { hash } })).body),
  );
  if (!whole.ok) throw new Error(whole.refusal.message);
  return { ...pack, body: whole.value };
}

/** The same with its signature verified. */
export async function packFor(who: Person): Promise<EffectivePack> {
  const opened = verifyPack(await signedFor(who), who.packKey);
  if (!opened.ok) throw new Error(opened.refusal.message);
  return opened.value as EffectivePack;
}

export const ruleFor = async (who: Person, id: string): Promise<LayeredRule> => {
  const found = (await packFor(who)).rules.find((rule) => rule.id === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
};

export const sourcesFor = async (who: Person) =>
  (await call("packSources", undefined, { token: who.token })).body;

/** A rule as the studio of a member's unit shows it. */
export async function sourceFor(who: Person, id: string): Promise<Rule> {
  const found = (await sourcesFor(who)).rules.find((rule) => (rule as Rule).id === id);
  if (found === undefined) throw new Error(`no source ${id}`);
  return found as Rule;
}

/** Hands a publication in, on the revision that its author sees. */
export async function handIn(
  who: Person,
  part: Partial<Body<"publish">>,
): Promise<Answer<{ state?: string; revision?: number; needed?: number }>> {
  const base = (await packFor(who)).revision;
  return call(
    "publish",
    { base, say: "本地规定更严", rules: [], checklists: [], ...part },
    { token: who.token },
  );
}

/** Hands in, has it approved by two at the root, and rings the directory until every unit has heard. */
export async function publishIn(tree: Tree, who: Person, part: Partial<Body<"publish">>): Promise<void> {
  const { body } = await handIn(who, part);
  if (body.state !== "waiting") throw new Error(`${body.code}: ${body.message}`);
  const { drafts } = (await call("drafts", undefined, { token: tree.legal.token })).body;
  const draft = drafts.find(({ by }) => by === who.id)?.id ?? "";
  for (const { token } of [tree.legal, tree.leader]) {
    const said = await call("approve", {}, { token, params: { id: draft } });
    if (said.status !== 200) throw new Error(`${said.body.code}: ${said.body.message}`);
  }
  while (await ringDirectory()) await Promise.resolve();
}

/** The revisions of which a member's push socket is told from now on, the first pack of all left out. */
export async function packPushes(who: Person): Promise<number[]> {
  const { ticket } = (await call("socketTicket", {}, { token: who.token })).body;
  const headers = { upgrade: "websocket", "sec-websocket-protocol": `first-button, ticket.${ticket}` };
  const { webSocket } = await request("/v1/socket", { headers });
  if (webSocket === null) throw new Error("no socket");
  webSocket.accept();
  const heard: number[] = [];
  webSocket.addEventListener("message", ({ data }) => {
    const push = v.parse(Push, JSON.parse(String(data)));
    if (push.type === "pack" && push.revision > 1) heard.push(push.revision);
  });
  return heard;
}

/** The rule with another limit, and a title that does not speak of the old one. */
export const clocked = (rule: Rule, limit: string, title = "取保候审超期"): Rule => ({
  ...rule,
  title,
  clock: { ...rule.clock!, limit },
});
