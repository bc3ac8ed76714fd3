// Puts the console with its style sheets into a document.
import { render } from "preact";
import { TOKENS, tokenCss } from "../look/tokens.ts";
import { App } from "./App.tsx";
import { SideDesk } from "./desk/SideDesk.tsx";
import base from "./style/base.css?inline";
import board from "./style/board.css?inline";
import cases from "./style/cases.css?inline";
import desk from "./style/desk.css?inline";
import deskNarrow from "./style/desk-narrow.css?inline";
import fields from "./style/fields.css?inline";
import intake from "./style/intake.css?inline";
import items from "./style/items.css?inline";
import learn from "./style/learn.css?inline";
import otherActs from "./style/other-acts.css?inline";
import paper from "./style/paper.css?inline";
import parts from "./style/parts.css?inline";
import people from "./style/people.css?inline";
import profiles from "./style/profiles.css?inline";
import publish from "./style/publish.css?inline";
import sample from "./style/sample.css?inline";
import sheet from "./style/sheet.css?inline";
import shell from "./style/shell.css?inline";
import signs from "./style/signs.css?inline";
import statutes from "./style/statutes.css?inline";
import studio from "./style/studio.css?inline";
import tables from "./style/tables.css?inline";
import traffic from "./style/traffic.css?inline";

function dress(): void {
  const style = document.createElement("style");
  style.textContent = [
    tokenCss(TOKENS, ":root", "@media (prefers-color-scheme: dark)"),
    tokenCss(TOKENS, ".sample-light", ".sample-dark"),
    base,
    parts,
    fields,
    signs,
    tables,
    shell,
    cases,
    otherActs,
    studio,
    sample,
    profiles,
    people,
    publish,
    statutes,
    traffic,
    learn,
    intake,
    items,
    board,
    desk,
    deskNarrow,
    paper,
    sheet,
  ].join("\n");
  document.head.append(style);
}

/** Draws the console into `place`; colours follow the system, the two samples of the preview keep their own. */
export function mount(place: HTMLElement): void {
  dress();
  render(<App />, place);
}

/** Draws the desk alone, for the browser's side panel. */
export function mountSide(place: HTMLElement): void {
  dress();
  render(<SideDesk />, place);
}
