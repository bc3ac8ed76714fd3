// Routes of the org tree: units and members within the caller's part of it.
import { accepted } from "../../shared/facts/errors.ts";
import type { Handlers } from "../handler.ts";

export const orgRoutes = {
  units: async ({ directory, caller }) =>
    accepted({ units: [...(await directory.subtree(caller.member.unit))] }),
  createUnit: ({ directory, caller, body }) => directory.createUnit(caller, body),
  members: async ({ directory, caller }) => accepted(await directory.members(caller)),
  createMember: ({ directory, caller, body }) => directory.createMember(caller, body),
} satisfies Pick<Handlers, "units" | "createUnit" | "members" | "createMember">;
