/** Texts of the components shared by all screens, in English. */
export const uiEn = {
  take: 'OK',
  noDate: 'Choose a date',
  clearDate: 'Clear the date',
  noMonth: 'Choose a month',
  yearBefore: 'Year before',
  yearAfter: 'Year after',
  takeOff: 'Take off the condition: {{what}}',
  up: 'Move {{name}} up',
  down: 'Move {{name}} down',
  comma: ', ',
  semicolon: '; ',
  loading: 'Reading…',
  noPageNumbers:
    'This browser prints no page numbers: switch on “headers and footers” in its print dialog, or save the Word document and print that.',
}
