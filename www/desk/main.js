/**
 * The desk as a view of the page: it shows the collection of the address, opens its articles in the reading view, and takes
 * in files.
 *
 * @typedef {import("./address.js").Place} Place
 * @typedef {import("./desk.js").OpenDesk} OpenDesk
 * @typedef {import("../document/types.js").Range} Range
 *
 * @typedef {Object} PageParts what the desk uses of the page
 * @property {import("../state/store.js").Store} store
 * @property {{annotate: (text: string) => Promise<unknown>}} work
 * @property {import("../storage/autosave.js").Autosave} autosave
 * @property {{goTo: (range: Range, target: null) => void}} reading
 * @property {import("../page/notices.js").Notices} notices
 */

import { element, part } from "../dom.js";
import { addressOf, placeIn } from "./address.js";
import { mountCollecting } from "./collect/mount.js";
import { nameFor } from "./collect/name.js";
import { createDesk } from "./desk.js";
import { createReader } from "./reading/reader.js";
import { mountShell } from "./shell.js";
import { createCollections, openDatabase } from "./store/database.js";
import { deskStorageMessage } from "./store/errors.js";
import { loadStyle } from "./style.js";

const UNKNOWN = "This collection is not in this browser. It may have been deleted, or belong to another browser.";

/** @param {PageParts} page */
export function createDeskView(page) {
  const { store, notices } = page;
  const root = element("section", "desk");
  root.id = "desk";
  root.ariaLabel = "Collection";
  part("error").before(root);
  const styled = loadStyle();
  let collections = connect();
  /** @type {{desk: OpenDesk, shell: ReturnType<typeof mountShell>, collecting: ReturnType<typeof mountCollecting>}|null} */
  let current = null;
  /** Counts the places that were asked for; only the last one is shown. */
  let asked = 0;
  /** Where the next article is to be shown. @type {Range|undefined} */
  let range;
  const reader = createReader(page);

  store.subscribe((state, before) => {
    // Another article was pasted, opened or begun.
    if (state.article !== before.article && !reader.isOpening() && (isShown() || reader.isOpen())) goHome();
  });

  async function connect() {
    const database = await openDatabase(() => notices.show("desk", deskStorageMessage(new Error())));
    return { database, ...createCollections(database) };
  }

  const isShown = () => document.documentElement.hasAttribute("data-desk");

  /** @param {Place} place */
  async function show(place) {
    const mine = ++asked;
    try {
      const [desk] = await Promise.all([deskOf(place.collection, () => mine === asked), styled]);
      if (mine !== asked) return;
      if (!desk) {
        notices.show("desk", UNKNOWN);
        return goHome();
      }
      if (place.article === undefined) front(place.tab);
      else await openArticle(desk, place.article);
    } catch (error) {
      // Opened again next time.
      collections = connect();
      notices.show("desk", deskStorageMessage(error));
      document.documentElement.toggleAttribute("data-desk", false);
    }
  }

  /**
   * @param {string} id
   * @param {() => boolean} isWanted
   */
  async function deskOf(id, isWanted) {
    if (current?.desk.collection.id === id) return current.desk;
    const { database, ...all } = await collections;
    const record = await all.read(id);
    if (!record || !isWanted()) return null;
    close();
    /** @type {OpenDesk} */
    const desk = createDesk(database, all, record, (article, at) => {
      range = at;
      location.hash = addressOf({ collection: id, article });
    });
    const collecting = mountCollecting(desk);
    const shell = mountShell(root, desk, collecting, {
      chosen: (tab) => history.replaceState(history.state, "", addressOf({ collection: id, tab })),
      async remove() {
        await desk.remove();
        goHome();
        close();
      },
    });
    current = { desk, shell, collecting };
    desk.onRemoved(() => {
      notices.show("desk", UNKNOWN);
      goHome();
      close();
    });
    const loaded = desk.load();
    loaded.catch((error) => notices.show("desk", deskStorageMessage(error)));
    return desk;
  }

  /** @param {string|undefined} tab */
  function front(tab) {
    const left = reader.article();
    // What is open is saved, and its keys no longer work.
    reader.close();
    document.documentElement.toggleAttribute("data-desk", true);
    if (!current) return;
    document.title = `${current.desk.collection.name} – Newsmark`;
    current.shell.open(tab);
    current.shell.focus(left);
  }

  /** @param {OpenDesk} desk @param {number} article */
  async function openArticle(desk, article) {
    const at = range;
    range = undefined;
    document.documentElement.toggleAttribute("data-desk", false);
    const obstacle = await reader.open(desk, article, at);
    if (!obstacle) return;
    notices.show("desk", obstacle);
    location.replace(addressOf({ collection: desk.collection.id }));
  }

  function close() {
    if (!current) return;
    const { desk, shell, collecting } = current;
    current = null;
    collecting.close();
    shell.close();
    desk.close();
  }

  /** Where nothing could be read, nothing is kept. */
  async function closeIfEmpty() {
    if (!current || current.collecting.isReading() || current.desk.rows.counts.all > 0) return;
    const { desk } = current;
    close();
    await desk.removeIfEmpty();
  }

  /** The start page, which has an address without a place. */
  function goHome() {
    if (placeIn(location.hash)) location.hash = "";
    leave();
  }

  function leave() {
    asked++;
    document.title = "Newsmark";
    reader.forget();
    document.documentElement.toggleAttribute("data-desk", false);
    closeIfEmpty().catch(() => {});
  }

  return {
    show,
    leave,

    /**
     * Takes in files: to the collection that is open, or to a new one.
     * @param {import("./collect/walk.js").Given} given
     */
    async receive(given) {
      try {
        if (!current || !isShown()) {
          const all = await collections;
          const { id } = await all.create(nameFor(given));
          history.pushState(null, "", addressOf({ collection: id }));
          await show({ collection: id });
        }
        current?.collecting.begin(given);
      } catch (error) {
        notices.show("desk", deskStorageMessage(error));
      }
    },
  };
}
