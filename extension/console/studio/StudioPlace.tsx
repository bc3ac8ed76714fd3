// Holds the studio's sources and unpublished changes for its pages; keeps every change on this machine at once.
import type { ComponentChildren, VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { keep, kept } from "../kept.ts";
import { may, useMember } from "../session.ts";
import { useLoad } from "../use-call.ts";
import {
  changedCount,
  type Edits,
  EditsShape,
  noEdits,
  withChecklist,
  without,
  withProfile,
  withRule,
} from "./edits.ts";
import { loadSources } from "./source.ts";
import { NO_STUDIO, type Studio, StudioContext } from "./studio.ts";

export function StudioPlace({
  revision,
  children,
}: {
  revision: number;
  children: ComponentChildren;
}): VNode {
  const member = useMember();
  return may(member, "admin", "legal") ? (
    <Holder revision={revision} name={`edits.${member.id}`}>
      {children}
    </Holder>
  ) : (
    <StudioContext.Provider value={NO_STUDIO}>{children}</StudioContext.Provider>
  );
}

function Holder({
  revision,
  name,
  children,
}: {
  revision: number;
  name: string;
  children: ComponentChildren;
}): VNode {
  const sources = useLoad(`sources ${revision}`, loadSources);
  const [edits, setEdits] = useState<Edits>(() => kept(name, EditsShape) ?? noEdits(0));
  const [good, setGood] = useState(true);
  const { value } = sources;
  useEffect(() => {
    if (value !== undefined && changedCount(edits) === 0 && edits.base !== value.revision)
      setEdits((old) => ({ ...old, base: value.revision }));
  }, [value, edits]);
  const held = useRef(edits);
  held.current = edits;
  useEffect(() => {
    // Another tab of this console has changed or published something.
    const follow = (): void => setEdits(kept(name, EditsShape) ?? noEdits(held.current.base));
    addEventListener("storage", follow);
    return () => removeEventListener("storage", follow);
  }, [name]);
  const take = (change: (old: Edits) => Edits): void => {
    const next = change(held.current);
    held.current = next;
    setEdits(next);
    setGood(keep(name, changedCount(next) === 0 && next.say === "" ? undefined : next));
  };
  const studio: Studio = {
    sources,
    edits,
    changes: changedCount(edits),
    kept: good,
    editRule: (rule) => {
      if (value !== undefined) take((old) => withRule(old, rule, value, Date.now()));
    },
    editChecklist: (list) => {
      if (value !== undefined) take((old) => withChecklist(old, list, value, Date.now()));
    },
    editProfile: (profile, inForce) => take((old) => withProfile(old, profile, inForce, Date.now())),
    undo: (kind, id) => take((old) => without(old, kind, id)),
    say: (text) => take((old) => ({ ...old, say: text, at: Date.now() })),
    rebase: (base) => take((old) => ({ ...old, base })),
    clear: () => take((old) => noEdits(old.base)),
  };
  return <StudioContext.Provider value={studio}>{children}</StudioContext.Provider>;
}
