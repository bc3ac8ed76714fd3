// One's own account: password, the devices that are signed in, and the units in which one has roles.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Member, Post } from "../../../shared/api/shapes.ts";
import { ask } from "../../protocol/ask.ts";
import type { SessionView } from "../../protocol/messages.ts";
import { ROLE } from "../../words/console.ts";
import { ACCOUNT } from "../../words/people.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useToast } from "../parts/Toast.tsx";
import { useCall, type Problem as What } from "../use-call.ts";
import { ChangePassword } from "./ChangePassword.tsx";
import { Devices } from "./Devices.tsx";

export function AccountPage({ onView }: { onView: (view: SessionView) => void }): VNode {
  const me = useCall("me");
  const devices = useCall("devices");
  const toast = useToast();
  return (
    <>
      <PageHead title={ACCOUNT.title} sub={me.value?.member.account ?? null} />
      <div class="columns people">
        <div class="column">
          <section class="card">
            <div class="card-head">
              <h2>{ACCOUNT.devices}</h2>
              <p class="sub">{ACCOUNT.devicesSay}</p>
            </div>
            <Loaded of={devices} rows={3}>
              {(value) => <Devices devices={value.devices} again={devices.again} />}
            </Loaded>
          </section>
          <Loaded of={me} rows={1}>
            {(value) =>
              value.member.posts === undefined ? <span /> : <Posts member={value.member} onView={onView} />
            }
          </Loaded>
        </div>
        <section class="card">
          <div class="card-head">
            <h2>{ACCOUNT.password}</h2>
          </div>
          <div class="pad">
            <ChangePassword
              initial={false}
              onChanged={(ended) => {
                toast(ACCOUNT.changed, ACCOUNT.ended(ended));
                void devices.again();
              }}
            />
          </div>
        </section>
      </div>
    </>
  );
}

function Posts({ member, onView }: { member: Member; onView: (view: SessionView) => void }): VNode {
  const [busy, setBusy] = useState("");
  const [problem, setProblem] = useState<What>();
  const toast = useToast();
  const use = async ({ unit, unitName }: Post): Promise<void> => {
    setBusy(unit);
    setProblem(undefined);
    const answer = await call("usePost", { body: { unit } });
    setBusy("");
    if (!answer.ok) return setProblem(answer);
    toast(ACCOUNT.switched(unitName));
    const view = await ask("session", {});
    if (view.ok) onView(view.value);
  };
  const own: Post = { unit: member.unit, unitName: member.unitName, roles: member.roles };
  const all = [own, ...(member.posts ?? []).filter(({ unit }) => unit !== member.unit)];
  return (
    <section class="card">
      <div class="card-head">
        <h2>{ACCOUNT.posts}</h2>
        <p class="sub">{ACCOUNT.postsSay}</p>
      </div>
      {problem === undefined ? null : <Problem problem={problem} />}
      <ul class="lines">
        {all.map((post) => (
          <li key={post.unit}>
            <div>
              <strong>{post.unitName}</strong>
              <p class="sub">{post.roles.map((role) => ROLE[role]).join("、")}</p>
            </div>
            {post.unit === member.unit ? (
              <span class="sub">{ACCOUNT.now}</span>
            ) : (
              <Button small busy={busy === post.unit && ACCOUNT.using} onClick={() => void use(post)}>
                {ACCOUNT.use}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
