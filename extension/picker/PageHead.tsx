// Which page this is and by what it is told: shown in a line, changed in a small form.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { PAGE_KINDS, type PageKindId, words } from "../words/picker.ts";
import { firstKind, namesOn, titleSign, urlSign, withPage } from "./page-sign.ts";
import type { PickerStore } from "./picker-store.ts";

export function PageLine({ store }: { store: PickerStore }): VNode {
  const pick = store.mainFrame.value;
  const page = pick === undefined ? undefined : store.pageOf(pick.scan.frame);
  const sign = page?.heading !== undefined ? words.page.byHeading : words.page.byUrl;
  return (
    <div class="page-line">
      <span>{words.page.head}</span>
      <b>{page?.label ?? words.page.unknown}</b>
      <small title={page?.heading ?? page?.url}>{page === undefined ? "" : sign}</small>
      <button
        type="button"
        class="text"
        aria-expanded={store.naming.value}
        onClick={() => {
          store.naming.value = !store.naming.value;
        }}
      >
        {words.page.change}
      </button>
    </div>
  );
}

export function PageForm({ store }: { store: PickerStore }): VNode | null {
  const pick = store.mainFrame.value;
  const page = pick === undefined ? undefined : store.pageOf(pick.scan.frame);
  const profile = store.view.value?.profile;
  const first = firstKind(page?.id ?? pick?.reading.pageKind ?? "");
  const [kind, setKind] = useState<PageKindId>(first);
  const names = namesOn(pick?.reading.facts ?? []);
  const signs = (pick?.scan.titles ?? []).map((title) => titleSign(title, names));
  const titles = [...new Set(signs)].filter(Boolean).slice(0, 3);
  const url = pick === undefined ? "" : urlSign(pick.scan.url);
  const [sign, setSign] = useState(page?.heading ?? "");
  const [platform, setPlatform] = useState(profile?.name ?? "");
  if (pick === undefined) return null;
  const save = async (): Promise<void> => {
    const name = platform.trim();
    const good = await store.make(pick.scan.frame, words.step.page, (old, id) => ({
      ...withPage(old, kind, sign === "" ? { url } : { heading: sign }, id),
      // Cases already kept under the platform's first name stay one with those read from now on.
      ...(name === "" ? {} : { name }),
    }));
    if (good) store.naming.value = false;
  };
  const way = (value: string, label: string): VNode => (
    <label class="radio" key={value}>
      <input type="radio" name="fb-pick-sign" checked={sign === value} onChange={() => setSign(value)} />
      <span>{label}</span>
    </label>
  );
  return (
    <form
      class="page-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label class="pick-field">
        {words.page.kind}
        <select value={kind} onChange={(event) => setKind(event.currentTarget.value as PageKindId)}>
          {Object.entries(PAGE_KINDS).map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>{words.page.sign}</legend>
        {way("", words.page.url(url))}
        {titles.map((title) => way(title, words.page.heading(title)))}
      </fieldset>
      <label class="pick-field">
        {words.page.platform}
        <input type="text" value={platform} onInput={(event) => setPlatform(event.currentTarget.value)} />
        <small>{words.page.platformHint(profile?.platform ?? "")}</small>
      </label>
      <button type="submit" class="primary">
        {words.page.save}
      </button>
    </form>
  );
}
