// The page of a bulletin: which period, of which unit; to paper or back to the numbers.
import type { VNode } from "preact";
import { words as boardWords } from "../../words/board.ts";
import { words } from "../../words/bulletin.ts";
import { call } from "../call.ts";
import { DayField } from "../items/DayField.tsx";
import { usePack } from "../pack.ts";
import { Button } from "../parts/Button.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { PrintButton } from "../parts/Paper.tsx";
import { Segments } from "../parts/Segments.tsx";
import { useLoad } from "../use-call.ts";
import { Bulletin } from "./Bulletin.tsx";
import { bulletinSpans } from "./bulletin.ts";
import { type Board, PERIODS, type Period } from "./rows.ts";

const CHOICES = Object.keys(PERIODS) as readonly Period[];

interface Props {
  readonly of: string | undefined;
  readonly period: Period;
  readonly until: string;
  readonly onPeriod: (period: Period) => void;
  readonly onUntil: (until: string) => void;
  readonly onClose: () => void;
}

interface Both {
  readonly board: Board;
  readonly before: Board;
}

export function BulletinPage({ of, period, until, onPeriod, onUntil, onClose }: Props): VNode {
  const { rules } = usePack();
  const { span, before } = bulletinSpans(period, until, Date.now());
  const unit = of === undefined ? {} : { unit: of };
  const loaded = useLoad<Both>(`bulletin ${span.from} ${span.to} ${of ?? ""}`, async () => {
    const [now, then] = await Promise.all([
      call("rollup", { query: { ...span, ...unit } }),
      call("rollup", { query: { ...before, ...unit } }),
    ]);
    if (!now.ok) return now;
    return then.ok ? { ok: true, value: { board: now.value, before: then.value } } : then;
  });
  return (
    <>
      <PageHead title={words.kind[period]}>
        <Segments
          label={boardWords.period}
          value={period}
          options={CHOICES.map((id) => ({ id, word: words.kind[id] }))}
          onValue={onPeriod}
        />
        <div class="board-until">
          <DayField label={boardWords.until} value={until} onValue={onUntil} />
        </div>
        <PrintButton />
        <Button onClick={onClose}>{words.close}</Button>
      </PageHead>
      <Loaded of={loaded} rows={8}>
        {(both) => <Bulletin period={period} span={span} rules={rules} {...both} />}
      </Loaded>
    </>
  );
}
