// The wordings and spellings of all elements, by element.
import type { ElementId } from "../field.ts";
import type { Spellings } from "../spelt.ts";
import type { Wordings } from "../worded.ts";
import { approvalsSpellings, approvalsWordings } from "./approvals.ts";
import { caseSpellings, caseWordings } from "./case.ts";
import { documentsSpellings, documentsWordings } from "./documents.ts";
import { dossierSpellings, dossierWordings } from "./dossier.ts";
import { examinationsSpellings, examinationsWordings } from "./examinations.ts";
import { incidentSpellings, incidentWordings } from "./incident.ts";
import { interferencesSpellings, interferencesWordings } from "./interferences.ts";
import { interviewsSpellings, interviewsWordings } from "./interviews.ts";
import { measuresSpellings, measuresWordings } from "./measures.ts";
import { penaltiesSpellings, penaltiesWordings } from "./penalties.ts";
import { personsSpellings, personsWordings } from "./persons.ts";
import { propertySpellings, propertyWordings } from "./property.ts";
import { recordingsSpellings, recordingsWordings } from "./recordings.ts";
import { requestsSpellings, requestsWordings } from "./requests.ts";
import { venuesSpellings, venuesWordings } from "./venues.ts";

export const wordings: Partial<Record<ElementId, Wordings>> = {
  incident: incidentWordings,
  case: caseWordings,
  persons: personsWordings,
  interviews: interviewsWordings,
  measures: measuresWordings,
  property: propertyWordings,
  documents: documentsWordings,
  approvals: approvalsWordings,
  recordings: recordingsWordings,
  venues: venuesWordings,
  dossier: dossierWordings,
  interferences: interferencesWordings,
  examinations: examinationsWordings,
  requests: requestsWordings,
  penalties: penaltiesWordings,
};

export const spellings: Partial<Record<ElementId, Spellings>> = {
  incident: incidentSpellings,
  case: caseSpellings,
  persons: personsSpellings,
  interviews: interviewsSpellings,
  measures: measuresSpellings,
  property: propertySpellings,
  documents: documentsSpellings,
  approvals: approvalsSpellings,
  recordings: recordingsSpellings,
  venues: venuesSpellings,
  dossier: dossierSpellings,
  interferences: interferencesSpellings,
  examinations: examinationsSpellings,
  requests: requestsSpellings,
  penalties: penaltiesSpellings,
};
