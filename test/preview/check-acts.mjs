// Checks what can be done with the overlay's preview: the gate, keys, composition, dialogs, removal, notes.
import { strict as assert } from "node:assert";
import { check, finish, open, violations } from "./opened.mjs";

await check("a submit is asked about once and the officer's own click reaches the host", async () => {
  const tab = await open("?state=ready");
  await tab.evaluate(() => {
    globalThis.clicks = [];
    document
      .querySelector("#submit")
      .addEventListener("click", (event) => globalThis.clicks.push(event.isTrusted));
  });
  const box = await tab.locator("#submit").boundingBox();
  const at = [box.x + box.width / 2, box.y + box.height / 2];
  await tab.mouse.click(...at);
  await tab.waitForTimeout(100);
  assert.deepEqual(await tab.evaluate(() => globalThis.clicks), []);
  assert.deepEqual(await violations(tab), []);
  await tab.locator(".gate .chip").nth(1).click();
  await tab.locator(".gate .second").click();
  await tab.waitForTimeout(100);
  assert.equal(await tab.locator(".gate").count(), 0);
  await tab.mouse.click(...at);
  assert.deepEqual(await tab.evaluate(() => globalThis.clicks), [true]);
  const said = await tab.evaluate(() =>
    globalThis.asked.filter(([type]) => type === "answer").map(([, input]) => input),
  );
  assert.equal(said.length, 1);
  assert.equal(said[0].kind, "explained");
  assert.equal(said[0].said, "紧急，正在补办");
  assert.ok(said[0].until > 0);
  await tab.close();
});

await check("a submit by key is held", async () => {
  const tab = await open("?state=ready");
  await tab.evaluate(() => {
    globalThis.clicks = 0;
    document.querySelector("#submit").addEventListener("click", () => (globalThis.clicks += 1));
  });
  for (const key of ["Enter", "Space"]) {
    await tab.evaluate(() => document.querySelector("#submit").focus());
    await tab.keyboard.press(key);
  }
  await tab.locator("#manner").focus();
  await tab.keyboard.press("Enter");
  assert.equal(await tab.evaluate(() => globalThis.clicks), 0);
  assert.equal(await tab.locator(".gate").count(), 1);
  await tab.close();
});

await check("typing with an open panel goes to the host, a composition too", async () => {
  const tab = await open("?state=ready");
  await tab.locator(".edge").click();
  await tab.waitForTimeout(100);
  await tab.locator("#manner").focus();
  await tab.locator(".card .tool").first().click();
  assert.equal(await tab.evaluate(() => document.activeElement.id), "manner");
  await tab.keyboard.press("End");
  await tab.keyboard.type("1jk4");
  const cdp = await tab.context().newCDPSession(tab);
  await cdp.send("Input.imeSetComposition", { text: "ni", selectionStart: 2, selectionEnd: 2 });
  await cdp.send("Input.insertText", { text: "你" });
  assert.equal(await tab.evaluate(() => document.querySelector("#manner").value), "传唤1jk4你");
  assert.equal(await tab.locator('[aria-selected="true"]').textContent(), "提醒3");
  await tab.close();
});

await check("Esc gives the focus back to the host's field", async () => {
  const tab = await open("?state=ready");
  await tab.locator("#manner").focus();
  await tab.evaluate(() => globalThis.overlay.hear({ type: "toggle-panel" }));
  await tab.waitForTimeout(100);
  await tab.keyboard.press("3");
  assert.match(await tab.locator('[aria-selected="true"]').textContent(), /清单/);
  await tab.keyboard.press("Escape");
  assert.equal(await tab.evaluate(() => document.activeElement.id), "manner");
  assert.equal(await tab.locator(".panel").count(), 0);
  await tab.close();
});

