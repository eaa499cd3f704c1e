import type { editZh } from './edit.zh-CN'

/** Texts of cell edits in the table, in English. */
export const editEn: typeof editZh = {
  open: 'Change {{column}}',
  hint: 'Press again, or F2, to change it',
  empty: '(empty)',
  overlaid: 'This comes from a check, a survey, readings or tracks of trucks, not from the inventory: change it there',
  range: 'Allowed: {{range}}',
  waiting: 'Changes to be saved',
  line: '{{name}}, {{column}}: {{before}} → {{after}}',
  why: 'Reason',
  by: 'Changed by',
  wanted: 'Required before saving: {{what}}',
  save: 'Save changes ({{count}})',
  drop: 'Discard changes',
  label: '{{count}} cells changed ({{by}}: {{why}})',
  saved: '{{count}} cells changed, kept as a new version',
  undo: 'Undo this change (data)',
  undone: 'The changes were undone',
  changed: 'to be saved',
  byHand: 'Set by hand ({{by}}, {{at}}): {{why}}; it was {{said}}',
  byReview: 'Set by hand at import; the file had {{said}}',
}
