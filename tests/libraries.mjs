// Lets node load the page's modules as they are: what they import from vendor/, which only the build
// makes, is taken from its package. Import this first, then the page's modules with import().

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
