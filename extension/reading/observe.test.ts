// Following a page: what changes is read anew, and nothing else; hostile pages do no harm; the signal ends it.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { classWords } from "./facts/class-words.ts";
import { frameReader } from "./facts/frame-reader.ts";
import { labelWords } from "./facts/label-words.ts";
import { type ScanMessage, startReading } from "./start-reading.ts";

let end: AbortController;
let said: ScanMessage[];
let reader: ReturnType<typeof frameReader>;
/** Called with each report, once it was taken in. */
let watched: () => void;

const begin = (html: string): void => {
  document.body.innerHTML = html;
  const session = startReading({
    document,
    signal: end.signal,
    say(message) {
      said.push(message);
      if (message.type === "scan") reader.take(message.scan);
      else reader.change(message.change);
      watched();
    },
  });
  session.learn(labelWords(), classWords(), []);
};

const values = (): readonly string[] =>
  reader.scan?.cells.map(({ label, value }) => `${label}=${value}`) ?? [];
const shows = (...expected: readonly string[]): Promise<void> =>
  vi.waitFor(() => expect(values()).toEqual(expected), { timeout: 4_000 });

beforeEach(() => {
  end = new AbortController();
  said = [];
  watched = () => undefined;
  reader = frameReader();
});
afterEach(() => end.abort());

const form =
  '<form><label>案由<input id="a" value="盗窃"></label><label>案件名称<input id="b" value="x"></label></form>';

const type = (id: string, value: string): void => {
  const box = document.getElementById(id) as HTMLInputElement;
  box.value = value;
  box.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
};

test("a key press sends the one value that changed", async () => {
  begin(form);
  await shows("案由=盗窃", "案件名称=x");
  said.length = 0;
  type("a", "诈骗");
  await shows("案由=诈骗", "案件名称=x");
  expect(said).toEqual([{ type: "values", change: { cells: [{ at: 0, value: "诈骗" }], touched: [] } }]);
});

const item =
  '<div class="el-form-item"><label class="el-form-item__label">案由</label><div class="el-form-item__content"><input id="a" value="盗窃"></div></div>';

test("the first key is read at once, as the page's own listeners have left it", async () => {
  begin(item);
  await shows("案由=盗窃");
  said.length = 0;
  const box = document.getElementById("a") as HTMLInputElement;
  box.addEventListener("input", () => {
    box.value = box.value.replace("x", "");
  });
  type("a", "诈骗x");
  expect(said).toEqual([{ type: "values", change: { cells: [{ at: 0, value: "诈骗" }], touched: [] } }]);
});

test("a page that keeps its keys to itself is read all the same", async () => {
  begin(item);
  await shows("案由=盗窃");
  document.getElementById("a")!.addEventListener("input", (event) => event.stopPropagation());
  type("a", "诈骗");
  await shows("案由=诈骗");
  type("a", "抢劫");
  await shows("案由=抢劫");
});

test("a value that a script sets without an event is noticed, even at once after the first reading", async () => {
  begin(form);
  await shows("案由=盗窃", "案件名称=x");
  for (const value of ["y", "z"]) {
    (document.getElementById("b") as HTMLInputElement).value = value;
    await shows("案由=盗窃", `案件名称=${value}`);
  }
});

test("a page that shows another case in the same boxes is never read half as the one and half as the other", async () => {
  begin(`<p id="n">案件编号：A1</p>${form}${item.replace('"a"', '"c"').replace("案由", "受案单位")}`);
  await shows("案件编号=A1", "案由=盗窃", "案件名称=x", "受案单位=盗窃");
  const seen = new Set<string>();
  watched = () => seen.add(values().join(" "));
  const box = (id: string, value: string): void => {
    (document.getElementById(id) as HTMLInputElement).value = value;
  };
  document.getElementById("n")!.textContent = "案件编号：A2";
  box("a", "诈骗");
  box("b", "y");
  box("c", "柳桥派出所");
  await shows("案件编号=A2", "案由=诈骗", "案件名称=y", "受案单位=柳桥派出所");
  expect(seen.size).toBe(1);
});

