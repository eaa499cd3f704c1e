import type { broughtZh } from './brought.zh-CN'

/**
 * Texts of files exchanged between tablets and the desk: what each file is, where it belongs, and what follows a
 * receipt; in English.
 */
export const broughtEn: typeof broughtZh = {
  atTablet: {
    receipt: '{{file}} is a receipt from the desk. ',
    rounds: '{{file}} is a round. ',
    bundle:
      '{{file}} is a bundle or another archive, not a receipt or round; it was not read. Hand bundles to the desk, which chooses them under Data › Records from the field.',
    sealed:
      '{{file}} is a bundle with a passphrase; it was not read. Hand it to the desk, which chooses it under Data › Records from the field.',
    unknown:
      '{{file}} is neither a receipt nor a round; nothing was read. To import a table, use “Choose files” under Data; check other files with the desk.',
  },
  atDesk: {
    receipt:
      '{{file}}: this is a receipt, not a bundle; nothing was taken. Take it back to the tablet: To the desk › Read a receipt or a round.',
    rounds:
      '{{file}}: this is a round, not a bundle; nothing was taken. Copy it to the tablet: To the desk › Read a receipt or a round.',
  },
  originals: '{{count}} originals',
  voices: '{{count}} spoken notes',
  goes: 'To be deleted: {{what}}, {{size}} in all. The desk’s receipt confirms each of them by checksum (SHA-256).',
  stays:
    'Kept: all {{records}} records and a small copy of every photo, which can still be viewed, printed and handed over again. There are no copies of spoken notes.',
  unnamed: '{{what}} more without a receipt will not be deleted.',
  forGood: 'This can’t be undone on this device; only the desk will have them.',
  releaseNow: 'Delete {{what}}',
  keepOriginals: 'Not now',
  gone: 'Deleted from this device: {{what}} (last at {{at}}). The desk has them all and verified the checksums on receipt.',
  goneOn: ' (deleted on {{days}})',
  remembered: 'The passphrase is valid until this page is closed and is not stored; enter it again after that.',
  follows: {
    fork: {
      held: 'The {{count}} records in this bundle are set aside; they can be viewed but do not count.',
      brought:
        'The {{count}} records already received are set aside; they can be viewed but do not count. Those in this bundle count instead.',
    },
    late: {
      held: 'These {{count}} records are set aside; they can be viewed but do not count. The tablet stays closed.',
      brought: 'These {{count}} records are taken and count. The tablet stays closed.',
    },
  },
}
