// Gaps and overlaps of a case's acts: one person in two interviews at once, an interview beyond its recording or stay, a long wait before the case was accepted.
import { parseMoment } from "../../../shared/facts/moment-text.ts";
import type { Finding } from "../../../shared/rules/finding.ts";
import { clockText, instantText } from "../../../shared/time/format.ts";
import type { PageState } from "../../protocol/messages.ts";
import { words } from "../../words/aid.ts";
import { isOpen } from "../standing.ts";

export interface Crossing {
  readonly kind: "gap" | "overlap";
  readonly lane: "case" | "venues";
  /** Instants (ms). */
  readonly from: number;
  readonly until: number;
  /** Who, when and what, without the length. */
  readonly say: string;
  /** The open finding that rests on both ends; without one it is only shown, never judged. */
  readonly finding?: Finding;
}

const { timeline: SAY } = words;
const MINUTE = 60_000;
/** Clocks of two systems differ by as much; less is no gap. */
const SLACK = 5 * MINUTE;
/** From this wait between the end of the call-out and the acceptance on it is shown. */
const WAIT = 60 * MINUTE;

interface Act {
  readonly on: string;
  readonly from: number;
  readonly until: number;
  readonly person: string;
  /** 询问 or 讯问: what it is, or what it records. */
  readonly about: string;
  readonly officers: readonly string[];
}

type Read = (on: string, field: string) => string | undefined;

const namesIn = (text: string | undefined): string[] =>
  (text ?? "")
    .split(/[、,，;；\s]+/)
    .map((name) => name.replace(/[（(].*$/, ""))
    .filter((name) => name.length >= 2 && !/^(?:民警|辅警)$/.test(name));

const momentOf = (text: string | undefined): number | undefined => {
  const moment = text === undefined ? undefined : parseMoment(text);
  return typeof moment === "number" ? moment : undefined;
};

/** Acts of one list with their beginning and end; one that is known to go on ends now. */
function actsOf(element: string, begin: string, end: string, state: PageState, now: number): Act[] {
  const read: Read = (on, field) => state.evidence[`${on}.${field}`]?.text;
  const holders = new Set(
    Object.keys(state.evidence)
      .filter((path) => path.startsWith(`${element}/`))
      .map((path) => path.slice(0, path.lastIndexOf("."))),
  );
  return [...holders].flatMap((on) => {
    const from = momentOf(read(on, begin));
    const until = momentOf(read(on, end)) ?? (read(on, end)?.trim() === "" ? now : undefined);
    if (from === undefined || until === undefined || until <= from) return [];
    const officers = ["askers", "recorder"].flatMap((field) => namesIn(read(on, field)));
    const about = read(on, element === "recordings" ? "of" : "kind") ?? "";
    return [{ on, from, until, person: (read(on, "person") ?? "").trim(), about, officers }];
  });
}

/** The parts of [from, until] that none of `covers` covers, those no longer than the slack left out. */
export function uncovered(
  { from, until }: Pick<Act, "from" | "until">,
  covers: readonly Pick<Act, "from" | "until">[],
): { readonly from: number; readonly until: number }[] {
  const open: { from: number; until: number }[] = [];
  let at = from;
  for (const cover of [...covers].sort((a, b) => a.from - b.from)) {
    if (cover.from - at > SLACK) open.push({ from: at, until: Math.min(cover.from, until) });
    at = Math.max(at, cover.until);
    if (at >= until) return open;
  }
  if (until - at > SLACK) open.push({ from: at, until });
  return open;
}

const meet = (a: Act, b: Act): boolean => a.from < b.until && b.from < a.until;

/** The open finding that reads fields of both. */
const restingOn = (state: PageState, a: string, b: string): Finding | undefined =>
  state.all.find(
    (finding) =>
      isOpen(finding) &&
      finding.colour !== "grey" &&
      [a, b].every((on) => finding.fields.some(({ path }) => path === on || path.startsWith(`${on}.`))),
  );

/** Two interviews at once: of one person, or by one officer. Read twice under two ids, an interview does not cross itself. */
function overlaps(acts: readonly Act[], state: PageState): Crossing[] {
  const found: Crossing[] = [];
  acts.forEach((a, i) => {
    for (const b of acts.slice(i + 1)) {
      if (!meet(a, b) || (a.person === b.person && a.from === b.from)) continue;
      const name =
        a.person !== "" && a.person === b.person
          ? a.person
          : a.officers.find((each) => b.officers.includes(each));
      if (name === undefined) continue;
      const [from, until] = [Math.max(a.from, b.from), Math.min(a.until, b.until)];
      if (until - from < MINUTE) continue;
      const say = SAY.both(name, clockText(from), clockText(until));
      const finding = restingOn(state, a.on, b.on);
      found.push({ kind: "overlap", lane: "case", from, until, say, ...(finding && { finding }) });
    }
  });
  return found;
}

/** Interviews that reach beyond the recordings or the stays that they lie in. */
function beyond(
  acts: readonly Act[],
  covers: readonly Act[],
  own: (act: Act, cover: Act) => boolean,
  lane: Crossing["lane"],
  say: (act: Act, from: string, until: string) => string,
  state: PageState,
): Crossing[] {
  return acts.flatMap((act) => {
    const mine = covers.filter((cover) => meet(act, cover) && own(act, cover));
    if (mine.length === 0) return [];
    const finding = restingOn(state, act.on, mine[0]!.on);
    return uncovered(act, mine).map(({ from, until }) => ({
      kind: "gap" as const,
      lane,
      from,
      until,
      say: say(act, clockText(from), clockText(until)),
      ...(finding && { finding }),
    }));
  });
}

/** From the last that was done on the call to the acceptance of the case. */
function beforeAcceptance(state: PageState): Crossing[] {
  const accepted = state.evidence["case.acceptedAt"];
  const until = momentOf(accepted?.text);
  if (accepted === undefined || until === undefined) return [];
  const [last] = ["disposedAt", "feedbackAt", "arrivedAt", "receivedAt"]
    .flatMap((field) => {
      const path = `incident.${field}`;
      const view = state.evidence[path];
      const at = momentOf(view?.text);
      return view === undefined || at === undefined || at > until ? [] : [{ path, at, label: view.label }];
    })
    .sort((a, b) => b.at - a.at);
  if (last === undefined || until - last.at < WAIT) return [];
  const say = SAY.between(last.label, instantText(last.at), accepted.label, instantText(until));
  const finding = restingOn(state, last.path, "case.acceptedAt");
  return [{ kind: "gap", lane: "case", from: last.at, until, say, ...(finding && { finding }) }];
}

/** All gaps and overlaps, overlaps first, then in order of time; `now` is the server's (ms). */
export function crossingsOf(state: PageState, now: number): readonly Crossing[] {
  const acts = actsOf("interviews", "startedAt", "endedAt", state, now);
  const films = actsOf("recordings", "startedAt", "endedAt", state, now);
  const stays = actsOf("venues", "enteredAt", "leftAt", state, now);
  const filmed = (act: Act, film: Act): boolean => film.about === "" || act.about.includes(film.about);
  const same = (act: Act, stay: Act): boolean => act.person !== "" && act.person === stay.person;
  return [
    ...overlaps(acts, state),
    ...[
      ...beforeAcceptance(state),
      ...beyond(acts, films, filmed, "case", (_, from, until) => SAY.unrecorded(from, until), state),
      ...beyond(
        acts,
        stays,
        same,
        "venues",
        (act, from, until) => SAY.outside(act.person, from, until),
        state,
      ),
    ].sort((a, b) => a.from - b.from),
  ];
}
