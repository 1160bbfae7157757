// Collects the licences that the Python package contains, in a folder: ours, and those of what is compiled into it.

import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { partsOfWheel, texts } from "./licences.mjs";

const out = process.argv[2] ?? "";
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
for (const name of ["LICENSE-MIT", "LICENSE-APACHE", "NOTICE"]) await cp(name, path.join(out, name));
await writeFile(path.join(out, "licences.txt"), await texts(partsOfWheel()));
