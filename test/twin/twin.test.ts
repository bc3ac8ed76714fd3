// Proves that the twin answers every page, keeps what is saved on both platforms, and guards its gateway.
import { createHmac } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Case } from "./model.ts";
import { DEFAULT_GATEWAY_SECRET, startTwin, type Twin } from "./server.ts";
import { Store } from "./store.ts";

const NOW = Date.parse("2026-11-20T15:48:00+08:00");
const FRAMES = [
  "ajxx",
  "jcjd",
  "sadj",
  "ryqz",
  "qzcs_list",
  "qzcs_edit",
  "bllb",
  "sacw",
  "wp_list",
  "wsyx",
  "baq",
  "jz",
  "cpsh",
];
let twin: Twin;

beforeAll(async () => {
  if (!existsSync(join(import.meta.dirname, "dist/index.html"))) {
    const { build } = await import("vite");
    await build({ configFile: join(import.meta.dirname, "vite.config.ts"), logLevel: "error" });
  }
  twin = await startTwin({ port: 0, now: NOW });
});
afterAll(() => twin.close());

const text = async (path: string): Promise<string> => {
  const reply = await fetch(twin.url + path);
  expect(reply.status, path).toBe(200);
  return reply.text();
};
/** What a person sees of a page: tags gone, values of fields kept. */
const seen = (page: string): string =>
  page
    .replaceAll(/<input[^>]*value="([^"]*)"[^>]*>/g, (tag, value: string) =>
      tag.includes("hidden") ? "" : value,
    )
    .replaceAll(/<[^>]*>/g, "");
const newCase = async (no: string): Promise<Case> =>
  ((await (await fetch(`${twin.url}/new/api/cases/${no}`)).json()) as { data: Case }).data;
const put = (path: string, values: object, method = "PUT"): Promise<Response> =>
  fetch(`${twin.url}/new/api/${path}`, { method, body: JSON.stringify(values) });
const post = (fields: Record<string, string>): Promise<Response> =>
  fetch(`${twin.url}/old/save.jsp`, { method: "POST", body: new URLSearchParams(fields) });

describe("the pages", () => {
  it("of the new platform are served whole", async () => {
    const shell = await text("/new/");
    const script = /src="([^"]+\.js)"/.exec(shell)?.[1] ?? "";
    expect((await text(script)).length).toBeGreaterThan(100_000);
    expect((await fetch(`${twin.url}/new/..%2fserver.ts`)).status).toBe(404);
  });

  it.each(new Store(NOW).cases("new").map((each) => each.no))(
    "of case %s come with its number",
    async (no) => {
      const found = await newCase(no);
      expect(found.no).toBe(no);
      expect(found.incident.caseNo === no || found.incident.no === "").toBe(true);
    },
  );

  it.each(new Store(NOW).cases("old"))("of case $no show its number in every frame", async (found) => {
    for (const frame of FRAMES) {
      const page = await text(
        `/old/aj/${frame}.jsp?AJBH=${found.no}&ID=${frame === "qzcs_edit" ? "new" : ""}`,
      );
      expect(seen(page), frame).toContain(found.no);
    }
    for (const each of found.interviews) {
      expect(seen(await text(`/old/aj/bl_paper.jsp?AJBH=${found.no}&ID=${each.id}`))).toContain(found.no);
    }
    expect(await text(`/old/work.jsp?AJBH=${found.no}&page=ryqz`)).toContain(
      `/old/aj/ryqz.jsp?AJBH=${found.no}`,
    );
    expect(await text(`/old/index.jsp?AJBH=${found.no}&page=ryqz`)).toContain("workFrame");
  });

  it("show the planted list to nobody", async () => {
    for (const path of ["/planted.json", "/new/planted.json", "/old/planted.json"]) {
      expect((await fetch(twin.url + path)).status, path).toBe(404);
    }
  });
});

