// What one frame is told of a page's state: only what changed since, and no more than it draws while its panel is closed.
import type { Finding } from "../../shared/rules/finding.ts";
import type { EvidenceView, PageState, StateChange } from "../protocol/messages.ts";

/** What a port has been told, as JSON by name; kept with the port. */
export type Told = Map<string, string>;

const hereOf = (finding: Finding, evidence: PageState["evidence"]): string | undefined =>
  [...(finding.marker === undefined ? [] : [finding.marker]), ...finding.fields.map(({ path }) => path)].find(
    (path) => evidence[path]?.here === true,
  );

/** The finding without what only its card prints. */
function bare(finding: Finding, place: string | undefined): Finding {
  const { readings, quote, open, extend, warnings, marker, ...rest } = finding;
  const fields = finding.fields.filter(({ path }) => path === place);
  return { ...rest, why: "", fix: "", missing: [], working: [], fields };
}

/** The state of a page whose panel is closed: what the button counts, where markers stand, which notes lie in the page. */
export function slim(state: PageState): PageState {
  const evidence: Record<string, EvidenceView> = {};
  const keep = (path: string | undefined): void => {
    const view = path === undefined ? undefined : state.evidence[path];
    // Where it stands, not what stands there nor when it was read: a key in another field is no reason to draw again.
    if (view !== undefined) evidence[path!] = { ...view, label: "", text: "", at: 0 };
  };
  const applicable = state.applicable.map((finding) => {
    const place = hereOf(finding, state.evidence);
    keep(place);
    return bare(finding, place);
  });
  for (const { anchor } of state.notes) keep(anchor.field);
  const { items: _, reminded: __, ...rest } = state;
  return { ...rest, slim: true, at: 0, applicable, all: [], evidence, checklists: [], ticks: [] };
}

/** What has to be said so that the frame knows `state`, and remembers that it was; undefined when it knows it. */
export function changeFor(told: Told, state: PageState): StateChange | undefined {
  const anew = told.size === 0;
  const parts: Record<string, unknown> = {};
  const gone: string[] = [];
  const now = new Map<string, string>();
  for (const [name, value] of Object.entries(state))
    if (value !== undefined) now.set(name, JSON.stringify(value));
  for (const [name, json] of now) if (told.get(name) !== json) parts[name] = state[name as keyof PageState];
  for (const name of told.keys()) if (!now.has(name)) gone.push(name);
  told.clear();
  for (const [name, json] of now) told.set(name, json);
  if (gone.length === 0 && Object.keys(parts).length === 0) return undefined;
  return {
    ...(anew ? { anew } : {}),
    parts,
    ...(gone.length === 0 ? {} : { gone: gone as (keyof PageState)[] }),
  };
}
