/** Keys that do something by themselves: never while somebody types, and only as long as they want it. */

const CHOICE = "guildhall-single-keys";

/** Opens the help from elsewhere on the page. */
export const HELP_WANTED = "guildhall:help";

/** Speech and a cat on the keyboard press keys that nobody meant, so they can be switched off. */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(CHOICE) !== "off";
  } catch {
    return true;
  }
}

export function keepSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(CHOICE, on ? "on" : "off");
  } catch {
    // Where nothing may be kept, the choice lasts as long as the page.
  }
}

const WRITING =
  "input:not([type=checkbox],[type=radio],[type=submit],[type=button]),textarea,select,[contenteditable]:not([contenteditable=false])";

/** Whether this event is that key, pressed by itself, where it is not written into something. */
export function isSingleKey(event: KeyboardEvent, key: string): boolean {
  if (event.key !== key || event.defaultPrevented || event.isComposing || event.repeat) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const writes = event.target instanceof Element && event.target.closest(WRITING) !== null;
  return !writes && !dialogIsOpen() && singleKeysOn();
}

export function dialogIsOpen(): boolean {
  const dialogs = document.querySelectorAll('[role="dialog"],[role="alertdialog"]');
  return [...dialogs].some((one) => one.checkVisibility());
}
