/**
 * Whether a key was pressed outside of an open modal dialog, on a page that can't be used until the dialog is closed.
 * The black screen of a meeting only covers it, and is not marked as modal: its keys are those of the scene.
 */
export const isBehindDialog = ({ target }: KeyboardEvent): boolean =>
  document.querySelector('dialog[aria-modal="true"]') !== null &&
  !(target instanceof Element && target.closest('dialog'))
