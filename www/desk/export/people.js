/** The table of the people of a collection. */

import { csv } from "../../document/csv.js";

const COLUMNS = ["name", "other_names", "titles", "articles", "mentions", "quotations", "first", "last", "article_ids"];

/**
 * @param {import("../people/merge.js").Person[]} people
 * @param {(article: number) => string} idOf
 */
export const peopleTable = (people, idOf) =>
  csv([
    COLUMNS,
    ...[...people]
      .sort((a, b) => b.articles - a.articles || b.mentions - a.mentions)
      .map(({ name, otherNames, titles, articles, mentions, quotations, first, last, records }) => [
        name,
        otherNames.join("; "),
        titles.join("; "),
        articles,
        mentions,
        quotations,
        first,
        last,
        [...new Set(records.map(({ source }) => idOf(source.id)))].join("; "),
      ]),
  ]);