describe("saving", () => {
  it("keeps a measure on the new platform until the records are put back", async () => {
    const no = "A9901045200002026060142";
    const reply = await put(`cases/${no}/measures/m2`, { familyNoticeAt: "2026-06-10 09:00" });
    expect(reply.status).toBe(200);
    expect((await newCase(no)).measures[1]?.familyNoticeAt).toBe("2026-06-10 09:00");
    await put(`cases/${no}/measures`, { person: "高某某", kind: "取保候审" }, "POST");
    expect((await newCase(no)).measures.at(-1)).toMatchObject({ id: "m4", kind: "取保候审" });
    twin.reset();
    expect((await newCase(no)).measures[1]?.familyNoticeAt).toBe("");
  });

  it("keeps the officers of an interview and refuses an end before the beginning", async () => {
    const path = "cases/A9901045200002026110187/interviews/b2";
    await put(path, { askers: ["陈立 民警", "周岩 民警"] });
    expect((await newCase("A9901045200002026110187")).interviews[1]?.askers).toEqual([
      "陈立 民警",
      "周岩 民警",
    ]);
    const refused = await put(path, { startAt: "2026-11-20 15:00", endAt: "2026-11-20 14:00" });
    expect(refused.status).toBe(400);
    expect(((await refused.json()) as { msg: string }).msg).toBe("结束时间不能早于开始时间");
    twin.reset();
  });

  it("keeps a posted form on the old platform and escapes what was typed", async () => {
    const no = "A9901045200002026050063";
    const reply = await post({
      FORM_: "measures",
      AJBH_: no,
      ID_: "m1",
      XM: "卢某某",
      CSZL: "刑事拘留",
      SCXWSJ: "2026-05-07 18:00",
      PZR: '"><script>1</script>',
    });
    expect(reply.redirected).toBe(true);
    const form = await reply.text();
    expect(form).toContain("保存成功");
    expect(form).not.toContain("<script>1");
    const list = await text(`/old/aj/qzcs_list.jsp?AJBH=${no}`);
    expect(list).toContain("2026-05-07 18:00:00");
    expect(list).not.toContain("<script>1");
    twin.reset();
    expect(await text(`/old/aj/qzcs_list.jsp?AJBH=${no}`)).not.toContain("2026-05-07 18:00:00");
  });

  it("complains about an empty required field on the old platform", async () => {
    const reply = await post({ FORM_: "filing", AJBH_: "A9901045200002026070021", SASJ: "" });
    expect(await reply.text()).toContain("请填写受案时间");
  });
});

describe("the gateway", () => {
  const send = (body: string, secret = DEFAULT_GATEWAY_SECRET): Promise<Response> =>
    fetch(`${twin.url}/gateway/sms`, {
      method: "POST",
      headers: { "x-signature": createHmac("sha256", secret).update(body).digest("hex") },
      body,
    });

  it("takes a signed message once and refuses a wrong signature", async () => {
    twin.reset();
    const body = JSON.stringify({ id: "a-1", to: "19900000001", text: "取保候审即将届满" });
    expect((await send(body, "wrong")).status).toBe(401);
    expect((await fetch(`${twin.url}/gateway/sms`, { method: "POST", body })).status).toBe(401);
    expect((await send(body)).status).toBe(200);
    expect(((await (await send(body)).json()) as { duplicate: boolean }).duplicate).toBe(true);
    expect(twin.messages()).toHaveLength(1);
    expect(await text("/gateway/")).toContain("取保候审即将届满");
    expect((await send("not json")).status).toBe(400);
  });

  it("fails as often as it was told to", async () => {
    twin.reset();
    twin.failNext(2);
    const body = JSON.stringify({ id: "a-2", to: "19900000002", text: "提醒" });
    expect([(await send(body)).status, (await send(body)).status, (await send(body)).status]).toEqual([
      503, 503, 200,
    ]);
    expect(twin.messages()).toHaveLength(1);
  });
});
