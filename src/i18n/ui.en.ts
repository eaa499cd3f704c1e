/** Texts of the components shared by all screens, in English. */
export const uiEn = {
  take: 'OK',
  noDate: 'Choose a date',
  clearDate: 'Clear the date',
  noMonth: 'Choose a month',
  yearBefore: 'Previous year',
  yearAfter: 'Next year',
  takeOff: 'Remove filter: {{what}}',
  up: 'Move {{name}} up',
  down: 'Move {{name}} down',
  madeCode: 'Chentu’s own code {{code}}',
  comma: ', ',
  semicolon: '; ',
  loading: 'Reading…',
  noPageNumbers:
    'This browser does not print page numbers. Turn on “Headers and footers” in its print dialog, or save as a Word document and print that.',
  draft: {
    restored: 'What was typed and not saved has been restored (typed at {{at}}).',
    discard: 'Start anew',
    left: 'Not saved yet: {{names}}. Open the form again to go on.',
  },
  unsaved: {
    title: '{{what}} not saved yet',
    help: 'What you have just entered will be lost when you close this.',
    save: 'Save and close',
    leave: 'Close without saving',
    stay: 'Keep editing',
  },
}