test("rows that only come have nobody look into the page's boxes; the next look does", async () => {
  const row = (what: string): string => `<tr><td>${what}</td><td>1</td></tr>`;
  begin(
    `${form}<table><thead><tr><th>物品名称</th><th>数量</th></tr></thead><tbody id="rows">${row("手机")}${row("电脑")}</tbody></table>`,
  );
  await shows("案由=盗窃", "案件名称=x");
  let asked = 0;
  const box = document.getElementById("a") as HTMLInputElement;
  const inherited = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!;
  Object.defineProperty(box, "value", {
    get() {
      asked++;
      return inherited.get!.call(box) as string;
    },
    set: (value: string) => inherited.set!.call(box, value),
    configurable: true,
  });
  const added = vi.fn();
  watched = added;
  asked = 0;
  const more = document.createElement("tr");
  for (const text of ["现金", "1"]) more.appendChild(document.createElement("td")).textContent = text;
  document.getElementById("rows")!.appendChild(more);
  await vi.waitFor(() => expect(added).toHaveBeenCalled());
  expect(reader.scan?.tables[0]?.rows).toHaveLength(3);
  expect(asked).toBe(0);
  box.value = "诈骗";
  await shows("案由=诈骗", "案件名称=x");
});

test("what is put in, taken away, shown and hidden is followed", async () => {
  begin('<div id="x"><p>案由：盗窃</p></div><div id="d" style="display:none"><p>案件名称：y</p></div>');
  await shows("案由=盗窃");
  document.getElementById("x")!.insertAdjacentHTML("beforeend", "<p>立案时间：2026-03-05</p>");
  await shows("案由=盗窃", "立案时间=2026-03-05");
  document.getElementById("d")!.style.display = "block";
  await shows("案由=盗窃", "立案时间=2026-03-05", "案件名称=y");
  document.getElementById("d")!.style.display = "none";
  document.querySelector("p")!.remove();
  await shows("立案时间=2026-03-05");
});

test("figures that tick where nothing is found are not read, what comes instead of them is", async () => {
  const stirs: boolean[] = [];
  document.body.innerHTML = `${form}<div><div id="t"><b>在线 1</b></div></div>`;
  const session = startReading({
    document,
    signal: end.signal,
    stirred: (ticks) => void stirs.push(ticks),
    say: (message) => message.type === "scan" && reader.take(message.scan),
  });
  session.learn(labelWords(), classWords(), []);
  await shows("案由=盗窃", "案件名称=x");
  const box = document.getElementById("t")!;
  for (const n of [2, 3, 4]) {
    const line = document.createElement("b");
    line.textContent = `在线 ${n}`;
    box.replaceChildren(line);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  expect(stirs).toEqual([false, true, true]);
  box.className = "on";
  box.innerHTML = "<p>立案时间：2026-03-05</p>";
  await shows("案由=盗窃", "案件名称=x", "立案时间=2026-03-05");
  expect(stirs.slice(3)).not.toContain(true);
});

test("the page is not touched by being read", async () => {
  begin(form);
  const before = document.documentElement.outerHTML;
  await shows("案由=盗窃", "案件名称=x");
  type("a", "诈骗");
  await shows("案由=诈骗", "案件名称=x");
  expect(document.documentElement.outerHTML).toBe(before);
});

test("an element that throws when it is asked loses only itself", async () => {
  document.body.innerHTML = `${form}<section id="bad"><p>案件编号：A1</p></section>`;
  const bad = document.getElementById("bad")!;
  Object.defineProperty(bad, "children", {
    get() {
      throw new Error("hostile");
    },
  });
  const session = startReading({
    document,
    signal: end.signal,
    say: (m) => m.type === "scan" && reader.take(m.scan),
  });
  session.learn(labelWords(), classWords(), []);
  await shows("案由=盗窃", "案件名称=x");
  expect(reader.scan?.faults).toHaveLength(1);
});

test("after the signal nothing is said any more", async () => {
  begin(form);
  await shows("案由=盗窃", "案件名称=x");
  end.abort();
  said.length = 0;
  type("a", "诈骗");
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(said).toEqual([]);
});
