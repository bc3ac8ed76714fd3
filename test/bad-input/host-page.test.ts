// Host pages that throw, lie or carry code in their values: what can be read is read, nothing runs, nothing else breaks.
// @vitest-environment happy-dom
import "../../extension/test-tab.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { OWN_ELEMENT } from "../../extension/look/own-element.ts";
import { FIRST_PLACE } from "../../extension/overlay/kept-place.ts";
import { startOverlay } from "../../extension/overlay/overlay.ts";
import type { Overlay } from "../../extension/overlay/overlay-contract.ts";
import { mountPanel } from "../../extension/overlay/panel/mount.tsx";
import { breach, evidence, pageState } from "../../extension/overlay/sample.ts";
import { patience } from "../../extension/overlay/stay.ts";
import { pickUp } from "../../extension/overlay/surface.ts";
import type { FrameReading, PageState } from "../../extension/protocol/messages.ts";
import type { Value } from "../../shared/facts/sheet.ts";
import { readPage } from "../walk/read-page.ts";

const NOW = Date.parse("2026-11-20T15:48+08:00");
const FORM = `
  <h2>讯问笔录</h2>
  <table><tbody>
    <tr><td>案件编号</td><td id="number">A9901000020260300012</td><td>案由</td><td id="cause">盗窃</td></tr>
    <tr><td>讯问开始时间</td><td id="began">2026-11-20 09:00</td><td>讯问结束时间</td><td id="ended">2026-11-20 10:00</td></tr>
  </tbody></table>
  <form><label for="askers">讯问人</label><input id="askers" value="陈立、郑浩"><button id="go">提交</button></form>`;

const at = (id: string): HTMLElement => document.getElementById(id)!;
const readOf = ({ facts }: FrameReading, field: string): Value | undefined =>
  facts.find((fact) => fact.field === field && fact.state === "known")?.value;
const boom = (): never => {
  throw new Error("the host throws");
};

let faults: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  faults = vi.spyOn(console, "error").mockImplementation(() => undefined);
  document.body.innerHTML = FORM;
  document.elementsFromPoint = () => [];
});
afterEach(() => {
  document.querySelector(OWN_ELEMENT)?.remove();
  vi.restoreAllMocks();
});

test("the page as it should be is read", async () => {
  const reading = await readPage(NOW);
  expect(readOf(reading, "number")).toBe("A9901000020260300012");
  expect(readOf(reading, "cause")).toBe("盗窃");
  expect(readOf(reading, "askers")).toEqual(["陈立", "郑浩"]);
  expect(faults).not.toHaveBeenCalled();
});

describe("a host page on which", () => {
  /** What a page's own script may do to its elements; `lost` can then not be read, `kept` must be. */
  const HOSTILE: Readonly<Record<string, readonly [does: () => void, kept: string, lost?: string]>> = {
    "a control's value throws": [
      () => Object.defineProperty(at("askers"), "value", { get: boom }),
      "number",
      "askers",
    ],
    "a form's nodes throw": [
      () => Object.defineProperty(document.forms[0], "firstChild", { get: boom }),
      "number",
      "askers",
    ],
    "an element says that it cannot be seen by throwing": [
      () => Object.defineProperty(at("askers"), "checkVisibility", { value: boom }),
      "number",
      "askers",
    ],
    "a table's rows throw": [
      () => Object.defineProperty(document.querySelector("table"), "rows", { get: boom }),
      "askers",
      "cause",
    ],
    "an element has a name that hides a property": [
      () =>
        document.forms[0]!.insertAdjacentHTML("beforeend", '<input name="children"><input name="tagName">'),
      "number",
    ],
  };
  test.each(Object.entries(HOSTILE))("%s is read as far as can be", async (_, [does, kept, lost]) => {
    does();
    const reading = await readPage(NOW);
    expect(readOf(reading, kept)).toBeDefined();
    if (lost !== undefined) expect(readOf(reading, lost)).toBeUndefined();
  });

  // A page's own globals are not those of our script; what old libraries add to every object must not matter either.
  test("every object and every list has more members is read as if they had not", async () => {
    const clean = await readPage(NOW);
    const planted = ["each", "extend", "toArray", "hasClass", "isVisible"];
    try {
      for (const to of [Object.prototype, Array.prototype] as object[])
        for (const key of planted) Object.assign(to, { [key]: boom });
      const reading = await readPage(NOW);
      expect(JSON.stringify(reading)).toBe(JSON.stringify(clean));
    } finally {
      for (const to of [Object.prototype, Array.prototype])
        for (const key of planted) Reflect.deleteProperty(to, key);
    }
  });

  test("a cell holds fifty thousand colons is read to its end", async () => {
    at("cause").insertAdjacentHTML("beforeend", `<span>${"：".repeat(50_000)}</span>`);
    const reading = await readPage(NOW);
    expect(readOf(reading, "askers")).toBeDefined();
  });
});

