import type { deskZh } from './desk.zh-CN'

/** Texts of the desk's key, of its acts, and of which desk a tablet trusts, in English. */
export const deskEn: typeof deskZh = {
  key: 'Code of this desk',
  keyHelp:
    'Read these 20 digits to each field team, or let the tablet scan the QR code, once. From then on the tablet believes only receipts of this machine, and deletes no original before one.',
  keyInsecure:
    'This page is not https, so the browser gives no key: receipts are unsigned, and tablets delete no photo by them. What is here is safe. Open the page by https.',
  keyFailed: 'The code could not be made: {{reason}}. What is here is safe. Reload the page, or ask a technician.',
  keyQr: 'QR code of this desk',
  keyShow: 'Show the QR code',
  pin: 'Code of the desk',
  pinNone:
    'The desk’s code was not compared yet: no original is deleted, not even with a receipt. Ask the desk for its 20 digits, or scan the QR code on its machine (screen “Data”).',
  pinned: 'Compared: {{code}} ({{at}}). Only receipts of this desk are believed.',
  pinType: '20 digits',
  pinKeep: 'Compare and keep',
  pinInvalid:
    'This is no code of a desk: it has 20 digits, one of them may be missing or wrong. Compare each of them. Nothing was changed.',
  pinElsewhere: 'The code was changed in another window; nothing was changed here. Compare the digits above.',
  pinChange: 'Change the desk’s code',
  pinChangeTitle: 'Change the desk’s code',
  pinChangeWarning:
    'It is {{from}} and becomes {{to}}. Receipts of the previous desk are no longer valid, and originals that are still here stay. Do this only if the desk has a new machine or its data was cleared; if somebody urges you by telephone, ask in person first.',
  pinReason: { machine: 'the desk has another machine', cleared: 'the desk’s data was cleared', mistake: 'a mistake' },
  ownId: 'Number of this tablet: {{id}}',
  reason: 'Reason (required)',
  by: 'Done by (required)',
  cancel: 'Cancel',
  notWritten: 'Not done: {{reason}}. Nothing was changed. Try again, or ask a technician.',
  cameraFailed: 'Reading by the camera broke off: {{reason}}. Nothing was taken. Close it and open it again.',
  tablets: 'Tablets',
  tabletsHelp:
    'Tablets that handed over. Each loss, return, succession and choice between two versions is kept with reason, person and time; no record is ever deleted.',
  tablet: '{{id}} · {{authors}} · {{count}} records, last {{at}}',
  noAuthor: 'no name',
  signs: 'signed',
  signsNot: 'unsigned',
  closedLost: 'lost: after record {{upTo}} a person has to decide',
  closedBy: 'succeeded by {{by}}: after record {{upTo}} a person has to decide',
  act: { lost: 'Report as lost', reopened: 'Take records again', succeeded: 'Was succeeded' },
  actTitle: {
    lost: 'Tablet {{id}} is lost',
    reopened: 'Take records of tablet {{id}} again',
    succeeded: 'Tablet {{id}} was succeeded by another',
  },
  actWarning: {
    lost: 'Of this tablet the {{count}} records that are here stay and count; what comes later counts only once the desk has decided to take it.',
    reopened: 'The tablet can hand over again. Make sure first that it was really found.',
    succeeded:
      'It was set up again or replaced: records that arrive later under its old number are for the desk to decide on, those that are here count, and the number below continues.',
  },
  actReason: {
    lost: { lost: 'lost', stolen: 'stolen', broken: 'broken' },
    reopened: { found: 'found again', mistake: 'a mistake' },
    succeeded: { again: 'set up again', cleared: 'browser data was cleared', machine: 'a new tablet' },
  },
  successor: 'Goes on as',
  chooseSuccessor: 'Choose',
  acts: 'Actions taken ({{count}})',
  actLine: {
    lost: '{{at}} {{author}}: tablet {{id}} is lost (the first {{upTo}} stay): {{reason}}',
    reopened: '{{at}} {{author}}: tablet {{id}} can hand over again: {{reason}}',
    succeeded: '{{at}} {{author}}: tablet {{id}} was succeeded by {{by}}: {{reason}}',
    lostSince: '{{at}} {{author}}: tablet {{id}} is lost since {{day}} (the first {{upTo}} stay): {{reason}}',
    taken: '{{at}} {{author}}: records {{from}} to {{upTo}} of the closed tablet {{id}} were taken: {{reason}}',
    aside: '{{at}} {{author}}: records {{from}} to {{upTo}} of the closed tablet {{id}} were set aside: {{reason}}',
    fork: '{{at}} {{author}}: tablet {{id}} had two versions from record {{from}} on; {{count}} were set aside: {{reason}}',
  },
  aside: 'Set aside ({{count}}, not counted)',
  doubtful: 'Should be signed but are not ({{count}}, not counted)',
  recordLine: '{{at}} {{who}} no. {{sequence}} {{what}}',
  fork: 'Tablet {{id}} has two versions from record {{from}} on',
  forkHelp:
    'This happens if a tablet was restored from a backup, or if somebody else used its number. Ask its user, then choose which version is valid; the other is set aside, stays readable, and does not count.',
  forkSide: { held: 'Taken before: {{count}} ({{signed}})', brought: 'Brought now: {{count}} ({{signed}})' },
  forkTake: { held: 'Keep what was taken before', brought: 'Keep what was brought now' },
  forkReason: { user: 'asked the user', backup: 'restored from a backup', forged: 'the other was forged' },
  later:
    'Records of a later version: {{count}} (kept, and handed on in bundles; this version does not show what they say or count it)',
  withdrawalOf: 'withdraws no. {{of}}',
  lacking: {
    copies:
      'The originals of {{count}} photos were deleted on the tablet after a receipt: small copies came ({{names}}); the desk that gave the receipt has the originals.',
    missing: '{{count}} photos did not come ({{names}}): another bundle may have them.',
    voices: '{{count}} spoken notes did not come ({{names}}): another bundle may have them.',
  },
  forkOf:
    'This file has {{count}} tablets to decide about, one after the other; this is number {{number}}. All is taken together once each is decided; nothing is written before.',
  forkLost: 'This tablet was reported lost.',
  forkSucceeded: 'This tablet was succeeded by another.',
  late: 'Tablet {{id}} is closed and brought records from {{from}} on',
  lateHelp:
    'What was taken before the loss or succession counts. What comes later does not, until somebody has asked the team who wrote it and when. The tablet stays closed, and its signature alone is not believed.',
  lateAfter: '{{count}} of them were written on or after the day of the loss ({{day}}).',
  lateTake: { held: 'Set these records aside', brought: 'Take these records' },
  lateReason: {
    after: 'written after the loss',
    unsure: 'nobody can confirm them',
    before: 'written before the loss, confirmed',
    user: 'confirmed by the team',
  },
  since: 'Lost since (not in the team’s hands from this day on; may stay open)',
  afterLoss:
    '{{count}} of the records that were taken were written on or after the day of the loss ({{day}}); they still count, please ask.',
  closedLostSince: 'lost since {{day}}: after record {{upTo}} a person has to decide',
}
