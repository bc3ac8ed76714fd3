// What a request carried, in the words of the dictionary: the entries of a batch, or the single values of another body.
import type { ElementId } from "../../../shared/dictionary/field.ts";
import { elementLabel, fieldLabel, pathLabel } from "../../../shared/dictionary/words.ts";
import type { SentEntry } from "../../../shared/supervision/entry.ts";
import type { SentRequest } from "../../protocol/traffic.ts";
import { VERDICT } from "../../words/panel.ts";
import { words } from "../../words/traffic.ts";
import { valueText } from "../cases/FactsCard.tsx";
import { isoWhen, whenText } from "../when.ts";

const WORDS = words.sent;

/** One value that left: what it is called, and what stood there. */
export type Line = readonly [name: string, value: string];

const parsed = (body: string | undefined): unknown => {
  if (body === undefined) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** The ledger entries of a batch as it was sent; empty for any other request. */
export function entriesIn({ route, body }: Pick<SentRequest, "route" | "body">): readonly SentEntry[] {
  const sent = route === "sync" ? parsed(body) : undefined;
  return typeof sent === "object" && sent !== null && "entries" in sent && Array.isArray(sent.entries)
    ? (sent.entries as SentEntry[])
    : [];
}

const on = (path: string): string => {
  const [element = "", id] = path.split("/");
  return id === undefined ? elementLabel(element) : `${elementLabel(element)} ${id}`;
};

const ruleName = (rule: string, titles: ReadonlyMap<string, string>): string => titles.get(rule) ?? rule;

type Body = SentEntry["body"];

/** What an entry says, in words; its text as sent stands beside it with all the rest. `titles` are the rules' names by id. */
export function linesOf(body: Body, titles: ReadonlyMap<string, string>, now: number): readonly Line[] {
  switch (body.kind) {
    case "facts":
      return [
        ...body.facts.flatMap((fact, i): Line[] => {
          const before = body.facts[i - 1];
          const same = before?.entity === fact.entity && before.id === fact.id;
          const line: Line = [fieldLabel(fact.entity as ElementId, fact.field), valueText(fact, now)];
          // The element is named once above its fields.
          return same ? [line] : [[on(fact.id === "" ? fact.entity : `${fact.entity}/${fact.id}`), ""], line];
        }),
        ...(body.complete.length === 0
          ? []
          : [[WORDS.complete(body.complete.map((list) => elementLabel(list)).join("、")), ""] as const]),
        ...Object.entries(body.rows ?? {}).map(
          ([list, ids]): Line => [`${WORDS.rows} · ${elementLabel(list)}`, ids.join(" ")],
        ),
      ];
    case "findings":
      return [
        ...body.findings.map(
          (f): Line => [
            `${ruleName(f.rule, titles)} · ${on(f.on)}`,
            [
              VERDICT[f.verdict],
              f.due === undefined ? "" : whenText(f.due, now),
              f.missing.length === 0
                ? ""
                : WORDS.missing(f.missing.map((path) => pathLabel(path)).join("、")),
            ]
              .filter((part) => part !== "")
              .join("，"),
          ],
        ),
        [WORDS.pack(body.pack), ""],
      ];
    case "ticked":
      return [
        [`${WORDS.item} · ${ruleName(body.item, titles)}`, WORDS.ticked[`${body.ticked}`]],
        ...(body.said === undefined ? [] : [[WORDS.evidence, body.said] as const]),
      ];
    case "paused":
      return [
        [WORDS.size, WORDS.minutes(body.minutes)],
        ...(body.said === undefined ? [] : [[WORDS.said, body.said] as const]),
      ];
    default:
      return [
        [`${ruleName(body.rule, titles)} · ${on(body.on)}`, WORDS.pack(body.pack)],
        ...(body.said === undefined ? [] : [[WORDS.said, body.said] as const]),
        ...(body.until === undefined ? [] : [[WORDS.until, whenText(body.until, now)] as const]),
        ...(body.snapshot?.fields ?? []).map(
          ({ path, state, value }): Line => [
            pathLabel(path),
            value === undefined
              ? words.read.state[state]
              : valueText({ entity: "", id: "", field: "", state, value, at: 0, page: "" }, now),
          ],
        ),
      ];
  }
}

const flat = (value: unknown, name: string, now: number): readonly Line[] => {
  if (typeof value !== "object" || value === null) {
    const text = typeof value === "string" ? isoWhen(value, now) : String(value);
    return [[name, text]];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    flat(inner, name === "" ? key : `${name}.${key}`, now),
  );
};

/** Every value of a body that is no batch, under the names with which it went. */
export const linesIn = ({ body }: Pick<SentRequest, "body">, now: number): readonly Line[] => {
  const sent = parsed(body);
  return sent === undefined ? [] : flat(sent, "", now);
};

/** `812 B`, `3.4 kB`. */
export const sizeText = (bytes: number): string =>
  bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0)} kB`;
