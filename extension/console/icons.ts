// The Lucide icons that only the console uses.
import arrowDown from "lucide-static/icons/arrow-down.svg?raw";
import arrowLeft from "lucide-static/icons/arrow-left.svg?raw";
import traffic from "lucide-static/icons/arrow-left-right.svg?raw";
import arrowUp from "lucide-static/icons/arrow-up.svg?raw";
import book from "lucide-static/icons/book-open-text.svg?raw";
import chart from "lucide-static/icons/chart-column.svg?raw";
import check from "lucide-static/icons/check.svg?raw";
import chevronDown from "lucide-static/icons/chevron-down.svg?raw";
import chevronRight from "lucide-static/icons/chevron-right.svg?raw";
import circle from "lucide-static/icons/circle.svg?raw";
import help from "lucide-static/icons/circle-question-mark.svg?raw";
import clipboard from "lucide-static/icons/clipboard-check.svg?raw";
import clock from "lucide-static/icons/clock.svg?raw";
import download from "lucide-static/icons/download.svg?raw";
import external from "lucide-static/icons/external-link.svg?raw";
import eye from "lucide-static/icons/eye.svg?raw";
import fileScan from "lucide-static/icons/file-scan.svg?raw";
import folder from "lucide-static/icons/folder-open.svg?raw";
import quiz from "lucide-static/icons/graduation-cap.svg?raw";
import hourglass from "lucide-static/icons/hourglass.svg?raw";
import intake from "lucide-static/icons/import.svg?raw";
import key from "lucide-static/icons/key-round.svg?raw";
import keyboard from "lucide-static/icons/keyboard.svg?raw";
import today from "lucide-static/icons/layout-list.svg?raw";
import list from "lucide-static/icons/list-checks.svg?raw";
import loader from "lucide-static/icons/loader-circle.svg?raw";
import locate from "lucide-static/icons/locate.svg?raw";
import lock from "lucide-static/icons/lock.svg?raw";
import logOut from "lucide-static/icons/log-out.svg?raw";
import note from "lucide-static/icons/message-square-text.svg?raw";
import dispute from "lucide-static/icons/messages-square.svg?raw";
import panelRight from "lucide-static/icons/panel-right.svg?raw";
import plus from "lucide-static/icons/plus.svg?raw";
import printer from "lucide-static/icons/printer.svg?raw";
import refresh from "lucide-static/icons/refresh-cw.svg?raw";
import scale from "lucide-static/icons/scale.svg?raw";
import search from "lucide-static/icons/search.svg?raw";
import send from "lucide-static/icons/send.svg?raw";
import server from "lucide-static/icons/server.svg?raw";
import shield from "lucide-static/icons/shield-check.svg?raw";
import guide from "lucide-static/icons/signpost.svg?raw";
import trash from "lucide-static/icons/trash-2.svg?raw";
import undo from "lucide-static/icons/undo-2.svg?raw";
import upload from "lucide-static/icons/upload.svg?raw";
import userCheck from "lucide-static/icons/user-round-check.svg?raw";
import users from "lucide-static/icons/users.svg?raw";
import close from "lucide-static/icons/x.svg?raw";
import type { Drawing } from "../look/drawing.ts";
import { lucide } from "../look/icons.ts";

export const icons = {
  arrowDown: lucide(arrowDown),
  arrowLeft: lucide(arrowLeft),
  arrowUp: lucide(arrowUp),
  book: lucide(book),
  chart: lucide(chart),
  check: lucide(check),
  chevronDown: lucide(chevronDown),
  chevronRight: lucide(chevronRight),
  circle: lucide(circle),
  clipboard: lucide(clipboard),
  clock: lucide(clock),
  close: lucide(close),
  dispute: lucide(dispute),
  download: lucide(download),
  eye: lucide(eye),
  fileScan: lucide(fileScan),
  folder: lucide(folder),
  guide: lucide(guide),
  help: lucide(help),
  quiz: lucide(quiz),
  intake: lucide(intake),
  key: lucide(key),
  keyboard: lucide(keyboard),
  list: lucide(list),
  loader: lucide(loader),
  locate: lucide(locate),
  lock: lucide(lock),
  logOut: lucide(logOut),
  note: lucide(note),
  plus: lucide(plus),
  refresh: lucide(refresh),
  scale: lucide(scale),
  search: lucide(search),
  send: lucide(send),
  server: lucide(server),
  shield: lucide(shield),
  traffic: lucide(traffic),
  trash: lucide(trash),
  undo: lucide(undo),
  upload: lucide(upload),
  users: lucide(users),
  external: lucide(external),
  hourglass: lucide(hourglass),
  panelRight: lucide(panelRight),
  printer: lucide(printer),
  today: lucide(today),
  userCheck: lucide(userCheck),
} satisfies Record<string, Drawing>;
