/** Texts of a source that a team found, opened, corrected and withdrawn, in English. */
export const spotEn = {
  open: 'Open new source {{name}}',
  title: 'New source',
  found: 'Registered {{day}} ({{who}})',
  correcting: 'Correct a new source',
  correctHelp: 'You are correcting “{{name}}”: once saved the new words count, and the earlier record stays readable.',
  correct: 'Correct',
  busy: 'Another new source is not registered yet. Save it or give it up first.',
  giveUp: 'Give up the correction',
  saveCorrection: 'Save the correction',
  name: 'Name',
  nameHelp: 'Left empty: “{{name}}”',
  kept: 'Photos of the record, used on: {{count}}. Open one to leave it out',
  leaveOut: 'Use this photo no longer',
  withdraw: 'Withdraw',
  withdrawTitle: 'Withdraw new source “{{name}}”',
  withdrawHelp:
    'It is no new source any more; the record stays readable, with who withdrew it, when and why. This can’t be undone.',
  withdrawn: 'New sources that were withdrawn: {{count}}',
  earlier: 'Before it was corrected',
  check: 'Check this place',
  kindStays:
    'It has been checked, or a check was begun, so its kind can’t be changed: the checks would no longer belong to it. Where the kind is wrong, withdraw the source and register it anew.',
  gone: '“{{name}}” was withdrawn and can’t be corrected any more. Give up the correction; where it has to stand, register it anew.',
  others: 'Another tablet registered it: that one corrects or withdraws it.',
}
