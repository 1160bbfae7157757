/**
 * The page's entry point: it creates the store and mounts everything that listens to it.
 *
 * @typedef {import("./document/types.js").NewsDocument} NewsDocument
 */

import { mountCorrecting } from "./correct/mount.js";
import { placeIn } from "./desk/address.js";
import { mountDoor } from "./desk/door.js";
import { loadCorrections, readCorrectionsFrom } from "./document/corrections/corrector.js";
import { foundSentence } from "./document/explain.js";
import { part } from "./dom.js";
import { createExporter } from "./export/client.js";
import { mountExport } from "./export/mount.js";
import { createAnnotationImport } from "./import/annotations.js";
import { mountOffline } from "./offline/register.js";
import { whenIdle } from "./offline/when-idle.js";
import { mountAbout } from "./page/about.js";
import { mountDetails } from "./page/details.js";
import { mountEditing } from "./page/editing.js";
import { mountLanguageNotice } from "./page/language-notice.js";
import { openLater } from "./page/later.js";
import { createNotices } from "./page/notices.js";
import { mountProgress } from "./page/progress.js";
import { mountReading } from "./page/reading.js";
import { mountRecentArticles } from "./page/recent-articles.js";
import { mountRecentCollections } from "./page/recent-collections.js";
import { beforePaint, painted } from "./scheduling.js";
import { keepPreferences } from "./state/preferences.js";
import { createStore, INITIAL } from "./state/store.js";
import { clear, isNewResult } from "./state/updates.js";
import { createAutosave } from "./storage/autosave.js";
import { createAnnotator } from "./worker/annotator.js";
import { bytes } from "./worker/source.js";
import { corrections, startExporter } from "./worker/start.js";

part("not-started").remove();
readCorrectionsFrom(() => bytes(corrections()));
const store = createStore(INITIAL);
const work = createAnnotator(store, painted);
// First of all: loading continues in other threads while the rest of the page is set up.
work.load();
keepPreferences(store);
const notices = createNotices(part("notices"));
const autosave = createAutosave(store, notices);
const exporter = createExporter(startExporter);
const reading = mountReading(store);
const door = mountDoor({ store, work, autosave, reading, notices });
mountEditing(store, work, createAnnotationImport(store, exporter, notices), notices, door.takes);
mountProgress(store, work);
mountDetails(store, work);
mountCorrecting(store, reading, notices);

store.subscribe((state, before) => {
  document.documentElement.dataset.state = state.phase;
  document.documentElement.dataset.view = state.view;
  part("error").hidden = state.error === "";
  if (state.error !== before.error) part("error").textContent = state.error;
  if (state.document && isNewResult(state, before)) {
    part("announcement").textContent = foundSentence(state.text, state.document);
    // The beginning of a long text was shown before, and the user may already be reading it.
    if (before.partial && state.article === before.article) return;
    // The button that had the focus is gone, so reading starts at the top.
    beforePaint(() => {
      scrollTo(0, 0);
      part("article").focus(/** @type {FocusOptions} */ ({ preventScroll: true, focusVisible: false }));
    });
  }
});

/** For scripts and tests: the document on display, and a function that annotates a text. */
window.newsmark = {
  get document() {
    return store.get().document;
  },
  async annotate(text) {
    store.update(clear);
    const document = await work.annotate(text);
    await reading.listsReady();
    return document;
  },
};

mountAbout();
mountRecentArticles(store, autosave, notices);
mountRecentCollections(store);
mountExport(store, exporter, notices);
openLater(
  "timeline",
  async () => (await import("./timeline/mount.js")).mountTimeline(store, reading.goTo, work.annotate),
  notices,
);
openLater("map", async () => (await import("./map/mount.js")).mountMap(store, reading.goTo, exporter), notices);
mountLanguageNotice(store, notices);
// The address of a collection leads elsewhere.
if (!placeIn(location.hash)) autosave.resume();
// Where it fails, the first correction tries again and says so.
whenIdle(store)
  .then(loadCorrections)
  .catch(() => {});
mountOffline(notices, autosave.save, whenIdle(store));
