/**
 * Pointing with the mouse. Text that scrolls under a resting pointer is not being pointed at: pointerover would come then,
 * and in WebKit pointermove comes as well.
 */

let rests = false;
let last = "";

addEventListener(
  "pointermove",
  ({ screenX, screenY }) => {
    const here = `${screenX} ${screenY}`;
    rests = here === last;
    last = here;
  },
  { capture: true, passive: true },
);

/**
 * Calls the listener when somebody points at something in the element.
 * @param {HTMLElement} element
 * @param {(event: PointerEvent) => void} listener
 */
export function onPointing(element, listener) {
  element.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse" && !rests) listener(event);
  });
}