await check("above a modal dialog of the host it moves into it and back", async () => {
  const tab = await open("?state=ready");
  await tab.evaluate(() => {
    const dialog = document.createElement("dialog");
    dialog.id = "modal";
    dialog.textContent = "确定提交？";
    document.body.append(dialog);
    dialog.showModal();
  });
  await tab.waitForTimeout(150);
  assert.equal(await tab.evaluate(() => document.querySelector("first-button").parentElement.id), "modal");
  await tab.locator(".edge").click();
  await tab.waitForTimeout(100);
  assert.equal(await tab.locator(".panel").count(), 1);
  await tab.evaluate(() => document.querySelector("#modal").close());
  await tab.waitForTimeout(150);
  assert.equal(
    await tab.evaluate(() => document.querySelector("first-button").parentElement.localName),
    "html",
  );
  await tab.close();
});

await check("a host that keeps taking it out wins after ten times", async () => {
  const tab = await open("?state=ready");
  const times = await tab.evaluate(async () => {
    let taken = 0;
    for (let i = 0; i < 30; i += 1) {
      const ours = document.querySelector("first-button");
      if (ours === null) break;
      ours.remove();
      taken += 1;
      await new Promise((next) => setTimeout(next, 5));
    }
    return taken;
  });
  assert.equal(times, 11);
  await tab.close();
});

await check("a field that takes the focus under the panel moves the panel", async () => {
  const tab = await open("?state=ready");
  await tab.locator(".edge").click();
  await tab.waitForTimeout(150);
  const before = await tab.locator(".panel").boundingBox();
  await tab.evaluate(() =>
    [...document.querySelectorAll("input")].find((each) => each.value === "郑浩").focus(),
  );
  await tab.waitForTimeout(50);
  const after = await tab.locator(".panel").boundingBox();
  assert.ok(before.x > 640 && after.x < 200, `${before.x} → ${after.x}`);
  await tab.close();
});

await check("a note takes its place from a selection and sends hashes, never the text", async () => {
  const tab = await open("?state=legal");
  await tab.evaluate(() => globalThis.overlay.hear({ type: "toggle-panel" }));
  await tab.keyboard.press("4");
  await tab.locator(".scroll > .acts .primary").click();
  await tab.locator("#text").focus();
  await tab.evaluate(() => {
    const box = document.querySelector("#text");
    const start = box.value.indexOf("推走了");
    box.setSelectionRange(start, start + 8);
  });
  await tab.locator(".note.form .second").nth(1).click();
  assert.equal(await tab.locator(".note.form blockquote").textContent(), "推走了一辆电动自");
  await tab.locator(".note.form textarea").fill("请问清去向，电话 13900000000");
  assert.match(await tab.locator(".note.form .hint").textContent(), /电话号码/);
  await tab.locator(".note.form textarea").fill("请问清去向");
  assert.deepEqual(await violations(tab), []);
  await tab.locator(".note.form .primary").click();
  await tab.waitForTimeout(50);
  const [, { draft }] = await tab.evaluate(() => globalThis.asked.find(([type]) => type === "note"));
  assert.equal(draft.said, "请问清去向");
  assert.match(draft.anchor.quoteHash, /^[0-9a-f]{64}$/);
  assert.ok(!JSON.stringify(draft).includes("自行车"));
  await tab.close();
});

await check("a note takes its place from a click, which does not reach the host", async () => {
  const tab = await open("?state=legal");
  await tab.evaluate(() => {
    globalThis.overlay.hear({ type: "toggle-panel" });
    globalThis.clicks = 0;
    document.querySelector("#remark").addEventListener("click", () => (globalThis.clicks += 1));
  });
  await tab.keyboard.press("4");
  await tab.locator(".scroll > .acts .primary").click();
  await tab.locator(".note.form .second").first().click();
  await tab.locator("#remark span").click();
  assert.equal(await tab.locator(".note.form blockquote").textContent(), "请补充询问朋友的住址。");
  assert.equal(await tab.evaluate(() => globalThis.clicks), 0);
  await tab.locator("#remark span").click();
  assert.equal(await tab.evaluate(() => globalThis.clicks), 1);
  await tab.close();
});

await finish();
