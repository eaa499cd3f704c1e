/** The black screen of a meeting is a dialog too, but only covers: its keys are those of the scene. */
const OPEN = 'dialog[aria-modal="true"]:not([data-black])'

/** Whether a key was pressed outside of an open modal dialog, on a page that can't be used until the dialog is closed. */
export const isBehindDialog = ({ target }: KeyboardEvent): boolean =>
  document.querySelector(OPEN) !== null && !(target instanceof Element && target.closest('dialog'))
