import type { editZh } from './edit.zh-CN'

/** Texts of cell edits in the table, in English. */
export const editEn: typeof editZh = {
  open: 'Change {{column}}',
  hint: 'Press again or F2 to change',
  empty: '(empty)',
  overlaid:
    'This value comes from a check, a survey, readings or truck tracks, not from the inventory. Change it in the original record',
  range: 'Allowed: {{range}}',
  waiting: 'Unsaved changes',
  line: '{{name}}, {{column}}: {{before}} → {{after}}',
  why: 'Reason',
  by: 'Changed by',
  wanted: 'Required before saving: {{what}}',
  save: 'Save changes ({{count}})',
  drop: 'Discard changes',
  label: '{{count}} cells changed ({{by}}: {{why}})',
  saved: '{{count}} cells changed, saved as a new version',
  undo: 'Undo this change (data)',
  undone: 'Changes undone',
  changed: 'to be saved',
  byHand: 'Set by hand ({{by}}, {{at}}): {{why}}; it was {{said}}',
  byReview: 'Set by hand during import; the file had {{said}}',
}
