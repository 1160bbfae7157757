// The page that Newsmark is compared with: the same text box and button, with names highlighted by compromise.

import compromise from "compromise/three";

document.getElementById("annotate").onclick = () => {
  const text = document.getElementById("box").value;
  const found = compromise(text);
  const names = [found.people(), found.places(), found.organizations()].flatMap((some) => some.json({ offset: true }));
  const article = document.getElementById("article");
  let at = 0;
  for (const { offset } of names.sort((a, b) => a.offset.start - b.offset.start)) {
    if (offset.start < at) continue;
    const mark = document.createElement("mark");
    mark.className = "entity";
    mark.textContent = text.slice(offset.start, offset.start + offset.length);
    article.append(text.slice(at, offset.start), mark);
    at = offset.start + offset.length;
  }
  article.append(text.slice(at));
};
document.documentElement.dataset.state = "ready";
