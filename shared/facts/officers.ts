// Reads the officers named in one cell, each with what the page says of their standing.
import { isNobody, namesOthers, namesPolice } from "./no-officer.ts";

export interface Officer {
  /** Name or officer number. */
  readonly name: string;
  /** 民警 or 辅警 as the page says; left out when it says nothing. */
  readonly standing?: "民警" | "辅警";
}

const POLICE = "人民警察|民警|侦查员|侦察员|所长|副所长|教导员|指导员|大队长|副大队长|中队长|队长|警长";
const AUXILIARY = "警务辅助人员|辅警|协警|辅助人员|文职";
const STANDING = new RegExp(`^(?:(${AUXILIARY})|(${POLICE}))$`);
const PREFIX = new RegExp(`^(?:(${AUXILIARY})|(${POLICE})):?(?=.)`);
const SUFFIX = new RegExp(`(?<=.)(?:(${AUXILIARY})|(${POLICE}))$`);

/** `侦查员：` before a list speaks of all of it. */
const HEADING = new RegExp(`^(?:(${AUXILIARY})|(${POLICE})):`);

/** `（分局副局长）` behind a name: who holds such an office is police. */
const OFFICE = /\(([^()]*(?:长|政委|主任|书记|教导员|指导员|负责人))\)/g;

/** What may stand for one officer: a name, with the dot of longer ones, or a number. */
const NAME = /^[\p{L}\p{N}·•.*_-]{1,24}$/u;

/** The day of a signature behind the names. */
const SIGNED_ON =
  /\s*\d{4}\s*[年.-]\s*\d{1,2}\s*[月.-]\s*\d{1,2}\s*日?(?:\s*\d{1,2}\s*[时:：点]\s*(?:\d{1,2}\s*分?)?)?\s*$/;

/** A day, a time of day or a count is nobody's name or number. */
const WHEN = /^\d{1,3}$|^共?\d{1,3}[人名位]$|^\d{1,4}[年月日时分.-]|^\d{4}-\d{1,2}-\d{1,2}$/;

const standingOf = (m: RegExpExecArray): Officer["standing"] => (m[1] === undefined ? "民警" : "辅警");

/** Begins as a name does, not as a number. */
const HAN = /^\p{Script=Han}{2}/u;

/** `陈 立` is one name whose letters were spread; `陈立 郑浩` are two. */
const joinSpread = (text: string): string =>
  text.replace(/(?<![\p{Script=Han}])(\p{Script=Han})\s+(\p{Script=Han})(?![\p{Script=Han}])/gu, "$1$2");

/** Splits `陈立 民警、郑浩 辅警` into its officers; undefined when it says that there are more than it names (等2人) or is no list of names. */
export function parseOfficers(text: string): readonly Officer[] | undefined {
  const found: { name: string; standing?: Officer["standing"] }[] = [];
  const whole = joinSpread(text.normalize("NFKC"))
    .trim()
    .replace(OFFICE, (all, office: string) => (STANDING.test(office) ? all : "(民警)"));
  const heading = HEADING.exec(whole);
  const plain = (heading ? whole.slice(heading[0].length) : whole).replace(SIGNED_ON, "");
  if (namesOthers(plain)) return undefined;
  if (/等(?:\d+|[一二三四五六七八九十]+)?[人名]?\s*$/.test(plain)) return undefined;
  for (const part of plain.split(/[、,;/|\n]+|\s和\s/)) {
    let fresh = true;
    let pending: Officer["standing"] = heading ? standingOf(heading) : undefined;
    const tokens = part.split(/[\s()[\]【】:]+/).filter((one) => one !== "");
    const named = tokens.some((one) => HAN.test(one) && !STANDING.test(one) && !isNobody(one));
    for (const token of tokens) {
      const word = STANDING.exec(token);
      const last = fresh ? undefined : found.at(-1);
      if (word) {
        if (last) last.standing = standingOf(word);
        else pending = standingOf(word);
      } else if (isNobody(token)) {
        // 柳桥派出所, 主办, 签名 beside a name must not count: one officer and such a word would pass for two.
        if (namesPolice(token)) pending = "民警";
      } else if ((last || named) && /^(?:警号)?[A-Za-z]?\d{3,}$|^警号$/.test(token)) {
        // An officer number beside a name, behind it or before it, adds nothing to the name.
      } else {
        const lead = PREFIX.exec(token);
        const trail = lead ? null : SUFFIX.exec(token);
        const name = lead ? token.slice(lead[0].length) : trail ? token.slice(0, trail.index) : token;
        const standing = lead ? standingOf(lead) : trail ? standingOf(trail) : pending;
        if (!found.some((one) => one.name === name)) found.push(standing ? { name, standing } : { name });
        [fresh, pending] = [false, heading ? standingOf(heading) : undefined];
      }
    }
  }
  // A text that is no list of names must not count as officers: two made of it would pass for two police.
  return found.length === 0 || !found.every(({ name }) => NAME.test(name) && !WHEN.test(name))
    ? undefined
    : (found as readonly Officer[]);
}

/** How many of them are 民警; undefined when the page does not say it of everyone. */
export function countPolice(officers: readonly Officer[]): number | undefined {
  if (officers.some(({ standing }) => standing === undefined)) return undefined;
  return officers.filter(({ standing }) => standing === "民警").length;
}

/** The name as facts keep it: an auxiliary stays marked, so that nobody takes 郑浩（辅警） for an officer. */
export const officerText = ({ name, standing }: Officer): string =>
  standing === "辅警" ? `${name}（辅警）` : name;
