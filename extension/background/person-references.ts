// The references of persons by ID number, for a table that one of our own pages is about to send: the numbers stay here.
import { referencesBy } from "../../shared/intake/person-number.ts";
import type { IntakeRequests } from "../protocol/intake.ts";
import { local } from "./kept.ts";

type IntakeAnswerers = {
  readonly [K in keyof IntakeRequests]: (input: IntakeRequests[K]["in"]) => Promise<IntakeRequests[K]["out"]>;
};

export const intakeAnswers: IntakeAnswerers = {
  async "person-references"({ numbers }) {
    const key = await local("referenceKey");
    if (key === undefined) return { ok: false, code: "not-signed-in", message: "没有登录，请先登录" };
    return { ok: true, value: numbers.map((number) => referencesBy(key)(String(number))) };
  },
};
