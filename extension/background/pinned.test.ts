// A value without a label is read at the place that the profile names, never beside the values of another case, and only there.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SiteProfile } from "../../shared/rules/site-profile.ts";
import { classWords } from "../reading/facts/class-words.ts";
import { frameReader } from "../reading/facts/frame-reader.ts";
import { labelWords } from "../reading/facts/label-words.ts";
import { keys, scanOf } from "../reading/frame-scan.ts";
import { learnLabels } from "../reading/label.ts";
import { learnClasses } from "../reading/libraries.ts";
import { scanAll } from "../reading/scan.ts";
import { addFrame, dropFrame, type FramePort } from "./frames.ts";
import { lookAtPlaces, type PlacesSeen } from "./look-at-places.ts";
import { pin, placesMoved } from "./pinned.ts";

const profile: SiteProfile = {
  id: "t",
  name: "t",
  platform: "p",
  match: ["^"],
  pages: [
    {
      id: "measures",
      label: "强制措施",
      css: "body",
      element: "measures",
      corrections: [
        { css: ".no", field: "case.number" },
        { css: "p > .day", field: "measures.startedAt" },
        { css: ".aside", field: "" },
      ],
    },
  ],
};
const PAGE = `<header><b class="no">A990104520001</b><i class="aside">x</i></header>
  <form><p><label>被采取措施人：</label><input value="韩某某"></p><p><label>措施种类：</label><input value="取保候审"></p></form>
  <p><span class="day">2026-03-05 <em>14:30</em><script>7</script></span></p>`;

let frame: FramePort;
let looks: (readonly string[])[];
const marks = keys();

const read = (): void => {
  learnLabels(labelWords());
  learnClasses(classWords());
  const about = { frame: "", profile, slow: false, keys: marks };
  frame.reader.take(scanOf(scanAll(document.body), document, about).scan);
};
const facts = (): string[] =>
  frame.reader
    .read([profile], 1)!
    .facts.filter(({ evidence }) => /^(?:\.no|p > \.day)$/.test(evidence?.css ?? ""))
    .map(({ entity, field, state, value }) => `${entity}.${field}=${state}:${value ?? ""}`)
    .sort();

beforeEach(() => {
  vi.useFakeTimers();
  looks = [];
  document.body.innerHTML = PAGE;
  const port = { postMessage() {} } as unknown as chrome.runtime.Port;
  frame = { tab: 3, frameId: 4, port, reader: frameReader(), told: new Map(), again: vi.fn() };
  addFrame(frame);
  vi.stubGlobal("chrome", {
    scripting: {
      executeScript: async ({ func, args }: { func: typeof lookAtPlaces; args: [readonly string[]] }) => {
        looks.push(args[0]);
        return [{ result: func(...args) }];
      },
    },
    runtime: { sendMessage: async () => placesMoved(3, 4) },
  });
});
afterEach(() => {
  lookAtPlaces([]);
  dropFrame(frame);
  vi.useRealTimers();
});

test("what stands at a named place becomes its field, as a part of what the page is about", async () => {
  read();
  expect(await pin(frame, [profile], 1_000)).toBe(true);
  expect(facts()).toEqual([
    "case.number=known:A990104520001",
    `measures.startedAt=known:${Date.parse("2026-03-05T14:30+08:00")}`,
  ]);
  const ids = frame.reader
    .read([profile], 1)!
    .facts.flatMap(({ entity, id }) => (entity === "measures" ? [id] : []));
  expect(new Set(ids).size).toBe(1);
});

test.each([
  ["is not there", (b: Element) => b.remove()],
  ["stands there twice", (b: Element) => b.insertAdjacentHTML("afterend", b.outerHTML)],
  ["is too long", (b: Element) => (b.textContent = "长".repeat(501))],
])("a place that %s gives nothing", async (_, change) => {
  change(document.querySelector(".no")!);
  read();
  await pin(frame, [profile], 1_000);
  expect(facts().join()).not.toContain("case.number");
});

test("a blank place is blank", async () => {
  document.querySelector(".no")!.textContent = " ";
  read();
  await pin(frame, [profile], 1_000);
  expect(facts()[0]).toBe("case.number=absent:");
});

test("a page that names none is never looked into, and one that no longer does is left alone", async () => {
  const { corrections: _, ...bare } = profile.pages[0]!;
  read();
  expect(await pin(frame, [{ ...profile, pages: [bare] }], 1_000)).toBe(true);
  expect(looks).toEqual([]);
  await pin(frame, [profile], 1_000);
  await pin(frame, [{ ...profile, pages: [bare] }], 1_000);
  expect(looks).toEqual([[".no", "p > .day"], []]);
  expect(facts()).toEqual([]);
});

test("another number is taken once it has stood for a while, and until then nothing of the page is read", async () => {
  read();
  await pin(frame, [profile], 1_000);
  document.querySelector(".no")!.textContent = "A990104520002";
  expect(await pin(frame, [profile], 2_000)).toBe(false);
  await vi.advanceTimersByTimeAsync(700);
  expect(frame.again).toHaveBeenCalled();
  expect(await pin(frame, [profile], 2_650)).toBe(true);
  expect(facts()[0]).toBe("case.number=known:A990104520002");
});

test("a place that never comes to rest is left unread after a while, and the rest of the page is read", async () => {
  read();
  await pin(frame, [profile], 1_000);
  const ready: boolean[] = [];
  for (let now = 2_000; now <= 8_000; now += 500) {
    document.querySelector(".no")!.textContent = `A${now}`;
    ready.push(await pin(frame, [profile], now));
  }
  expect(ready.indexOf(true)).toBe(11);
  expect(facts()).toEqual([`measures.startedAt=known:${Date.parse("2026-03-05T14:30+08:00")}`]);
});

test("what the frame tells while its places are looked up waits for a look of its own", async () => {
  read();
  const looking = pin(frame, [profile], 1_000);
  read();
  expect(await looking).toBe(false);
  expect(facts()).toEqual([]);
});

test("a document of another address than the one that was read gives nothing", async () => {
  read();
  vi.stubGlobal("chrome", {
    scripting: {
      executeScript: async () => [
        {
          result: {
            url: "http://127.0.0.1/other",
            values: [{ value: "A2", editable: false }],
          } satisfies PlacesSeen,
        },
      ],
    },
  });
  expect(await pin(frame, [profile], 1_000)).toBe(false);
  expect(facts()).toEqual([]);
});

test("when something else comes to stand there the frame is read again; other changes of the page cause nothing", async () => {
  read();
  await pin(frame, [profile], 1_000);
  document.querySelector(".aside")!.textContent = "y";
  await vi.advanceTimersByTimeAsync(400);
  expect(frame.again).not.toHaveBeenCalled();
  document.querySelector("em")!.textContent = "16:30";
  await vi.advanceTimersByTimeAsync(400);
  expect(frame.again).toHaveBeenCalledOnce();
});

test("a place in an open shadow root is found by its path", () => {
  document.querySelector("header")!.attachShadow({ mode: "open" }).innerHTML = "<p><b>A7</b></p>";
  expect(lookAtPlaces(["header >>> p > b"], document).values).toEqual([{ value: "A7", editable: false }]);
});
