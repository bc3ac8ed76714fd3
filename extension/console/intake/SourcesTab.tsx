// The connections of other systems with what they sent lately; an administrator makes, re-keys and ends them.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { IntakeSource } from "../../../shared/api/routes/intake.ts";
import { intakeKind } from "../../../shared/intake/kinds.ts";
import { fullInstantText } from "../../../shared/time/format.ts";
import { words } from "../../words/intake.ts";
import { Button } from "../parts/Button.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { useToast } from "../parts/Toast.tsx";
import { may, useMember } from "../session.ts";
import { useCall } from "../use-call.ts";
import { KeyCard, type Told } from "./KeyCard.tsx";
import { NewSource } from "./NewSource.tsx";
import { SourceActs } from "./SourceActs.tsx";
import { TakenLately } from "./TakenLately.tsx";

const WORDS = words.sources;

const labelOf = ({ kind }: Pick<IntakeSource, "kind">): string => intakeKind(kind)?.label ?? kind;

export function SourcesTab(): VNode {
  const writes = may(useMember(), "admin");
  const loaded = useCall("intakeSources");
  const [told, setTold] = useState<Told>();
  const [making, setMaking] = useState(false);
  const [open, setOpen] = useState<string>();
  const toast = useToast();
  const after = (done: string, key?: Told): void => {
    toast(done);
    setMaking(false);
    setOpen(undefined);
    setTold(key);
    void loaded.again();
  };
  return (
    <>
      <section class="card">
        <div class="card-head">
          <p class="sub">{WORDS.say}</p>
          {writes && !making ? (
            <Button
              rank="primary"
              icon="plus"
              onClick={() => {
                setTold(undefined);
                setMaking(true);
              }}
            >
              {WORDS.make}
            </Button>
          ) : null}
        </div>
        {told === undefined ? null : <KeyCard told={told} onClose={() => setTold(undefined)} />}
        {making ? (
          <NewSource onMade={(key) => after(WORDS.done.made, key)} onCancel={() => setMaking(false)} />
        ) : null}
        <Loaded of={loaded} rows={3}>
          {({ sources }) =>
            sources.length === 0 ? (
              <Empty title={WORDS.none}>{WORDS.noneWhy}</Empty>
            ) : (
              <ul class="lines">
                {sources.map((source) => (
                  <li key={source.id}>
                    <div>
                      <strong>{source.name}</strong>
                      <span class="sub">
                        {` ${labelOf(source)} · ${source.unitName} · ${source.whole === null ? WORDS.partIs : WORDS.wholeIs} · ${WORDS.generation(source.generation)}`}
                      </span>
                      <p class="sub">
                        {source.endedAt === null
                          ? WORDS.since(source.byName, fullInstantText(source.madeAt))
                          : `${WORDS.ended} ${fullInstantText(source.endedAt)}`}
                      </p>
                      {open === source.id ? <SourceActs source={source} onDone={after} /> : null}
                    </div>
                    {writes && source.endedAt === null && open !== source.id ? (
                      <Button
                        small
                        onClick={() => setOpen(source.id)}
                        label={`${WORDS.rotate}、${WORDS.end}：${source.name}`}
                      >
                        {`${WORDS.rotate}、${WORDS.end}`}
                      </Button>
                    ) : null}
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </section>
      <TakenLately />
    </>
  );
}
