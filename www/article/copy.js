/**
 * Copies the selected part of the article exactly as it is in the text. The browser's own copy would insert line breaks
 * between paragraphs and lose those of the text.
 * @param {HTMLElement} article its text content is the article
 * @param {ClipboardEvent} event
 */
export function copyArticle(article, event) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData) return;
  const parts = [];
  for (let i = 0; i < selection.rangeCount; i++) {
    const selected = selection.getRangeAt(i);
    if (!selected.intersectsNode(article)) continue;
    const all = document.createRange();
    all.selectNodeContents(article);
    const part = selected.cloneRange();
    if (part.compareBoundaryPoints(Range.START_TO_START, all) < 0) part.setStart(all.startContainer, all.startOffset);
    if (part.compareBoundaryPoints(Range.END_TO_END, all) > 0) part.setEnd(all.endContainer, all.endOffset);
    parts.push(part.toString());
  }
  const text = parts.join("\n");
  if (text === "") return;
  event.clipboardData.setData("text/plain", text);
  event.preventDefault();
}
