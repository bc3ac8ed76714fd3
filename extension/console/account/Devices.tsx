// The devices on which somebody is signed in, each with a way to end it.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { DeviceLine } from "../../../shared/api/routes/account.ts";
import { ACCOUNT } from "../../words/people.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useToast } from "../parts/Toast.tsx";
import type { Problem as What } from "../use-call.ts";
import { whenText } from "../when.ts";

interface Props {
  readonly devices: readonly DeviceLine[];
  readonly again: () => Promise<void>;
}

export function Devices({ devices, again }: Props): VNode {
  const [busy, setBusy] = useState("");
  const [problem, setProblem] = useState<What>();
  const toast = useToast();
  const now = Date.now();
  const end = async (id: string): Promise<void> => {
    setBusy(id);
    setProblem(undefined);
    const answer = await call("endDevice", { params: { id }, body: {} });
    setBusy("");
    if (answer.ok) toast(ACCOUNT.gone);
    else setProblem(answer);
    await again();
  };
  return (
    <>
      {problem === undefined ? null : <Problem problem={problem} />}
      <ul class="lines">
        {devices.map((device) => (
          <li key={device.id}>
            <div>
              <strong>{device.label === "" ? ACCOUNT.unnamed : device.label}</strong>
              <p class="sub">
                {[
                  ACCOUNT.way[device.way === "oidc" ? "oidc" : "password"],
                  ACCOUNT.since(whenText(device.madeAt, now)),
                  ACCOUNT.used(whenText(device.seenAt, now)),
                ].join("　")}
              </p>
            </div>
            {device.current ? (
              <span class="sub">{ACCOUNT.here}</span>
            ) : (
              <Button
                small
                label={ACCOUNT.endOf(device.label === "" ? ACCOUNT.unnamed : device.label)}
                busy={busy === device.id && ACCOUNT.end}
                onClick={() => void end(device.id)}
              >
                {ACCOUNT.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
