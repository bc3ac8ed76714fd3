// Every message between a page's script, the background and our own pages; one map per direction, one answerer each.
import type { Code } from "../../shared/facts/errors.ts";
import type { Fact } from "../../shared/facts/fact.ts";
import type { Finding, Judgement } from "../../shared/rules/finding.ts";
import type { Origin } from "../../shared/rules/layers/layer.ts";
import type { Checklist } from "../../shared/rules/pack.ts";
import type { SiteProfile } from "../../shared/rules/site-profile.ts";
import type { CaseNote, CaseTick, NoteDraft } from "../../shared/supervision/note.ts";
import type { ArticleAsked, ArticleView } from "./article.ts";
import type { DeskRequests } from "./desk.ts";
import type { FindingAnswer, RuleHelp } from "./finding-answer.ts";
import type { FrameScan, ScanChange, SentScan } from "./frame-scan.ts";
import type { IntakeRequests } from "./intake.ts";
import type { LearningRequests } from "./learning.ts";
import type { DriftShown, PickingRequests } from "./picking.ts";
import type { Reminded } from "./reminded.ts";
import type { SessionView } from "./session-view.ts";
import type { CaseItem, SupervisionRequests } from "./supervision.ts";
import type { TrafficRequests } from "./traffic.ts";

export type { FindingAnswer, RuleHelp } from "./finding-answer.ts";
export type { SessionView } from "./session-view.ts";

/** What a frame saw: facts of one reading, with the kind of page and the hit rate. */
export interface FrameReading {
  /** Index path of the frame: "" = top. */
  readonly frame: string;
  readonly url: string;
  readonly pageKind: string;
  readonly pageLabel: string;
  /** Platform name of the site profile, else the host. */
  readonly platform: string;
  /** Case number as read in this frame, if any. */
  readonly caseNumber?: string;
  readonly facts: readonly Fact[];
  /** Lists that were read completely (all rows present). */
  readonly completeLists: readonly string[];
  /** Of these, the lists that are all there is of the case: what is not among them is missing, not merely elsewhere. */
  readonly wholeLists: readonly string[];
  readonly hits: { readonly matched: number; readonly seen: number };
  /** True when the page proved too heavy to be read along: it is read as a field is left. */
  readonly slow?: boolean;
  readonly at: number;
}

/** Port `frame`, content script → background. */
export type FrameToBackground =
  | { readonly type: "scan"; readonly scan: SentScan }
  | { readonly type: "values"; readonly change: ScanChange }
  | { readonly type: "paused"; readonly paused: boolean }
  | { readonly type: "open-panel" }
  /** The panel or the gate needs the whole state, or no longer does. */
  | { readonly type: "whole"; readonly whole: boolean }
  | ({ readonly type: "locate" } & Spot);

/** Where a value stands: an element of one frame. */
export interface Spot {
  readonly frame: string;
  readonly css: string;
}

/** What the page draws: decided by the background, never computed by a screen. */
export interface PageState extends DriftShown {
  /** Only what a page with a closed panel draws: the button, the markers, the notes. */
  readonly slim?: true;
  readonly caseKey?: string;
  readonly caseNumber?: string;
  /** 盗窃 · 刑事. */
  readonly caseLine?: string;
  readonly pageKind: string;
  readonly pageLabel: string;
  /** Findings applicable on this page (headline, coverage bar), gravest first. */
  readonly applicable: readonly Finding[];
  /** Findings of the case that speak, and of rules in a checklist also that they do not (the 清单 and 时限 show these). */
  readonly all: readonly Finding[];
  /** Evidence by fact path: where each value was read. */
  readonly evidence: Readonly<Record<string, EvidenceView>>;
  readonly checklists: readonly Checklist[];
  readonly ticks: readonly CaseTick[];
  readonly notes: readonly CaseNote[];
  /** Supervision items of the case. */
  readonly items?: readonly CaseItem[];
  /** The unit's last reminder of each place of the case. */
  readonly reminded?: readonly Reminded[];
  /** What this user has answered, by finding key. */
  readonly answers: Readonly<Record<string, FindingAnswer>>;
  readonly pack: { readonly revision: number; readonly label: string; readonly refused?: string };
  /** Where rules come from that a layer below the nation added or changed, by rule; all others are the nation's. */
  readonly origins?: Readonly<Record<string, Origin>>;
  readonly member?: {
    readonly name: string;
    readonly id: string;
    readonly roles: readonly string[];
    readonly unitName: string;
    readonly officerId?: string;
  };
  /** The page is used by another officer: why nothing of it is recorded, and the ways out. */
  readonly otherOfficer?: string;
  readonly connection: "online" | "offline" | "signed-out";
  /** Entries that wait in the outbox. */
  readonly waiting: number;
  /** Instant of this judgement on the server's clock (ms), and the offset server − local. */
  readonly at: number;
  readonly clockOffset: number;
  readonly paused?: { readonly until: number; readonly reason: string };
  /** The page proved too heavy to be read along: what is typed is read as a field is left. */
  readonly slow?: true;
  /** Submit buttons of this page kind (site profile). */
  readonly submits: NonNullable<SiteProfile["pages"][number]["submits"]>;
  readonly state: "reading" | "ready" | "no-case" | "error";
}

