// A server of pages that handle a text carelessly: each inserts it unescaped in a different place.

import http from "node:http";

/** For each place, the page with a text in it. @type {Record<string, (text: string) => string>} */
const PLACES = {
  html: (text) => `<p>${text}</p>`,
  policed: (text) => `<meta http-equiv="Content-Security-Policy" content="script-src 'none'"><p>${text}</p>`,
  quoted: (text) => `<p title="${text}">x</p>`,
  apostrophes: (text) => `<p title='${text}'>x</p>`,
  textarea: (text) => `<textarea>${text}</textarea>`,
  title: (text) => `<title>${text}</title>`,
  style: (text) => `<style>${text}</style>`,
  css: (text) => `<p style="color:${text}">x</p>`,
  comment: (text) => `<!-- ${text} -->`,
  script: (text) => `<script>const x = "${text}";</script>`,
  template: (text) => `<script>const x = \`${text}\`;</script>`,
  moustache: (text) =>
    `<p>${text}</p><script>const p = document.querySelector("p"); p.textContent = p.textContent.replace(/{{(.*)}}/, (_, code) => Function("return " + code)());</script>`,
  decoded: (text) =>
    `<p>${text}</p><script>document.body.innerHTML = document.querySelector("p").textContent;</script>`,
  href: (text) =>
    `<a>x</a><script>const a = document.querySelector("a"); a.href = ${JSON.stringify(text).replaceAll("<", "\\u003c")}; a.click();</script>`,
  xml: (text) => `<p>${text}</p>`,
  cdata: (text) => `<p><![CDATA[${text}]]></p>`,
};

/** @returns {Promise<http.Server & {url: string, page(place: string, text: string): string}>} */
export function careless() {
  const server = http.createServer((request, response) => {
    const requested = new URL(request.url, "http://localhost");
    const place = requested.pathname.slice(1);
    if (!Object.hasOwn(PLACES, place)) return response.writeHead(204).end();
    const body = PLACES[place](requested.searchParams.get("text"));
    const isXml = place === "xml" || place === "cdata";
    response.writeHead(200, { "content-type": isXml ? "application/xhtml+xml" : "text/html; charset=utf-8" });
    response.end(
      isXml ? `<html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html>` : `<!doctype html>${body}`,
    );
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      const url = `http://localhost:${port}/`;
      resolve(Object.assign(server, { url, page: (place, text) => `${url}${place}?${new URLSearchParams({ text })}` }));
    });
  });
}
