// The statute library: what is loaded, what the rules cite and nobody has loaded, and the place to load more.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { words } from "../../words/console-statutes.ts";
import { Empty } from "../parts/Empty.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { useToast } from "../parts/Toast.tsx";
import { may, useMember } from "../session.ts";
import { useStudio } from "../studio/studio.ts";
import { useCall } from "../use-call.ts";
import { DropZone } from "./DropZone.tsx";
import { LoadedTable } from "./LoadedTable.tsx";
import { MAX_FILES, readFiles } from "./read-files.ts";
import { StagedCard } from "./StagedCard.tsx";
import type { DroppedFile } from "./staged.ts";
import { WantedCard } from "./WantedCard.tsx";

const WORDS = words.loaded;

export function StatutesPage(): VNode {
  const statutes = useCall("statutes");
  const { sources } = useStudio();
  const admin = may(useMember(), "admin");
  const [files, setFiles] = useState<readonly DroppedFile[]>([]);
  const [reading, setReading] = useState(false);
  const toast = useToast();
  const rules = sources?.value?.rules;
  const loaded = statutes.value?.statutes ?? [];
  const take = async (dropped: readonly File[]): Promise<void> => {
    setReading(true);
    const read = await readFiles(dropped);
    setReading(false);
    // The same file dropped again takes the place of the earlier one.
    const names = new Set(read.map(({ name }) => name));
    setFiles((old) => [...old.filter(({ name }) => !names.has(name)), ...read]);
    if (dropped.length > MAX_FILES) toast(words.drop.tooMany(MAX_FILES));
  };
  return (
    <>
      <PageHead
        title={words.title}
        sub={
          statutes.value === undefined
            ? null
            : words.sub(
                loaded.length,
                loaded.reduce((sum, { articles }) => sum + articles, 0),
              )
        }
      />
      <div class="columns publish">
        <div class="column">
          {admin ? <DropZone busy={reading} onFiles={(list) => void take(list)} /> : null}
          {files.length === 0 ? null : (
            <StagedCard
              files={files}
              rules={rules}
              loaded={loaded}
              onFiles={setFiles}
              onLoaded={() => void statutes.again()}
            />
          )}
          <section class="card">
            <div class="card-head">
              <h2>{WORDS.title}</h2>
              {admin ? null : <span class="sub">{words.drop.onlyAdmin}</span>}
            </div>
            <Loaded of={statutes} rows={5}>
              {(value) =>
                value.statutes.length === 0 ? (
                  <Empty title={WORDS.none}>{WORDS.noneWhy}</Empty>
                ) : (
                  <LoadedTable
                    statutes={value.statutes}
                    rules={rules ?? []}
                    mayDrop={admin}
                    onDropped={() => void statutes.again()}
                  />
                )
              }
            </Loaded>
          </section>
        </div>
        {rules === undefined || statutes.value === undefined ? null : (
          <WantedCard rules={rules} loaded={loaded} />
        )}
      </div>
    </>
  );
}
