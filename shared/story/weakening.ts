// What a comparison of two tellings comes to: the kind of change, and the words on both sides with their places.
import type { FamilyId, Turn } from "./family.ts";

/** Which text a mention stands in; the two kinds are the category fields. */
export type Where = "call" | "callKind" | "disposal" | "disposalKind" | "brief" | "cause";

/** Words of one text with their place in it (UTF-16 units). They are the host page's and stay in the browser. */
export interface Mention {
  readonly where: Where;
  readonly at: number;
  readonly end: number;
  readonly words: string;
}

export type WeakeningKind =
  | `${FamilyId}-to-${Exclude<Turn, "denied">}`
  | `${FamilyId}-denied`
  | "amount-lowered"
  | "wish-dropped"
  | "injury-lowered";

export interface Weakening {
  readonly kind: WeakeningKind;
  readonly from: readonly Mention[];
  readonly to: readonly Mention[];
}

/** What was reported and what was made of it. Left out or blank = not compared. */
export interface Story {
  /** 警情类别. */
  readonly callKind?: string | undefined;
  /** 报警内容. */
  readonly call: string;
  /** 处理结果类别. */
  readonly disposalKind?: string | undefined;
  /** 处警经过. */
  readonly disposal?: string | undefined;
  /** 案由. */
  readonly cause?: string | undefined;
  /** 简要案情. */
  readonly brief?: string | undefined;
}
