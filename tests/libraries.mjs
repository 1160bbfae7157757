// Lets Node load the page's modules from source. The build creates vendor/, so here its modules are loaded from their
// npm packages. Import this first, and then the page's modules with import().

import { register } from "node:module";
import { pathToFileURL } from "node:url";
import { LIBRARIES } from "../scripts/libraries.mjs";
import { root } from "./support.mjs";

const names = Object.fromEntries(Object.entries(LIBRARIES).map(([file, { name }]) => [file, name]));
const hooks = `
  const names = ${JSON.stringify(names)};
  export function resolve(specifier, context, next) {
    const name = names[/\\/vendor\\/(\\w+)\\.js$/.exec(specifier)?.[1]];
    return name ? next(name, { ...context, parentURL: ${JSON.stringify(pathToFileURL(root).href)} }) : next(specifier, context);
  }`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
