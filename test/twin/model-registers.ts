// The registers of a case: papers, recordings, stays in the secured area, meddling, the dossier.
import type { Stamp, YesNo } from "./model-values.ts";

export interface Paper {
  id: string;
  kind: string;
  docNo: string;
  madeAt: Stamp;
  person: string;
  servedAt: Stamp;
  way: string;
  receiver: string;
  signed: YesNo;
}

export interface Film {
  id: string;
  code: string;
  of: string;
  startAt: Stamp;
  endAt: Stamp;
  operator: string;
  device: string;
  whole: YesNo;
  storedAt: Stamp;
}

export interface Stay {
  id: string;
  person: string;
  venue: string;
  room: string;
  reason: string;
  enteredAt: Stamp;
  escort: string;
  checkedAt: Stamp;
  injury: string;
  belongingsAt: Stamp;
  guards: string;
  monitored: YesNo;
  leftAt: Stamp;
}

export interface Meddling {
  id: string;
  at: Stamp;
  from: string;
  fromKind: string;
  way: string;
  content: string;
  recordedBy: string;
  recordedAt: Stamp;
  reportedAt: Stamp;
}

export interface Dossier {
  code: string;
  volumes: string;
  madeAt: Stamp;
  madeBy: string;
  missing: string;
  lentAt: Stamp;
  archivedAt: Stamp;
  state: string;
}
