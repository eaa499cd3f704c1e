import type { peopleZh } from './people.zh-CN'

/** Texts of the people who patrol with a tablet, in English. */
export const peopleEn: typeof peopleZh = {
  title: 'Inspectors',
  today: 'Today’s inspectors',
  companions: 'Accompanied by (one or more)',
  companion: 'With {{name}}',
  newName: 'Another name',
  asWriter: 'Set as recorder',
  asCompanion: 'Add as companion',
  two: 'Routine rounds can be done alone. Enforcement checks need at least two enforcement officers: choose companions.',
  along: ' (with {{names}})',
  withCompanions: 'Recorded by {{name}}, with {{names}}',
  begunBy: 'drafted by {{name}}',
  hasPin: 'PIN set',
  pinOf: 'PIN of {{name}}',
  pinConfirm: 'Confirm',
  pinWrong: 'Wrong PIN. Enter it again.',
  back: 'Back',
  forgot: 'Forgot PIN',
  pinSet: 'Set a PIN for {{name}} (optional)',
  pinRemove: 'Remove the PIN of {{name}}',
  pinNew: 'New PIN (4 to 8 digits)',
  pinAgain: 'Enter it again',
  pinDiffers: 'The entries do not match. Enter it again.',
  pinNotKept: 'The PIN could not be saved: {{reason}}',
  pinKeep: 'Save PIN',
  pinHelp:
    'A PIN only prevents using another person’s name by mistake; it does not protect the data on the tablet, and is stored only there. A forgotten PIN can be removed with a reason, which is noted in that day’s records.',
  clearTitle: 'Remove the PIN of {{name}}',
  clearHelp:
    'After that, “{{name}}” can be used without a PIN. The reason and the person responsible are written into every check under this name today and passed to the desk.',
  clearReason: {
    forgot: 'Forgotten',
    mistyped: 'Mistyped when set',
    left: 'Absent; another person uses the tablet',
  },
  clear: 'Remove PIN',
  foreign: 'This draft was started by {{name}} at {{at}}; the current recorder is {{author}}.',
  takeOver: '{{author}} continues',
}
