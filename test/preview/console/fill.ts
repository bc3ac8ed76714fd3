// Puts invented cases with findings, facts, ticks and notes into a worker, as officers' browsers and a legal officer would.
import type { SentEntry } from "../../../shared/supervision/entry.ts";
import { api, type People, tokenOf } from "../../run/people.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Planned {
  readonly number: string;
  readonly facts: readonly [
    entity: string,
    id: string,
    field: string,
    value: string | number | string[] | null,
  ][];
}

/** Two interviews that one officer cannot both have held. */
const interview = (person: string, room: string, from: number): Planned["facts"] => [
  ["interviews", "i1", "person", person],
  ["interviews", "i1", "kind", "讯问"],
  ["interviews", "i1", "askers", ["陈立", room === "讯问室二" ? "周明" : "郑浩"]],
  ["interviews", "i1", "recorder", ["陈立"]],
  ["interviews", "i1", "placeKind", "执法办案场所"],
  ["interviews", "i1", "room", room],
  ["interviews", "i1", "startedAt", from],
  ["interviews", "i1", "endedAt", from + 2 * HOUR],
];

const planned = (now: number): readonly Planned[] => [
  {
    number: "A9901042025100093",
    facts: [
      ["case", "case", "category", "刑事"],
      ["measures", "m1", "kind", "取保候审"],
      ["measures", "m1", "startedAt", now - 380 * DAY],
      ["measures", "m1", "endedAt", null],
    ],
  },
  {
    number: "A9901042026110187",
    facts: [
      ["case", "case", "category", "刑事"],
      ["measures", "m1", "kind", "刑事拘留"],
      ["measures", "m1", "startedAt", now - 20 * HOUR],
      ...interview("00000000000000a1", "讯问室一", now - 19 * HOUR),
    ],
  },
  {
    number: "A9901042026110162",
    facts: [
      ["case", "case", "category", "行政"],
      ["case", "case", "acceptedAt", now - 2 * DAY],
      ...interview("00000000000000a2", "讯问室二", now - 18 * HOUR),
    ],
  },
  { number: "A9901042026110158", facts: [["case", "case", "category", "刑事"]] },
];

/** Fills the officer's unit; the keys of the cases, the first the gravest. */
export async function fillUnit(url: string, officer: string, people: People): Promise<readonly string[]> {
  const now = Date.now();
  const cases = planned(now);
  const keys = cases.map(({ number }) => `警综平台:${number}`);
  const entries: SentEntry[] = cases.flatMap(({ facts }, i): SentEntry[] => [
    {
      seq: i + 1,
      at: new Date(now - (4 - i) * HOUR).toISOString(),
      caseKey: keys[i] ?? "",
      body: {
        kind: "facts",
        complete: ["measures", "interviews"],
        facts: facts.map(([entity, id, field, value]) => ({
          entity,
          id,
          field,
          ...(value === null ? { state: "absent" } : { state: "known", value }),
          at: now - (4 - i) * HOUR,
          page: "measures",
        })),
      },
    },
  ]);
  const device = "preview";
  await api(url, "POST", "/v1/sync", { device, entries }, officer);
  const acts: SentEntry[] = [
    {
      seq: entries.length + 1,
      at: new Date(now - HOUR).toISOString(),
      caseKey: keys[0] ?? "",
      body: { kind: "signed", rule: "bail-overrun", on: "measures/m1", finding: "preview", pack: 1 },
    },
    {
      seq: entries.length + 2,
      at: new Date(now - HOUR / 2).toISOString(),
      caseKey: keys[0] ?? "",
      body: {
        kind: "explained",
        rule: "bail-overrun",
        on: "measures/m1",
        finding: "preview",
        said: "已报请变更强制措施，今天送达。",
        pack: 1,
      },
    },
  ];
  await api(url, "POST", "/v1/sync", { device, entries: acts }, officer);
  const legal = await tokenOf(url, people.legal, "legal");
  const anchor = { page: "measures", url: "/case/1", frame: "", field: "measures/m1.endedAt", css: "#m1" };
  const note = async (
    key: string,
    kind: string,
    said: string,
    clause: string,
    due: number,
  ): Promise<string> =>
    (
      await api<{ note: { id: string } }>(
        url,
        "POST",
        `/v1/cases/${encodeURIComponent(key)}/notes`,
        { kind, said, clause, due: new Date(due).toISOString(), anchor },
        legal,
      )
    ).note.id;
  const first = await note(
    keys[0] ?? "",
    "问题",
    "扣押后应移交保管人员，办案人不得自行保管。",
    "程序规定第235条",
    now + 2 * HOUR,
  );
  await note(keys[1] ?? "", "瑕疵", "讯问起止时间只写到时，应写到分。", "程序规定第207条", now - DAY);
  await note(keys[0] ?? "", "指导", "报请变更时一并说明社会危险性。", "刑事诉讼法第67条", now + 3 * DAY);
  await api(
    url,
    "POST",
    `/v1/cases/${encodeURIComponent(keys[0] ?? "")}/notes/${first}/replies`,
    { said: "当天送电子物证检验，今日取回后入库。", fixed: false },
    officer,
  );
  return keys;
}
