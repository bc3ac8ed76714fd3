// Routes of signing in: health, the first administrator, sessions and who one is.
import { accepted } from "../../shared/facts/errors.ts";
import type { Opened } from "../directory/calls.ts";
import type { Call, Handlers } from "../handler.ts";

/** The program's version, shown by health. */
const VERSION = "0.1.0";

/** Adds the checkpoint key of the unit that the session is for. */
export const withLedgerKey = async (call: Pick<Call<"signIn">, "unit">, opened: Opened) =>
  accepted({ ...opened, ledgerKey: await call.unit(opened.member.unit).ledgerKey() });

export const sessionRoutes = {
  health: async ({ directory }) => {
    const { started } = await directory.health();
    return accepted({ ok: true, now: Date.now(), started, version: VERSION });
  },
  firstAdmin: ({ directory, body }) => directory.firstAdmin(body),
  signIn: async (call) => {
    const opened = await call.directory.signIn(call.body);
    if (!opened.ok) return opened;
    const { member } = opened.value;
    await call.unit(member.unit).signedIn({ member, device: call.body.device });
    return withLedgerKey(call, opened.value);
  },
  refresh: async (call) => {
    const opened = await call.directory.refresh(call.body);
    return opened.ok ? withLedgerKey(call, opened.value) : opened;
  },
  signOut: async ({ directory, caller }) => {
    await directory.signOut(caller.session);
    return accepted({ ok: true });
  },
  me: async ({ caller }) => accepted({ member: caller.member }),
} satisfies Pick<Handlers, "health" | "firstAdmin" | "signIn" | "refresh" | "signOut" | "me">;
