// The worker in a browser.

import { answer } from "./answer.js";

self.onmessage = ({ data }) => self.postMessage(answer(data));
