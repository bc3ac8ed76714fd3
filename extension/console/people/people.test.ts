// People: one is opened and moved with a hand-over, a first password is shown once, a table is told row by row.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { MemberLine } from "../../../shared/api/routes/members.ts";
import { bodies, chromeOf, type Edge, edgeFor, Refuse } from "../sample/background.ts";
import { close, labelled, one, open, press, shown, type } from "../sample/draw.ts";

let edge: Edge;
const line = (id: string, name: string, part: Partial<MemberLine> = {}): MemberLine => ({
  id,
  account: id,
  name,
  officerId: null,
  unit: "cg",
  unitName: "城关派出所",
  roles: ["officer"],
  phone: null,
  state: "active",
  lockedUntil: null,
  seenAt: null,
  ...part,
});
const show = (...roles: readonly string[]): void => {
  edge = edgeFor(...roles);
  edge.routes.members = () => ({
    members: [line("han", "韩某某"), line("li", "李某某"), line("m9", "林知秋")],
  });
  edge.routes.units = () => ({
    units: [
      { id: "root", name: "星河市公安局", parent: null, level: "city" },
      { id: "cg", name: "城关派出所", parent: "root", level: "station" },
    ],
  });
  edge.routes.memberCases = () => ({ cases: [{ key: "警综平台:A1", number: "A1" }] });
  vi.stubGlobal("chrome", chromeOf(edge));
  open("#/people");
};
beforeEach(() => localStorage.clear());
afterEach(close);
const says = (text: string): Promise<void> => vi.waitFor(() => expect(shown()).toContain(text), 3_000);
const pick = async (name: string): Promise<void> => {
  await says(name);
  one(`[aria-label="查看${name}"]`).click();
  await says("没有登录过");
};

describe("a member", () => {
  it("is moved once somebody takes over the cases and a reason is given", async () => {
    show("admin");
    await pick("韩某某");
    await press("调动");
    await says("名下 1 件案件");
    expect(one<HTMLButtonElement>("form button.primary", "办理").disabled).toBe(true);
    await type(labelled("事由"), "轮岗");
    edge.routes.moveMember = () => ({ member: line("han", "韩某某"), handed: 1 });
    one("form button.primary", "办理").click();
    await says("移交案件 1 件");
    expect(bodies(edge, "moveMember")).toEqual([{ unit: "root", said: "轮岗", handTo: "li" }]);
  });
  it("gets a first password that is shown once", async () => {
    show("security");
    await pick("韩某某");
    edge.routes.resetPassword = () => ({
      initial: { password: "7KQM-2XRT-9HWD-22AB", until: 1_790_000_000_000 },
    });
    await press("重置口令");
    await says("7KQM2XRT9HWD22AB");
    await press("已交给本人");
    await vi.waitFor(() => expect(shown()).not.toContain("7KQM"));
  });
  it("keeps what a leader may not do out of sight, and one's own account for others", async () => {
    show("leader");
    await pick("韩某某");
    expect(shown()).toContain("移交案件");
    expect(shown()).not.toContain("重置口令");
    show("admin");
    await pick("林知秋");
    expect(shown()).toContain("这是您自己");
    expect(shown()).not.toContain("停用账号");
  });
});

describe("a table", () => {
  const bring = async (text: string): Promise<void> => {
    const input = one<HTMLInputElement>('input[type="file"]');
    const file = new File([text], "人员.csv");
    Object.defineProperty(input, "files", { configurable: true, value: [file] });
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const HEAD = "账号,姓名,单位,警号,手机,角色\n";
  it("is told row by row what is wrong and cannot be brought in", async () => {
    show("security");
    await says("韩某某");
    await press("从表格导入");
    edge.routes.importMembers = () => ({
      problems: [{ row: 1, column: "unit", code: "outside-unit", message: "单位“西城”不存在" }],
      made: [],
      until: 0,
    });
    await bring(`${HEAD}n1,甲某某,cg,,,民警\nn2,乙某某,西城,,,民警\n`);
    await says("1 行不对");
    await says("单位“西城”不存在");
    expect(shown()).not.toContain("甲某某");
    expect(
      [...document.querySelectorAll("button")].some(({ textContent }) => /^导入 \d/.test(textContent ?? "")),
    ).toBe(false);
    await bring("姓名\n甲某某\n");
    await says("表格缺少列：账号、单位、警号、手机、角色");
  });
  it("that is right is brought in whole, its first passwords to be saved once", async () => {
    show("security");
    await says("韩某某");
    await press("从表格导入");
    edge.routes.importMembers = ({ body }) => ({
      problems: [],
      made: (body as { check: boolean }).check
        ? []
        : [{ account: "n1", name: "甲某某", unit: "城关派出所", password: "7KQM-2XRT-9HWD-22AB" }],
      until: 1_790_000_000_000,
    });
    await bring(`${HEAD}n1,甲某某,cg,,,民警\n`);
    await says("1 行都可以导入");
    await press("导入 1 行");
    await says("下载口令表");
    expect(bodies<{ check: boolean }>(edge, "importMembers").map(({ check }) => check)).toEqual([
      true,
      false,
    ]);
    expect(shown()).not.toContain("7KQM");
  });
});

describe("the first sign-in", () => {
  it("opens nothing before an own password is set", async () => {
    edge = edgeFor("officer");
    const { session } = edge.requests;
    let must = true;
    edge.requests.session = async (input) => {
      const answer = await session?.(input);
      if (answer?.ok !== true) throw new Error("no session");
      return must ? { ok: true, value: { ...answer.value, mustChange: true } } : answer;
    };
    vi.stubGlobal("chrome", chromeOf(edge));
    open("#/cases");
    await says("先设自己的密码");
    expect(document.querySelector(".sidebar")).toBeNull();
    await type(labelled("初始口令"), "7KQM-2XRT-9HWD-22AB");
    await type(labelled("新密码"), "correct horse");
    await type(labelled("再输一次新密码"), "correct house");
    await press("保存新密码");
    await says("两次输入的密码不同");
    await type(labelled("再输一次新密码"), "correct horse");
    edge.routes.changePassword = () => {
      throw new Refuse("bad-credentials", "现在的密码不对");
    };
    await press("保存新密码");
    await says("现在的密码不对");
    edge.routes.changePassword = () => {
      must = false;
      return { ok: true, ended: 0 };
    };
    await press("保存新密码");
    await vi.waitFor(() => expect(document.querySelector(".sidebar")).not.toBeNull(), 3_000);
  });
});

describe("my account", () => {
  it("ends a device that is not mine", async () => {
    edge = edgeFor("officer");
    edge.routes.me = () => ({ member: line("m9", "林知秋") });
    let devices = [
      {
        id: "s1",
        label: "Chromium 109 Windows",
        way: "password",
        madeAt: 1,
        seenAt: 2,
        endsAt: 3,
        current: true,
      },
      { id: "s2", label: "Firefox 128", way: "oidc", madeAt: 1, seenAt: 2, endsAt: 3, current: false },
    ];
    edge.routes.devices = () => ({ devices });
    edge.routes.endDevice = ({ params }) => {
      devices = devices.filter(({ id }) => id !== params.id);
      return { ok: true };
    };
    vi.stubGlobal("chrome", chromeOf(edge));
    open("#/account");
    await says("Firefox 128");
    expect(shown()).toContain("这一台");
    one('[aria-label="让 Firefox 128 退出"]').click();
    await vi.waitFor(() => expect(shown()).not.toContain("Firefox 128"), 3_000);
  });
});
