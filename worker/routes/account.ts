// Routes of one's own account: password, devices, and the post that one signs in to.
import { accepted } from "../../shared/facts/errors.ts";
import type { Handlers } from "../handler.ts";

export const accountRoutes = {
  changePassword: async ({ directory, caller, unit, body }) => {
    const done = await directory.changePassword(caller, body);
    if (done.ok && done.value.ended > 0)
      await unit(caller.member.unit).org("hangUp", { member: caller.member.id });
    return done;
  },
  devices: async ({ directory, caller }) => accepted({ devices: await directory.devices(caller) }),
  endDevice: async ({ directory, caller, unit, param }) => {
    const done = await directory.endDevice(caller, param("id"));
    // Every socket of the member is closed; those who are still signed in come back by themselves.
    if (done.ok) await unit(caller.member.unit).org("hangUp", { member: caller.member.id });
    return done;
  },
  usePost: async ({ directory, caller, unit, body }) => {
    const done = await directory.usePost(caller, body.unit);
    if (!done.ok) return done;
    await unit(caller.member.unit).org("hangUp", { member: caller.member.id });
    await unit(body.unit).signedIn({ member: done.value.member, device: caller.device });
    return done;
  },
} satisfies Pick<Handlers, "changePassword" | "devices" | "endDevice" | "usePost">;
