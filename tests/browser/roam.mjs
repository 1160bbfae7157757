// Visits everything on the page that shows words of an article.

/**
 * @param {import("puppeteer-core").Page} page shows an article
 * @param {string[]} texts searched for in it
 * @returns {Promise<Record<"rows"|"explanation"|"popovers"|"found"|"search"|"print", number>>} how many things of
 *   each kind were visited, so that the caller can check that there were any
 */
export const roamed = (page, texts) =>
  page.evaluate(async (texts) => {
    const met = { rows: 0, explanation: 0, popovers: 0, found: 0, search: 0, print: 0 };
    const part = (id) => document.getElementById(id);
    const all = (selector, most = Infinity) => [...document.querySelectorAll(selector)].slice(0, most);
    const mouse = (target, type) =>
      target.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: "mouse" }));
    const turn = () => new Promise((resolve) => setTimeout(resolve));
    const type = (field, text) => {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };

    for (const tab of ["tab-quotes", "tab-names"]) {
      part(tab).click();
      for (const { value } of part("order").options) {
        part("order").value = value;
        part("order").dispatchEvent(new Event("change"));
        await turn();
      }
      for (const row of all(".entry, .speaker-name, .share-name", 150)) {
        met.rows++;
        mouse(row, "pointermove");
        if (part("explanation").textContent) met.explanation++;
        row.click();
      }
      for (const text of texts) {
        type(part("panel-search"), text);
        met.search += all(".list .entry").filter((row) => row.checkVisibility()).length;
      }
      type(part("panel-search"), "");
    }
    for (const [at, mark] of all("#article .entity.name-start, #article .quote-start").entries()) {
      if (at % 7) continue;
      mouse(mark, "pointermove");
      mark.click();
      await turn();
      const box = part("correcting");
      if (!box.hidden) met.popovers++;
      for (const details of box.querySelectorAll("details")) details.open = true;
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    }
    part("find-open").click();
    for (const text of texts) {
      type(part("find"), text);
      part("find-next").click();
      if (/\d/.test(part("find-count").textContent)) met.found++;
    }
    part("find-close").click();
    for (const button of all("#filters button")) {
      button.click();
      button.click();
      await turn();
    }
    dispatchEvent(new Event("beforeprint"));
    met.print = part("print-lists").textContent.length;
    dispatchEvent(new Event("afterprint"));
    return met;
  }, texts);
