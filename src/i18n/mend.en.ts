/** Texts of what a correction changes, in English. */
export const mendEn = {
  by: 'Corrected by {{who}} {{at}}',
  from: '{{name}}: {{from}} → {{to}}',
  unanswered: 'no answer',
  none: '(none)',
  nothing: 'nothing changed',
  photos: 'photos added: {{count}}',
  voices: 'spoken notes added: {{count}}',
  what: { found: 'details', deadline: 'deadline', told: 'person informed', reason: 'reason', note: 'note' },
}