/** Values as somebody could type them into a case; each would act if it were ever taken for markup or code. */
const CODE: readonly string[] = [
  '<img src=x onerror="globalThis.ran = true">',
  "<script>globalThis.ran = true</script>",
  '"><svg onload=globalThis.ran=true>',
  "javascript:globalThis.ran=true",
  "{{constructor.constructor('globalThis.ran=true')()}}",
  "</style><script>globalThis.ran=true</script>",
  "]]><iframe srcdoc='<script>parent.ran=true</script>'>",
];

describe.each(CODE)("the value %s", (code) => {
  let overlay: Overlay | undefined;
  afterEach(() => overlay?.stop());

  const show = async (state: PageState): Promise<HTMLElement> => {
    overlay = startOverlay({
      frame: "",
      ask: (async (type: string) => {
        if (type === "load-panel") mountPanel(pickUp()!);
        return { ok: true, value: null };
      }) as never,
      send: () => undefined,
      reread: () => undefined,
      keep: () => undefined,
      kept: Promise.resolve(FIRST_PLACE),
      patience: patience(),
      reopened: () => undefined,
    });
    overlay.hear({ type: "state", state });
    const [card] = state.applicable;
    pickUp()!.openPanel({ keyboard: false, finding: card?.key ?? "" });
    await new Promise((done) => setTimeout(done, 10));
    return pickUp()!.root;
  };
  const acting = (root: Element | Document): Element[] =>
    [...root.querySelectorAll("*")].filter(
      (one) =>
        /^(script|iframe|object|embed|img)$/i.test(one.tagName) ||
        [...one.attributes].some(
          ({ name, value }) =>
            /^on/i.test(name) || (!/^(?:title|aria-)/.test(name) && /^\s*javascript:/i.test(value)),
        ),
    );

  test("is read as text", async () => {
    at("cause").textContent = code;
    (at("askers") as HTMLInputElement).value = code;
    const before = document.documentElement.outerHTML;
    const reading = await readPage(NOW);
    expect(readOf(reading, "cause")).toBe(code.replace(/\s+/g, " ").trim());
    expect(document.documentElement.outerHTML).toBe(before);
    expect("ran" in globalThis).toBe(false);
  });

  test("is drawn as text, wherever the screen shows a page's words", async () => {
    const path = "interviews/i1.askers";
    const card = breach({
      title: code,
      why: code,
      fix: code,
      quote: code,
      fields: [{ path, label: code, state: "known", value: [code] }],
      marker: path,
    });
    const root = await show(
      pageState({
        caseNumber: code,
        caseLine: code,
        pageLabel: code,
        applicable: [card],
        evidence: { [path]: evidence("#askers", { label: code, text: code, pageLabel: code }) },
      }),
    );
    // Title, why, quote, fix, the field's label and its value, the case and the page: each is there to be seen.
    expect(root.textContent.split(code).length).toBeGreaterThan(6);
    expect(acting(root)).toEqual([]);
    expect(acting(document)).toEqual([]);
    expect("ran" in globalThis).toBe(false);
  });
});
