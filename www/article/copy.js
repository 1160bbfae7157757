/**
 * Copying gives back the article letter for letter: the browser's own copy would add line breaks
 * between the paragraphs, and know nothing of the text's own.
 * @param {HTMLElement} article its text is the article's
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
