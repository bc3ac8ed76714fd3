// The units of one's own part of the tree, and a new one below: each level may only stand below a higher one.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Unit } from "../../../shared/api/shapes.ts";
import { bodies, chromeOf, type Edge, edgeFor, Refuse } from "../sample/background.ts";
import { type Control, choose, close, labelled, one, open, press, shown, type } from "../sample/draw.ts";

let edge: Edge;
let units: Unit[];
const show = (...roles: readonly string[]): void => {
  edge = edgeFor(...roles);
  units = [
    { id: "root", name: "星河市公安局", parent: null, level: "city" },
    { id: "cg", name: "城关派出所", parent: "root", level: "station" },
  ];
  edge.routes.members = () => ({ members: [] });
  edge.routes.units = () => ({ units });
  vi.stubGlobal("chrome", chromeOf(edge));
  open("#/people");
};
beforeEach(() => localStorage.clear());
afterEach(close);
const says = (text: string): Promise<void> => vi.waitFor(() => expect(shown()).toContain(text), 3_000);
const options = (label: string): string[] =>
  [...(labelled(label) as unknown as HTMLSelectElement).options].map(({ textContent }) => textContent ?? "");
const make = (): HTMLButtonElement => one<HTMLButtonElement>(".units form button.primary");

it("lists the tree and adds a unit below", async () => {
  show("admin");
  await says("星河市公安局");
  await press("单位", "[role=tab]");
  await says("城关派出所所队 cg");
  await press("新建下级单位");
  expect(make().disabled).toBe(true);
  expect(options("上级单位")).toEqual(["星河市公安局"]);
  expect(options("层级")).toEqual(["县级", "所队"]);
  await type(labelled("单位名称"), " 云岭县公安局 ");
  await type(labelled("单位代码"), "east");
  await choose(labelled("层级") as unknown as Control, "county");
  edge.routes.createUnit = () => {
    throw new Refuse("conflict", "单位代码 east 已经存在");
  };
  make().click();
  await says("单位代码 east 已经存在");
  expect(labelled("单位名称").value).toBe(" 云岭县公安局 ");
  edge.routes.createUnit = ({ body }) => {
    const unit = body as Unit;
    units = [...units, unit];
    return { unit };
  };
  make().click();
  await says("云岭县公安局县级 east");
  expect(bodies(edge, "createUnit").at(-1)).toEqual({
    id: "east",
    name: "云岭县公安局",
    parent: "root",
    level: "county",
  });
  expect(document.querySelector(".units form")).toBeNull();
});

it("is for administrators; others see the tree", async () => {
  show("leader");
  await says("人员与单位");
  await vi.waitFor(() => one("[role=tab]", "单位"), 3_000);
  await press("单位", "[role=tab]");
  await says("城关派出所所队");
  expect(shown()).not.toContain("新建下级单位");
});
