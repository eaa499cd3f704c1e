import type { deskZh } from './desk.zh-CN'

/** Texts of the desk's key, of its acts, and of which desk a tablet trusts, in English. */
export const deskEn: typeof deskZh = {
  key: 'Desk verification code',
  keyHelp:
    'Read these 20 digits to the field team, or have the tablet scan the QR code, once per tablet. After that, the tablet accepts only receipts issued by this computer, and only then deletes originals that were received.',
  keyInsecure:
    'This page is not https, so the browser provides no key: receipts are unsigned, and tablets will not delete photos based on them. Existing data is not affected. Open this page over https.',
  keyFailed:
    'The verification code could not be made: {{reason}}. Existing data is not affected. Reload the page; if it still fails, ask a technician.',
  keyQr: 'QR code of the desk verification code',
  keyShow: 'Show the QR code',
  pin: 'Desk verification code',
  pinNone:
    'The desk’s verification code has not been verified yet: originals are not deleted, even with a receipt. Ask the desk for its 20 digits and enter them here, or scan the QR code on the desk’s computer (“Data” screen).',
  pinned: 'Verified: {{code}} ({{at}}). Only receipts issued by this desk are accepted.',
  pinType: '20 digits',
  pinKeep: 'Verify and save',
  pinInvalid:
    'This is not a valid verification code: it must have 20 digits; one may be missing or wrong. Check digit by digit. Nothing was changed.',
  pinOwn: 'This is the code of this device itself. Ask the desk for the code on its own computer. Nothing was changed.',
  pinElsewhere:
    'The verification code was changed in another window; nothing was changed here. Check the digits shown above.',
  pinChange: 'Change the verification code',
  pinChangeTitle: 'Change the desk verification code',
  pinChangeWarning:
    'Currently {{from}}, will be changed to {{to}}. Receipts issued by the previous desk computer will no longer be valid, and originals not yet deleted are kept. Change it only if the desk has a new computer or its data was cleared; if someone urges you by phone, verify in person first.',
  pinReason: {
    machine: 'the desk has a new computer',
    cleared: 'the desk’s data was cleared',
    mistake: 'verified by mistake',
  },
  ownId: 'Number of this tablet: {{id}}',
  reason: 'Reason (required)',
  by: 'Done by (required)',
  cancel: 'Cancel',
  notWritten: 'Not completed: {{reason}}. Nothing was changed. Try again; if it still fails, ask a technician.',
  cameraFailed:
    'Reading from the camera was interrupted: {{reason}}. Nothing was received. Close it and open it again.',
  tablets: 'Tablets',
  tabletsHelp:
    'Tablets that have handed over records. Reports of loss, resumed receiving, replacements and choices between two versions are kept with reason, person and time; no record is deleted.',
  tablet: '{{id}} · {{authors}} · {{count}} records, last {{at}}',
  noAuthor: 'no name',
  signs: 'signed',
  signsNot: 'unsigned',
  closedLost: 'lost: records after no. {{upTo}} must be decided by a person',
  closedBy: 'replaced by {{by}}: records after no. {{upTo}} must be decided by a person',
  act: { lost: 'Report as lost', reopened: 'Resume receiving', succeeded: 'Mark as replaced' },
  actTitle: {
    lost: 'Report tablet {{id}} as lost',
    reopened: 'Resume receiving from tablet {{id}}',
    succeeded: 'Tablet {{id}} was replaced by another',
  },
  actWarning: {
    lost: 'Once reported as lost, only the {{count}} records already received from this tablet count. Records handed over later do not count until the desk has verified them and decided to take them or set them aside.',
    reopened: 'This tablet can hand over records again. First make sure that it has really been found.',
    succeeded:
      'This tablet was reinstalled or replaced: the desk decides on records that arrive later under its old number; those already received still count, and the number chosen below continues.',
  },
  actReason: {
    lost: { lost: 'lost', stolen: 'stolen', broken: 'broken' },
    reopened: { found: 'found again', mistake: 'recorded by mistake' },
    succeeded: { again: 'tablet reinstalled', cleared: 'browser data was cleared', machine: 'a new tablet' },
  },
  successor: 'Replacement tablet',
  chooseSuccessor: 'Choose',
  acts: 'Actions taken ({{count}})',
  actLine: {
    lost: '{{at}} {{author}} reported tablet {{id}} as lost (first {{upTo}} records kept): {{reason}}',
    reopened: '{{at}} {{author}} resumed receiving from tablet {{id}}: {{reason}}',
    succeeded: '{{at}} {{author}} recorded tablet {{id}} as replaced by {{by}}: {{reason}}',
    lostSince:
      '{{at}} {{author}} reported tablet {{id}} as lost (since {{day}}, first {{upTo}} records kept): {{reason}}',
    taken: '{{at}} {{author}} took records {{from}} to {{upTo}} of closed tablet {{id}}: {{reason}}',
    aside: '{{at}} {{author}} set aside records {{from}} to {{upTo}} of closed tablet {{id}}: {{reason}}',
    fork: '{{at}} {{author}} chose one of two versions of tablet {{id}} from record {{from}} on; {{count}} set aside: {{reason}}',
  },
  aside: 'Set aside ({{count}}, not counted)',
  doubtful: 'Records missing a signature ({{count}}, not counted)',
  recordLine: '{{at}} {{who}} no. {{sequence}} {{what}}',
  fork: 'Tablet {{id}} has two versions from record {{from}} on',
  forkHelp:
    'This happens if a tablet was restored from a backup, or if someone misused its number. Ask the tablet’s user first, then choose the valid version; the other is set aside, can still be viewed, and does not count.',
  forkSide: { held: 'Already received: {{count}} ({{signed}})', brought: 'In this bundle: {{count}} ({{signed}})' },
  forkTake: { held: 'Keep those already received', brought: 'Use those in this bundle' },
  forkReason: { user: 'verified with the user', backup: 'restored from a backup', forged: 'the other was forged' },
  later:
    '{{count}} records written by a newer version (kept and passed on in bundles; this version does not show or count them)',
  withdrawalOf: 'withdraws no. {{of}}',
  lacking: {
    copies:
      'The originals of {{count}} photos were already deleted on the tablet based on a receipt, so small copies were received ({{names}}); the originals are on the desk computer that issued the receipt.',
    missing: '{{count}} photos did not come with the bundle ({{names}}). Check whether there is another bundle.',
    voices: '{{count}} spoken notes did not come with the bundle ({{names}}). Check whether there is another bundle.',
  },
  withCode: '{{name}} ({{code}})',
  withoutCode: '{{name}} (no code)',
  withoutSource:
    '{{count}} of these records are of sources that the current data lack: {{names}}. The records were received and nothing is lost; see and review them in “Field checks” on Explore by the day of the check, where they are marked “not in the current data”. Check the codes, or import a list that has them: the records then belong to these sources. Until then they count for no source.',
  contradicts: '{{name}}: {{line}}. Review it in “Field checks”.',
  contradictsMore: '{{count}} more sources on which two tablets disagree on one day: see “Field checks”.',
  sourcesUnchecked:
    'The records were received and nothing is lost, but it could not be checked whether the current data have all their sources ({{reason}}). See “Field checks” on Explore: records whose source is missing are marked there.',
  notInData: 'not in the current data ({{code}})',
  notInDataUncoded: 'not in the current data (no code)',
  forkOf:
    '{{count}} tablets in this file need a choice, one by one; this is number {{number}}. Everything is received together once all are chosen; nothing is written before.',
  forkLost: 'This tablet was reported lost.',
  forkSucceeded: 'This tablet was replaced by another.',
  late: 'Closed tablet {{id}} handed over more records, from no. {{from}} on',
  lateHelp:
    'Records received before the loss or replacement still count. Later ones do not count for now: first verify with the field team who wrote them and when, then decide to take them or set them aside. The tablet stays closed; its signature alone is not trusted.',
  lateAfter: '{{count}} of them were written on or after the day of the loss ({{day}}).',
  lateTake: { held: 'Set these records aside', brought: 'Take these records' },
  lateReason: {
    after: 'written after the loss',
    unsure: 'cannot be verified',
    before: 'written before the loss, verified',
    user: 'verified with the field team',
  },
  since: 'Lost since (not in the team’s hands from this day on; optional)',
  afterLoss:
    '{{count}} of the records received were written on or after the day of the loss ({{day}}). They still count; please verify.',
  closedLostSince: 'lost (since {{day}}): records after no. {{upTo}} must be decided by a person',
}
