// The page kinds of a profile with what each reads; an open one shows its corrections, regions and buttons.
import type { VNode } from "preact";
import { elementLabel, pathLabel } from "../../../shared/dictionary/words.ts";
import type { PageKind, SiteProfile } from "../../../shared/rules/site-profile.ts";
import { correctionWords } from "../../picker/correction-words.ts";
import { type PartList, without } from "../../picker/steps.ts";
import { words } from "../../words/console-profiles.ts";
import { Button } from "../parts/Button.tsx";

interface Props {
  readonly profile: SiteProfile;
  readonly open: boolean;
  readonly put: (profile: SiteProfile) => void;
}

export function PageKinds({ profile, open, put }: Props): VNode {
  return (
    <>
      <h3>{words.pagesHead}</h3>
      <ul class="page-kinds">
        {profile.pages.map((page) => (
          <li key={page.id}>
            <details open={profile.pages.length === 1}>
              <summary>
                <strong>{page.label}</strong>
                <span class="sub">{signWords(page)}</span>
                <span class="sub right">
                  {words.reads(page.corrections?.length ?? 0, page.shows?.length ?? 0)}
                </span>
              </summary>
              <Parts
                page={page}
                {...(open
                  ? { remove: (list: PartList, at: number) => put(without(profile, page.id, list, at)) }
                  : {})}
              />
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}

const signWords = ({ url, heading, css }: PageKind): string =>
  [
    heading === undefined ? "" : `${words.sign.heading} ${heading}`,
    url === undefined ? "" : `${words.sign.url} ${url}`,
    css === undefined ? "" : `${words.sign.css} ${css}`,
  ]
    .filter(Boolean)
    .join("，");

function Parts({ page, remove }: { page: PageKind; remove?: (list: PartList, at: number) => void }): VNode {
  const groups: readonly (readonly [PartList, string, readonly string[]])[] = [
    ["corrections", words.corrections, (page.corrections ?? []).map(correctionWords)],
    ["roots", words.roots, (page.roots ?? []).map(({ css, element }) => `${elementLabel(element)}　${css}`)],
    ["ignore", words.ignore, page.ignore ?? []],
    [
      "submits",
      words.submits,
      (page.submits ?? []).map(({ text, css, held }) => `${text ?? css}　${held ? words.held : words.free}`),
    ],
  ];
  return (
    <div class="page-parts">
      {page.element === undefined ? null : (
        <p class="sub">
          {words.element}：{elementLabel(page.element)}
        </p>
      )}
      {groups.map(([list, title, lines]) =>
        lines.length === 0 ? null : (
          <section key={list}>
            <h4>{title}</h4>
            <ul>
              {lines.map((line, at) => (
                <li key={line}>
                  <span>{line}</span>
                  {remove === undefined ? null : (
                    <Button
                      rank="text"
                      small
                      label={`${words.remove}：${line}`}
                      onClick={() => remove(list, at)}
                    >
                      {words.remove}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
      {page.shows === undefined ? null : (
        <section>
          <h4>{words.shows}</h4>
          <p class="sub">{page.shows.map((path) => pathLabel(path)).join("、")}</p>
        </section>
      )}
    </div>
  );
}
