// The worker in a browser.

import { answer } from "./answer.js";

self.onmessage = ({ data }) => answer(data, (reply) => self.postMessage(reply));
