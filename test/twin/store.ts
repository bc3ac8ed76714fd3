// Holds the records in memory: one fresh copy per start, amended by both platforms.
import { BLANK, type ListName } from "./data/blank.ts";
import { noIncident } from "./data/fill.ts";
import { records } from "./data/records.ts";
import { stamp } from "./data/stamp.ts";
import type { Case, Incident, Records } from "./model.ts";

type Values = Readonly<Record<string, unknown>>;

/** Takes over the values whose keys the record has; keys it does not know and its number stay as they are. */
function amend(record: object, values: Values): void {
  const target = record as Record<string, unknown>;
  for (const [key, was] of Object.entries(target)) {
    const value = values[key];
    if (key === "id" || key === "no") continue;
    if (typeof was === "string" && typeof value === "string") target[key] = value.replaceAll("\r\n", "\n");
    if (Array.isArray(was) && Array.isArray(value))
      target[key] = value.map(String).filter((each) => each !== "");
  }
}

export class Store {
  private held: Records;
  private readonly now: number;

  constructor(now: number) {
    this.now = now;
    this.held = records(now);
  }

  /** Throws away every change. */
  reset(): void {
    this.held = records(this.now);
  }

  /** Cases of one platform, newest first. */
  cases(platform: Case["platform"]): Case[] {
    return this.held.cases
      .filter((each) => each.platform === platform)
      .sort((a, b) => (a.filing.acceptedAt < b.filing.acceptedAt ? 1 : -1));
  }

  findCase(platform: Case["platform"], no: string): Case | undefined {
    return this.cases(platform).find((each) => each.no === no);
  }

  /** Calls of one platform, newest first, those that became a case and those that did not. */
  incidents(platform: Case["platform"]): Incident[] {
    const ofCases = this.cases(platform).map((each) => each.incident);
    const alone = this.held.incidents
      .filter((each) => each.platform === platform)
      .map((each) => each.incident);
    return [...ofCases, ...alone]
      .filter((each) => each.no !== "")
      .sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
  }

  findIncident(platform: Case["platform"], no: string): Incident | undefined {
    return this.incidents(platform).find((each) => each.no === no);
  }

  /** Opens the form of a call that comes in: all blank but the number that the platform gives. */
  addIncident(): Incident {
    const day = stamp(this.now).slice(0, 10).replaceAll("-", "");
    const taken = this.held.incidents.filter(({ incident }) => incident.no.includes(`${day}9`)).length;
    const incident: Incident = {
      ...noIncident(),
      no: `990104520000${day}9${String(taken + 1).padStart(3, "0")}`,
      inScope: "",
      repeated: "",
      noContent: "",
      declinesToCome: "",
      urgent: "",
      secretWanted: "",
      registeredAt: "",
    };
    this.held.incidents.push({ platform: "new", incident });
    return incident;
  }

  saveIncident(incident: Incident, values: Values): void {
    amend(incident, values);
  }

  saveBasics(found: Case, values: Values): void {
    const { name, cause, status, lead, assist, decision, decidedAt, stoppedAt, closedAt } = values;
    amend(found, { name, cause, status, lead, assist, decision, decidedAt, stoppedAt, closedAt });
  }

  saveFiling(found: Case, values: Values): void {
    amend(found.filing, values);
    if (found.incident.no) found.incident.acceptedAt = found.filing.acceptedAt;
  }

  /** Saves a line of a list; without an id a new one is added. Undefined: no line has that id. */
  saveLine(found: Case, list: ListName, id: string, values: Values): string | undefined {
    const lines = found[list] as { id: string }[];
    const line = id === "" ? this.add(lines, list) : lines.find((each) => each.id === id);
    if (line) amend(line, values);
    return line?.id;
  }

  private add(lines: { id: string }[], list: ListName): { id: string } {
    const last = Math.max(0, ...lines.map((each) => Number(each.id.slice(1))));
    const prefix = { persons: "r", measures: "m", interviews: "b", property: "p", approvals: "s" }[list];
    const line = { id: `${prefix}${last + 1}`, ...BLANK[list]() };
    lines.push(line);
    return line;
  }
}
