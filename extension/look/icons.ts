// The Lucide icons in use, inlined at build and turned into drawings.
import arrowLeft from "lucide-static/icons/arrow-left.svg?raw";
import bell from "lucide-static/icons/bell.svg?raw";
import check from "lucide-static/icons/check.svg?raw";
import chevronDown from "lucide-static/icons/chevron-down.svg?raw";
import chevronRight from "lucide-static/icons/chevron-right.svg?raw";
import cloudOff from "lucide-static/icons/cloud-off.svg?raw";
import copy from "lucide-static/icons/copy.svg?raw";
import ellipsis from "lucide-static/icons/ellipsis.svg?raw";
import externalLink from "lucide-static/icons/external-link.svg?raw";
import fileSearch from "lucide-static/icons/file-search.svg?raw";
import flag from "lucide-static/icons/flag.svg?raw";
import listChecks from "lucide-static/icons/list-checks.svg?raw";
import loader from "lucide-static/icons/loader-circle.svg?raw";
import locate from "lucide-static/icons/locate.svg?raw";
import logIn from "lucide-static/icons/log-in.svg?raw";
import mapPinOff from "lucide-static/icons/map-pin-off.svg?raw";
import dispute from "lucide-static/icons/message-circle-question-mark.svg?raw";
import message from "lucide-static/icons/message-square-text.svg?raw";
import point from "lucide-static/icons/mouse-pointer-click.svg?raw";
import panelLeft from "lucide-static/icons/panel-left.svg?raw";
import panelRight from "lucide-static/icons/panel-right.svg?raw";
import pause from "lucide-static/icons/pause.svg?raw";
import play from "lucide-static/icons/play.svg?raw";
import refresh from "lucide-static/icons/refresh-cw.svg?raw";
import scan from "lucide-static/icons/scan-search.svg?raw";
import insert from "lucide-static/icons/text-cursor-input.svg?raw";
import textSelect from "lucide-static/icons/text-select.svg?raw";
import thumbsUp from "lucide-static/icons/thumbs-up.svg?raw";
import undo from "lucide-static/icons/undo-2.svg?raw";
import unplug from "lucide-static/icons/unplug.svg?raw";
import close from "lucide-static/icons/x.svg?raw";
import type { Drawing, Stroke } from "./drawing.ts";

const OUTER = {
  fill: "none",
  stroke: "currentColor",
  "stroke-width": 1.75,
  "stroke-linecap": "round",
  "stroke-linejoin": "round",
} as const;

/** The drawing of one Lucide file; its shapes are flat and self-closing. */
export function lucide(raw: string): Drawing {
  const strokes: Stroke[] = [];
  for (const [, tag, rest] of raw.matchAll(
    /<(path|line|circle|rect|polyline|polygon|ellipse)\b([^>]*?)\/>/g,
  )) {
    const attributes: Record<string, string> = {};
    for (const [, name, value] of (rest ?? "").matchAll(/([\w-]+)="([^"]*)"/g)) attributes[name!] = value!;
    strokes.push([tag!, attributes]);
  }
  return { grid: 24, strokes, outer: OUTER };
}

export const icons = {
  arrowLeft: lucide(arrowLeft),
  bell: lucide(bell),
  check: lucide(check),
  chevronDown: lucide(chevronDown),
  chevronRight: lucide(chevronRight),
  cloudOff: lucide(cloudOff),
  copy: lucide(copy),
  ellipsis: lucide(ellipsis),
  externalLink: lucide(externalLink),
  fileSearch: lucide(fileSearch),
  flag: lucide(flag),
  listChecks: lucide(listChecks),
  loader: lucide(loader),
  locate: lucide(locate),
  logIn: lucide(logIn),
  mapPinOff: lucide(mapPinOff),
  dispute: lucide(dispute),
  message: lucide(message),
  point: lucide(point),
  panelLeft: lucide(panelLeft),
  panelRight: lucide(panelRight),
  pause: lucide(pause),
  play: lucide(play),
  refresh: lucide(refresh),
  scan: lucide(scan),
  insert: lucide(insert),
  textSelect: lucide(textSelect),
  thumbsUp: lucide(thumbsUp),
  undo: lucide(undo),
  unplug: lucide(unplug),
  close: lucide(close),
} satisfies Record<string, Drawing>;
