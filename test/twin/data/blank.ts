// The empty record of each list, as a platform stores it when somebody adds a line.
const texts = (keys: string): Record<string, string> =>
  Object.fromEntries(keys.split(" ").map((key) => [key, ""]));

export type ListName = "persons" | "measures" | "interviews" | "property" | "approvals";

/** What a new line of each list holds before anything is typed. */
export const BLANK: Readonly<Record<ListName, () => Record<string, string | string[]>>> = {
  persons: () => texts("name sex birth age idNo role work phone address guardian"),
  measures: () =>
    texts(
      "person kind docNo decidedAt startedAt expiresAt arrivedAt leftAt to24 extension arrestRequestAt endedAt jailAt firstAskedAt familyNoticeAt noNoticeReason arrestResult bailKind guarantor bailMoney executors approver level",
    ),
  interviews: () => ({
    ...texts(
      "type times recorder startAt endAt place placeKind recorded arrivedAt arriveBy crowd complex mayDetain extended familyNoticeAt leftAt name sex birth idNo role minor guardianPresent guardianName rightsTold text",
    ),
    askers: [],
  }),
  property: () =>
    texts(
      "code name category quantity feature holder seizedAt witness listNo listGivenAt keeper keepPlace storedAt related unrelatedAt returnedAt outcome",
    ),
  approvals: () =>
    texts(
      "code matter applicant appliedAt reviewer reviewOpinion reviewedAt approver approveOpinion approvedAt collective collectiveAt",
    ),
};

export const isList = (name: string): name is ListName => Object.hasOwn(BLANK, name);
