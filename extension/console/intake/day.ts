// The calls of a day by channel, and which of them are not cleared.
import type { DayIncident } from "../../../shared/api/routes/intake.ts";
import type { Colour } from "../../../shared/rules/finding.ts";

export type Channel = "call" | "station" | "phone" | "other";
export const CHANNELS: readonly Channel[] = ["call", "station", "phone", "other"];

const OF: Readonly<Record<string, Channel>> = {
  "110指令": "call",
  上门报案: "station",
  投案: "station",
  扭送: "station",
  电话报警: "phone",
  网络报警: "phone",
  短信报警: "phone",
  来信来件: "phone",
};

/** The channel by which a call came: 110, at the station, by telephone or network; all else apart. */
export const channelOf = ({ way }: Pick<DayIncident, "way">): Channel => OF[way] ?? "other";

export const COLOUR: Readonly<Record<DayIncident["state"], Colour | "moot">> = {
  late: "red",
  open: "yellow",
  unchecked: "grey",
  filed: "green",
  other: "moot",
};

/** Still to be dealt with: no case, or it could not be told whether there is one. */
export const isLeft = ({ state }: Pick<DayIncident, "state">): boolean =>
  state === "late" || state === "open" || state === "unchecked";

export interface ChannelCount {
  readonly channel: Channel;
  readonly all: number;
  readonly left: number;
  /** Of those the ones whose time is over. */
  readonly late: number;
}

/** How many came by each channel, and how many of those are not cleared. */
export const channelsOf = (incidents: readonly DayIncident[]): readonly ChannelCount[] =>
  CHANNELS.map((channel) => {
    const mine = incidents.filter((one) => channelOf(one) === channel);
    return {
      channel,
      all: mine.length,
      left: mine.filter(isLeft).length,
      late: mine.filter(({ state }) => state === "late").length,
    };
  }).filter(({ channel, all }) => channel !== "other" || all > 0);
