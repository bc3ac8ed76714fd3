// 单案检查单: a case as a document for the dossier – breaches first, what runs out, its checklists, what was not checked, room to sign.

import type { ComponentChildren, VNode } from "preact";
import type { Reply } from "../../../shared/api/contract.ts";
import { partsOfKey } from "../../../shared/facts/case-key.ts";
import type { Pack } from "../../../shared/rules/pack.ts";
import { words as caseWords } from "../../words/console-cases.ts";
import { words } from "../../words/console-desk.ts";
import { byGravity } from "../cases/order.ts";
import { ExcelButton } from "../excel/ExcelButton.tsx";
import { usePack } from "../pack.ts";
import { Empty } from "../parts/Empty.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { PrintButton } from "../parts/Paper.tsx";
import { hashOf } from "../route.ts";
import { useCall } from "../use-call.ts";
import { sheetTables } from "./excel.ts";
import { ListPart } from "./ListPart.tsx";
import { Breaches, Running } from "./OpenTables.tsx";
import { SheetHead } from "./SheetHead.tsx";
import { sheetParts } from "./standing.ts";
import { breachesOf, isTouched, sumsOf } from "./sums.ts";
import { Unchecked } from "./Unchecked.tsx";

const WORDS = words.sheet;
const NUMERALS = ["一", "二", "三", "四"];

interface Section {
  readonly title: string;
  readonly body: ComponentChildren;
}

interface Props {
  readonly view: Reply<"caseView">;
  readonly pack: Pack;
  readonly number: string;
  readonly platform: string;
}

function Sheet({ view, pack, number, platform }: Props): VNode {
  const now = view.at;
  const parts = sheetParts(pack, view, now);
  const lists = parts.filter(isTouched);
  const sums = sumsOf(view, lists);
  const breaches = [...breachesOf(view)].sort(byGravity);
  const running = view.findings.filter(({ verdict }) => verdict === "due").sort(byGravity);
  const cause = view.facts.find(
    ({ entity, field, state }) => entity === "case" && field === "cause" && state === "known",
  );
  const sections: readonly Section[] = [
    {
      title: WORDS.parts.breached(sums.breached),
      body:
        breaches.length > 0 ? (
          <Breaches findings={breaches} now={now} />
        ) : (
          <p>{WORDS.noBreach(sums.met + sums.due)}</p>
        ),
    },
    ...(running.length === 0
      ? []
      : [{ title: WORDS.parts.due(sums.due), body: <Running findings={running} now={now} /> }]),
    {
      title: WORDS.parts.lists,
      body:
        lists.length === 0 ? (
          <Empty title={WORDS.none} />
        ) : (
          lists.map((part) => <ListPart key={part.list.id} part={part} now={now} />)
        ),
    },
    ...(sums.unknown === 0
      ? []
      : [
          {
            title: WORDS.parts.unknown(sums.unknown),
            body: (
              <Unchecked view={view} shown={lists} untouched={parts.filter((part) => !isTouched(part))} />
            ),
          },
        ]),
  ];
  return (
    <article class="card sheet">
      <SheetHead
        number={number}
        cause={String(cause?.value ?? "—")}
        platform={platform}
        pack={pack.label}
        sums={sums}
        at={now}
      />
      {sections.map(({ title, body }, i) => (
        <section key={title}>
          <h2>{`${NUMERALS[i]}、${title}`}</h2>
          {body}
        </section>
      ))}
      <footer>
        <div class="sheet-signs">
          {WORDS.signs.map((word) => (
            <span key={word}>{word}</span>
          ))}
        </div>
        <p>{WORDS.foot}</p>
      </footer>
    </article>
  );
}

export function CheckSheet({ caseKey }: { caseKey: string }): VNode {
  const view = useCall("caseView", { params: { key: caseKey } });
  const { pack, rules } = usePack();
  const { platform, number } = partsOfKey(caseKey);
  return (
    <>
      <PageHead title={WORDS.title} sub={number}>
        <a class="button secondary" href={hashOf("cases", caseKey)}>
          <Icon name="arrowLeft" size={14} />
          {caseWords.back}
        </a>
        <ExcelButton
          name={`${WORDS.title}_${number}`}
          disabled={view.value === undefined || pack === undefined}
          tables={() =>
            view.value === undefined || pack === undefined
              ? []
              : sheetTables(sheetParts(pack, view.value, view.value.at), view.value, rules)
          }
        />
        <PrintButton />
      </PageHead>
      <Loaded of={view} rows={8}>
        {(value) =>
          pack === undefined ? (
            <Empty title={WORDS.none} />
          ) : (
            <Sheet view={value} pack={pack} number={number} platform={platform} />
          )
        }
      </Loaded>
    </>
  );
}
