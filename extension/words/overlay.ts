// The words on the host page itself: the button and the markers.
import type { Colour } from "../../shared/rules/finding.ts";

/** The word of each colour. */
export const STATE: Readonly<Record<Colour, string>> = {
  red: "违反",
  orange: "紧急",
  yellow: "临近",
  blue: "关注",
  green: "符合",
  grey: "未检查",
};

/** The largest unit of a span, for a marker: `42 分`, `13 小时`, `3 天`, from two years on `28 年`. */
export function shortSpan(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  if (minutes < 60) return `${minutes} 分`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} 小时`;
  const days = Math.floor(minutes / 1440);
  return days < 731 ? `${days} 天` : `${Math.floor(days / 365.2425)} 年`;
}

export const words = {
  product: "第一粒扣",
  button: {
    idle: "第一粒扣",
    reading: "第一粒扣：正在读取本页",
    paused: "第一粒扣：已暂停",
    stopped: "第一粒扣：已停，本页没有检查",
    met: (n: number) => `第一粒扣：已检查 ${n} 项，均符合`,
    open: (n: number, parts: string) => `第一粒扣 ${n} 项：${parts}`,
  },
  count: Object.fromEntries(
    Object.entries(STATE).map(([colour, word]) => [colour, (n: number) => `${n} 项${word}`]),
  ) as Record<Colour, (n: number) => string>,
} as const;
