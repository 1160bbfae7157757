/**
 * A network in GEXF 1.3, which Gephi opens: people as nodes, with how often they are named and quoted, and links with their
 * weight.
 */

/** @type {[string, string, "string"|"integer"][]} */
const ATTRIBUTES = [
  ["titles", "titles", "string"],
  ["articles", "articles", "integer"],
  ["mentions", "mentions", "integer"],
  ["quotations", "quotations", "integer"],
  ["first", "first date", "string"],
  ["last", "last date", "string"],
];

/** @param {import("../pictures/network.js").Network} network */
export function gexf({ kind, people, links }) {
  const places = new Map(people.map((person, i) => [person, i]));
  const nodes = people.map((person, i) => {
    const values = { ...person, titles: person.titles.join("; ") };
    const attributes = ATTRIBUTES.map(
      ([id]) => `<attvalue for="${id}" value="${escaped(String(values[/** @type {"titles"} */ (id)]))}"/>`,
    );
    return `      <node id="${i}" label="${escaped(person.name)}"><attvalues>${attributes.join("")}</attvalues></node>`;
  });
  const edges = links.map(
    ({ source, target, weight }, i) =>
      `      <edge id="${i}" source="${places.get(source)}" target="${places.get(target)}" weight="${weight}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <meta>
    <creator>Newsmark</creator>
    <description>${kind === "about" ? "Who speaks about whom" : "Who is named with whom in one article"}</description>
  </meta>
  <graph mode="static" defaultedgetype="${kind === "about" ? "directed" : "undirected"}">
    <attributes class="node">
${ATTRIBUTES.map(([id, title, type]) => `      <attribute id="${id}" title="${title}" type="${type}"/>`).join("\n")}
    </attributes>
    <nodes>
${nodes.join("\n")}
    </nodes>
    <edges>
${edges.join("\n")}
    </edges>
  </graph>
</gexf>
`;
}

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML has no way to write most control characters. @param {string} text */
const escaped = (text) =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "\ufffd")
    .replace(/[&<>"]/g, (one) => ENTITIES[one]);