export interface EvidenceView {
  readonly label: string;
  readonly text: string;
  readonly css: string;
  readonly frame: string;
  /** Page it was read on, its word on screen; `来自台账` for values from the ledger. */
  readonly pageLabel: string;
  readonly at: number;
  /** True when it stands on the page shown now, so that 定位 and markers work. */
  readonly here: boolean;
}

/** What changed in a page's state since it was last told on the same port; the first is all of it. */
export interface StateChange {
  /** Nothing was told before. */
  readonly anew?: true;
  readonly parts: Partial<PageState>;
  readonly gone?: readonly (keyof PageState)[];
}

/** Port `frame`, background → content script. */
export type BackgroundToFrame =
  | ({ readonly type: "state" } & StateChange)
  | { readonly type: "rescan" }
  /**
   * By what to read: the dictionary's labels (folded, separated by spaces), the class names of component libraries (a line
   * for each kind) and the site profiles of this address; said on connecting and when the pack changes.
   */
  | {
      readonly type: "learn";
      readonly labels: string;
      readonly classes: string;
      readonly profiles: readonly SiteProfile[];
    }
  | { readonly type: "toggle-panel" }
  | ({ readonly type: "locate" } & Spot);

/** One-off requests from a page's script or one of our own pages; `runtime.sendMessage`. */
export interface Requests
  extends DeskRequests,
    PickingRequests,
    SupervisionRequests,
    TrafficRequests,
    IntakeRequests,
    LearningRequests {
  /** Answer a finding: 签收、办结、有异议、有误、说明; `caseKey` "" is the form without a case number in the asking tab. */
  answer: {
    in: {
      caseKey: string;
      finding: string;
      rule: string;
      on: string;
      kind: FindingAnswer["kind"];
      said?: string;
      until?: number;
    };
    out: Answer<null>;
  };
  /** Tick an attest item of a checklist, with evidence. */
  tick: { in: { caseKey: string; item: string; ticked: boolean; evidence: string }; out: Answer<null> };
  /** Write a note on a place of the page (legal officer). */
  note: { in: { caseKey: string; draft: NoteDraft }; out: Answer<CaseNote> };
  "note-reply": {
    in: { caseKey: string; note: string; said: string; fixed?: boolean };
    out: Answer<CaseNote>;
  };
  "note-close": { in: { caseKey: string; note: string; said: string }; out: Answer<CaseNote> };
  /** The text of an article that a rule cites, from this browser's copy of the statute library. */
  article: { in: ArticleAsked; out: Answer<ArticleView> };
  /** What a rule offers beyond its finding: the text to write, and the exceptions the law knows. */
  "rule-help": { in: { rule: string }; out: Answer<RuleHelp> };
  /** Pause on this tab with a reason, for at most 30 minutes; 0 ends it and has the page judged again. */
  pause: { in: { minutes: number; reason: string }; out: Answer<null> };
  /** Load the panel's script into the asking tab. */
  "load-panel": { in: Record<string, never>; out: Answer<null> };
  /** Puts the reader into a frame that may not import it. */
  "load-reader": { in: Record<string, never>; out: Answer<null> };
  /** The signed-in officer has seen the tour, or waved it off. */
  "tour-done": { in: Record<string, never>; out: Answer<null> };
  "open-console": { in: { path?: string }; out: Answer<null> };
  /** Session, for our own pages only. */
  session: { in: Record<string, never>; out: Answer<SessionView> };
  "set-server": { in: { url: string }; out: Answer<SessionView> };
  /**
   * `trustKey` "" asks, where no pack key is pinned, for the offered one and signs nobody in; a key pins that one; left out,
   * the offered key is pinned unasked.
   */
  "sign-in": { in: { account: string; password: string; trustKey?: string }; out: Answer<SessionView> };
  /** Begins the unified sign-on: its page opens in a tab. */
  "sign-on": { in: Record<string, never>; out: Answer<null> };
  /** Whether the person is back from it, and with `code`, which the page there shows, the session; `trustKey` confirms the offered pack key. */
  "sign-on-take": {
    in: { code?: string; trustKey?: string };
    out: Answer<SessionView & { readonly still?: "waiting" | "code" }>;
  };
  "sign-out": { in: Record<string, never>; out: Answer<SessionView> };
  /** An authorised call of the worker for our own pages; `route` is a key of the contract. */
  call: {
    in: { route: string; params?: Record<string, string>; query?: Record<string, string>; body?: unknown };
    out: Answer<unknown>;
  };
  /** What this browser holds: cases in memory, outbox, pack; for the console's health and the tools. */
  status: { in: Record<string, never>; out: Answer<StatusView> };
  /** What the frames of one tab saw and what was made of it; for the tool that reads a page. Our own pages only. */
  describe: { in: { tab: number }; out: Answer<TabDescription> };
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: Code; readonly message: string };

export interface TabDescription {
  readonly frames: readonly {
    /** Id that the browser gives the frame. */
    readonly id: number;
    readonly scan?: FrameScan;
    readonly reading?: FrameReading;
  }[];
  readonly judgement?: Judgement;
  readonly pack: { readonly issuer: string; readonly label: string };
}

export interface StatusView {
  readonly waiting: number;
  readonly sent: number;
  readonly cases: readonly {
    readonly key: string;
    readonly findings: readonly Finding[];
    readonly at: number;
  }[];
  readonly pack: PageState["pack"];
  readonly nextAlarm?: number;
  readonly receipts: number;
  readonly lastError?: string;
}
