// The worker in Node.

import { parentPort } from "node:worker_threads";
import { answer } from "./answer.js";

parentPort.on("message", (message) => parentPort.postMessage(answer(message)));
