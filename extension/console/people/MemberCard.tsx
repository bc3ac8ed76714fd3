// One member: who it is, and what an administrator or a leader does about that person.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Role } from "../../../shared/api/route.ts";
import type { MemberLine } from "../../../shared/api/routes/members.ts";
import type { Unit } from "../../../shared/api/shapes.ts";
import { ROLE, words } from "../../words/console.ts";
import { PEOPLE } from "../../words/people.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Pairs } from "../parts/Pairs.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useToast } from "../parts/Toast.tsx";
import { may, useMember } from "../session.ts";
import type { Problem as What } from "../use-call.ts";
import { whenText } from "../when.ts";
import { Initial, type Told } from "./Initial.tsx";
import { MemberAct, type MemberActId } from "./MemberAct.tsx";
import { RoleChecks } from "./RoleChecks.tsx";

interface Props {
  readonly member: MemberLine;
  readonly members: readonly MemberLine[];
  readonly units: readonly Unit[];
  readonly again: () => void;
}

const same = (a: readonly Role[], b: readonly Role[]): boolean =>
  a.length === b.length && a.every((role) => b.includes(role));

export function MemberCard({ member, members, units, again }: Props): VNode {
  const me = useMember();
  const [roles, setRoles] = useState<readonly Role[]>(member.roles);
  const [act, setAct] = useState<MemberActId>();
  const [told, setTold] = useState<Told>();
  const [problem, setProblem] = useState<What>();
  const [busy, setBusy] = useState("");
  const toast = useToast();
  const keeps = may(me, "admin", "security") && member.id !== me.id;
  const hands = may(me, "admin", "leader");
  const now = Date.now();
  const params = { id: member.id };
  const doing = async <T,>(
    name: string,
    work: () => Promise<{ ok: true; value: T } | ({ ok: false } & What)>,
    done: (value: T) => void,
  ): Promise<void> => {
    setBusy(name);
    setProblem(undefined);
    const answer = await work();
    setBusy("");
    if (!answer.ok) return setProblem(answer);
    done(answer.value);
    again();
  };
  const fresh = (initial: { password: string; until: number }): void =>
    setTold({ name: member.name, ...initial });
  if (told !== undefined) return <Initial told={told} onClose={() => setTold(undefined)} />;
  if (act !== undefined)
    return (
      <MemberAct
        act={act}
        member={member}
        members={members}
        units={units}
        onDone={(text) => {
          setAct(undefined);
          if (text !== undefined) toast(text);
          again();
        }}
      />
    );
  const stopped = member.state === "disabled";
  return (
    <>
      <Pairs
        of={[
          [PEOPLE.account, member.account],
          [words.people.officerId, member.officerId ?? "—"],
          [words.people.phone, member.phone ?? "—"],
          [words.people.unit, member.unitName],
          [words.people.roles, member.roles.map((role) => ROLE[role]).join("、")],
          ...(member.posts ?? []).map(
            ({ unitName, roles: held }) =>
              [PEOPLE.posts, PEOPLE.post(unitName, held.map((role) => ROLE[role]).join("、"))] as const,
          ),
          [
            PEOPLE.accountState,
            member.lockedUntil === null
              ? PEOPLE.state[member.state]
              : PEOPLE.locked(whenText(member.lockedUntil, now)),
          ],
          [PEOPLE.seen, member.seenAt === null ? PEOPLE.never : whenText(member.seenAt, now)],
        ]}
      />
      <div class="pad stack">
        {problem === undefined ? null : <Problem problem={problem} title={PEOPLE.failed} />}
        {member.id === me.id ? <p class="sub">{PEOPLE.self}</p> : null}
        {keeps && !stopped ? (
          <>
            <RoleChecks label={PEOPLE.roles} roles={roles} onRoles={setRoles} />
            {same(roles, member.roles) ? null : (
              <Button
                rank="primary"
                disabled={roles.length === 0}
                why={words.people.needRole}
                busy={busy === "roles" && PEOPLE.busy}
                onClick={() =>
                  void doing(
                    "roles",
                    () => call("changeMember", { params, body: { roles: [...roles] } }),
                    () => toast(PEOPLE.rolesSaved(member.name)),
                  )
                }
              >
                {PEOPLE.saveRoles}
              </Button>
            )}
          </>
        ) : null}
        <div class="row wrap">
          {hands && !stopped ? <Button onClick={() => setAct("hand")}>{PEOPLE.act.hand}</Button> : null}
          {keeps && !stopped ? (
            <>
              <Button onClick={() => setAct("move")}>{PEOPLE.act.move}</Button>
              <Button onClick={() => setAct("post")}>{PEOPLE.act.post}</Button>
              <Button
                busy={busy === "reset" && PEOPLE.busy}
                onClick={() =>
                  void doing(
                    "reset",
                    () => call("resetPassword", { params, body: {} }),
                    ({ initial }) => fresh(initial),
                  )
                }
              >
                {PEOPLE.act.reset}
              </Button>
              <Button
                busy={busy === "out" && PEOPLE.busy}
                onClick={() =>
                  void doing(
                    "out",
                    () => call("endMemberDevices", { params, body: {} }),
                    ({ ended }) => toast(PEOPLE.done.out(ended)),
                  )
                }
              >
                {PEOPLE.act.out}
              </Button>
              <Button onClick={() => setAct("stop")}>{PEOPLE.act.stop}</Button>
            </>
          ) : null}
          {keeps && stopped ? (
            <Button
              rank="primary"
              busy={busy === "start" && PEOPLE.busy}
              onClick={() =>
                void doing(
                  "start",
                  () => call("enableMember", { params, body: {} }),
                  ({ initial }) => fresh(initial),
                )
              }
            >
              {PEOPLE.act.start}
            </Button>
          ) : null}
        </div>
      </div>
    </>
  );
}
