// Lets Node load the page's modules from source. The build creates two folders that they import from: the modules of
// vendor/ are loaded from their npm packages here, and those of engine/ from the npm package that was built. Import this
// first, and then the page's modules with import().

import { register } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { LIBRARIES } from "../scripts/libraries.mjs";
import { pkg, root } from "./support.mjs";

const names = Object.fromEntries(Object.entries(LIBRARIES).map(([file, { name, module = name }]) => [file, module]));
const hooks = `
  const names = ${JSON.stringify(names)};
  const engine = ${JSON.stringify(pathToFileURL(path.join(pkg, "engine/")).href)};
  export function resolve(specifier, context, next) {
    const [, folder, file] = /\\/(vendor|engine)\\/(\\w+)\\.js$/.exec(specifier) ?? [];
    if (folder === "engine") return next(new URL(file + ".js", engine).href, context);
    const name = folder && names[file];
    return name ? next(name, { ...context, parentURL: ${JSON.stringify(pathToFileURL(root).href)} }) : next(specifier, context);
  }`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
