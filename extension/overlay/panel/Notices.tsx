// Quiet boxes above the cards: a page read only as fields are left, or not as it used to be; offline, not signed in, a pack refused.
import type { VNode } from "preact";
import { dayOf } from "../../../shared/time/civil.ts";
import { monthDayText } from "../../../shared/time/format.ts";
import { Draw } from "../../look/Draw.tsx";
import type { Drawing } from "../../look/drawing.ts";
import { icons } from "../../look/icons.ts";
import { words as lost } from "../../words/drift.ts";
import { words } from "../../words/panel.ts";
import type { Store } from "./store.ts";

function Notice({
  icon,
  title,
  text,
  act,
}: {
  icon: Drawing;
  title: string;
  text: string;
  act?: VNode;
}): VNode {
  return (
    <div class="notice">
      <Draw of={icon} size={16} />
      <div>
        <b>{title}</b>
        <p>{text}</p>
        {act}
      </div>
    </div>
  );
}

export function Notices({ store }: { store: Store }): VNode | null {
  const { states } = words;
  const drift = store.state.value?.drift;
  return (
    <>
      {store.state.value?.otherOfficer !== undefined && (
        <Notice icon={icons.flag} title={states.otherOfficer} text={store.state.value.otherOfficer} />
      )}
      {store.state.value?.slow === true && (
        <Notice icon={icons.scan} title={states.slow} text={states.slowWhy} />
      )}
      {drift !== undefined && (
        <Notice
          icon={icons.scan}
          title={lost.title(drift.fields.length)}
          text={lost.why(drift.fields.slice(0, 4).join("、"), monthDayText(dayOf(drift.since)))}
        />
      )}
      <Service store={store} />
    </>
  );
}

function Service({ store }: { store: Store }): VNode | null {
  const state = store.state.value;
  if (state === undefined) return null;
  const { states } = words;
  if (state.pack.refused !== undefined)
    return <Notice icon={icons.flag} title={states.refused} text={state.pack.refused} />;
  if (state.connection === "offline")
    return <Notice icon={icons.cloudOff} title={states.offline} text={states.offlineWhy(state.waiting)} />;
  if (state.connection === "signed-out")
    return (
      <Notice
        icon={icons.logIn}
        title={states.signedOut}
        text={states.signedOutWhy}
        act={
          <button
            type="button"
            class="text"
            onClick={() => void store.surface.ask("open-console", { path: "/sign-in" })}
          >
            {states.signIn}
          </button>
        }
      />
    );
  return null;
}
