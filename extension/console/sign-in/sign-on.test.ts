// The unified sign-on at the door: offered where there is one, waits for the person, wants the code of the page that came back.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { chromeOf, type Edge, edgeFor, member, session } from "../sample/background.ts";
import { close, labelled, one, open, press, shown, type } from "../sample/draw.ts";

let edge: Edge;
let away: boolean;
const show = (oidc: string | null): void => {
  away = true;
  edge = edgeFor();
  edge.requests.session = () => ({ ok: true, value: session({ connection: "signed-out" }) });
  edge.routes.health = () => ({ ok: true, now: 0, started: true, version: "0" });
  edge.routes.ways = () => ({ local: true, oidc });
  edge.requests["sign-on"] = () => ({ ok: true, value: null });
  edge.requests["sign-on-take"] = ({ code }) => {
    const value = session({ connection: "signed-out" });
    if (away) return { ok: true, value: { ...value, still: "waiting" } };
    if (code === undefined) return { ok: true, value: { ...value, still: "code" } };
    return code === "482100"
      ? { ok: true, value: session({ member: member("officer") }) }
      : { ok: false, code: "bad-credentials", message: "核对码不对" };
  };
  vi.stubGlobal("chrome", chromeOf(edge));
  open("#/");
};
beforeEach(() => localStorage.clear());
afterEach(close);
const says = (text: string): Promise<void> => vi.waitFor(() => expect(shown()).toContain(text), 5_000);

it("waits for the person, then for the code, and lets in by the right one only", async () => {
  show("市局统一认证");
  await says("用市局统一认证登录");
  await press("用市局统一认证登录");
  await says("请在打开的页面里完成");
  // One way in at a time: the local account stands back until it is asked for.
  const account = () => document.querySelector('[name="account"]');
  await vi.waitFor(() => expect(account()).toBeNull());
  await press("改用本地账号");
  await vi.waitFor(() => expect(account()).not.toBeNull());
  await press("用市局统一认证登录");
  away = false;
  await says("核对码");
  expect(one<HTMLButtonElement>(".sign-on button.primary").disabled).toBe(true);
  await type(labelled("核对码"), "000000");
  one(".sign-on button.primary").click();
  await says("核对码不对");
  await type(labelled("核对码"), " 482100 ");
  one(".sign-on button.primary").click();
  await vi.waitFor(() => expect(document.querySelector(".sidebar")).not.toBeNull(), 5_000);
}, 20_000);

it("is not offered where there is none", async () => {
  show(null);
  await says("登录");
  await vi.waitFor(() => expect(edge.asked.map(({ name }) => name)).toContain("ways"));
  expect(document.querySelector(".sign-on")).toBeNull();
});
