// What a reader does that reads the whole page at every change; the measure for ours.
const readAll = () => {
  const pairs = [];
  for (const element of document.body.querySelectorAll("*")) {
    if (getComputedStyle(element).display === "none") continue;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName)) {
      const item = element.closest(".el-form-item,td,label,div");
      pairs.push([item ? item.textContent.trim() : "", element.value]);
    } else if (/^(TD|TH|LABEL|DT|DD)$/.test(element.tagName)) pairs.push([element.textContent.trim(), element.id]);
  }
  chrome.runtime.sendMessage({ pairs }).catch(() => {});
};
new MutationObserver(readAll).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
document.addEventListener("input", readAll, true);
readAll();
