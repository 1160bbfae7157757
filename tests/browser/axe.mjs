// axe-core, which looks for what people with disabilities cannot use.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe reports about a page, or a part of it, once nothing is moving.
 * @param {import("puppeteer-core").Page} page
 * @param {string} [where]
 * @returns {Promise<string[]>}
 */
export async function problems(page, where) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {}))));
  return page.evaluate(
    async (where, rules) => {
      const { violations } = await window.axe.run(where ?? document, { runOnly: rules });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
      );
    },
    where,
    RULES,
  );
}
