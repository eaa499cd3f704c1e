import type { broughtZh } from './brought.zh-CN'

/**
 * Texts of files exchanged between tablets and the desk: what each file is, where it belongs, and what follows a
 * receipt; in English.
 */
export const broughtEn: typeof broughtZh = {
  atTablet: {
    receipt: '{{file}} is a receipt of the desk. ',
    rounds: '{{file}} is a round. ',
    bundle:
      '{{file}} is a bundle or another archive, neither a receipt nor a round; nothing was read. A bundle goes to the desk: Data › Records from the field.',
    sealed:
      '{{file}} is a bundle under a passphrase; nothing was read. It goes to the desk: Data › Records from the field.',
    unknown: '{{file}} is neither a receipt nor a round; nothing was read. Ask the desk for the right file.',
  },
  atDesk: {
    receipt:
      '{{file}}: this is a receipt, not a bundle; nothing was taken. Take it back to the tablet: To the desk › Read a receipt or a round.',
    rounds:
      '{{file}}: this is a round, not a bundle; nothing was taken. Copy it to the tablet: To the desk › Read a receipt or a round.',
  },
  originals: '{{count}} originals',
  voices: '{{count}} spoken notes',
  goes: 'Deleted: {{what}}, {{size}} in all. The desk’s receipt names each of them, by its SHA-256, as received.',
  stays:
    'Kept: all {{records}} records, and the small copy of every photo, which can be seen, printed and handed over again. Of spoken notes there is no copy.',
  unnamed: '{{what}} have no receipt and are kept.',
  forGood: 'This can’t be undone on this tablet: from then on only the desk has them.',
  releaseNow: 'Delete {{what}}',
  keepOriginals: 'Keep them for now',
  gone: 'Deleted on this tablet so far: {{what}} (last at {{at}}); the desk has them and compared their hashes when they came.',
  goneOn: ' (deleted on {{days}})',
  remembered: 'The passphrase is used until this page is closed and is not stored.',
  follows: {
    fork: {
      held: 'The {{count}} brought now are set aside: they stay readable, but do not count.',
      brought:
        'The {{count}} that are here are set aside: they stay readable, but do not count. Those brought now count.',
    },
    late: {
      held: 'These {{count}} are set aside: they stay readable, but do not count. The tablet stays closed.',
      brought: 'These {{count}} are taken and count. The tablet stays closed.',
    },
  },
}
