// What the sign-in of a shared PC says of itself: whose it is, and that the last officer was signed out for being away.
import type { VNode } from "preact";
import type { SessionView } from "../../protocol/messages.ts";
import { words } from "../../words/tour.ts";

export function DeskLines({ view }: { view: SessionView }): VNode {
  return (
    <>
      {view.idledOut === undefined ? null : <span role="status">{words.desk.idle(view.idledOut)} </span>}
      {view.unit === undefined ? null : <span>{words.desk.unit(view.unit)} </span>}
    </>
  );
}
