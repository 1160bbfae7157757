// A small static server for local use: node scripts/serve.mjs [FOLDER] [PORT]

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * Serves a folder on the loopback address.
 * @param {string} folder
 * @param {number} port 0 for any free port
 * @returns {Promise<http.Server & {url: string}>}
 */
export function serve(folder, port = 0) {
  const root = path.resolve(folder);
  const server = http.createServer((request, response) => {
    answer(root, request, response).catch(() => response.writeHead(500).end());
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      resolve(Object.assign(server, { url: `http://localhost:${port}/` }));
    });
  });
}

async function answer(root, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") return response.writeHead(405).end();
  let name;
  try {
    name = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  } catch {
    return response.writeHead(400).end();
  }
  if (name.endsWith("/")) name += "index.html";
  const file = path.join(root, name);
  const found = file.startsWith(root + path.sep) && !name.includes("\0") ? await stat(file).catch(() => null) : null;
  if (!found?.isFile()) return response.writeHead(404, { "content-type": "text/plain" }).end("File not found.\n");
  response.writeHead(200, {
    "content-type": TYPES[path.extname(file)] ?? "application/octet-stream",
    "content-length": found.size,
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
  });
  if (request.method === "HEAD") return response.end();
  createReadStream(file)
    .on("error", () => response.destroy())
    .pipe(response);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = "dist", wanted] = process.argv.slice(2);
  const first = Number(wanted ?? 8000);
  let server;
  for (let port = first; !server; port++) {
    server = await serve(folder, port).catch((error) => {
      // If the user asked for a certain port, no other will do.
      if (error.code !== "EADDRINUSE" || wanted || port > first + 50) {
        console.error(`✗ Port ${port} cannot be used (${error.code}). Choose another with --port.`);
        process.exit(1);
      }
    });
  }
  console.log(`Newsmark is at ${server.url} (Ctrl+C ends it)`);
}
