import type { peopleZh } from './people.zh-CN'

/** Texts of the people who patrol with a tablet, in English. */
export const peopleEn: typeof peopleZh = {
  title: 'Who patrols',
  today: 'Who patrols today?',
  companions: 'Who goes along (one or more)',
  companion: 'With {{name}}',
  newName: 'Another name',
  asWriter: 'Writes the records',
  asCompanion: 'Goes along',
  two: 'A patrol may be made alone. A check for enforcement takes two officers at least: choose who goes along.',
  along: ' (with {{names}})',
  withCompanions: 'Written by {{name}}, with {{names}}',
  begunBy: 'begun by {{name}}',
  hasPin: 'has a PIN',
  pinOf: 'PIN of {{name}}',
  pinConfirm: 'Confirm',
  pinWrong: 'The PIN is wrong. Type it again.',
  back: 'Back',
  forgot: 'PIN forgotten',
  pinSet: 'Set a PIN for {{name}} (if wanted)',
  pinRemove: 'Remove the PIN of {{name}}',
  pinNew: 'New PIN (4 to 8 digits)',
  pinAgain: 'Type it again',
  pinDiffers: 'The two differ. Type it again.',
  pinNotKept: 'The PIN could not be kept: {{reason}}',
  pinKeep: 'Keep the PIN',
  pinHelp:
    'A PIN only keeps a name from being taken by mistake; it does not protect what is on the tablet, and stays on it. A forgotten one can be removed with a reason, which the records of that day carry.',
  clearTitle: 'Remove the PIN of {{name}}',
  clearHelp:
    'After that “{{name}}” can be taken by anybody. Reason and name are written into each check of that name today, and go to the office.',
  clearReason: {
    forgot: 'Forgotten',
    mistyped: 'Mistyped when it was set',
    left: 'Away; somebody else uses the tablet',
  },
  clear: 'Remove the PIN',
  foreign: '{{name}} began this draft at {{at}}; {{author}} writes now.',
  takeOver: '{{author}} goes on with it',
}
