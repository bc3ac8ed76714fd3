// The words of legal time: limits, counting methods, holiday plans, deadlines and their working.

/** How a period is counted; each method is one of the law's own. */
export type Count =
  | "hours"
  | "criminal-days"
  | "custody-hours"
  | "custody-days"
  | "custody-months"
  | "admin-days"
  | "workdays"
  | "months"
  | "at-once";

export type LimitUnit = "minutes" | "hours" | "days" | "workdays" | "months" | "years";

export interface Limit {
  readonly amount: number;
  readonly unit: LimitUnit;
}

/** Years whose official plan is loaded, days off that are workdays by weekday, and weekend days that are worked (调休). */
export interface HolidayPlan {
  /** Years for which the plan is known. */
  readonly years: readonly number[];
  /** `YYYY-MM-DD` → name of the holiday: every day off of a festival, weekends inside it included. */
  readonly off: Readonly<Record<string, string>>;
  /** `YYYY-MM-DD` of weekend days that are worked. */
  readonly work: readonly string[];
}

/** One line of the working as the why-card prints it. */
export interface WorkingLine {
  /** Operator in front: "" start, "+" add, "→" moved, "=" answer, "−" subtract. */
  readonly op: "" | "+" | "−" | "→" | "=";
  /** What is done: 按月计算. */
  readonly step: string;
  /** A small reason: 末日为国庆假期. */
  readonly note?: string;
  /** The value at the right: 2026年3月10日. */
  readonly value: string;
}

export interface Deadline {
  /** The stricter reading: last instant in time, inclusive (ms). */
  readonly due: number;
  /** The more lenient reading, ≥ due; equal where the text leaves no room. */
  readonly lenient: number;
  readonly working: readonly WorkingLine[];
  /** Why the two readings differ, in Chinese; absent when they agree. */
  readonly open?: string;
}
