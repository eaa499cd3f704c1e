/** Texts of what is still missing in a check, item by item, in English. */
export const lackEn = {
  ask: {
    'not-applicable': 'Why it does not apply (recommended)',
    'not-seen': 'Why it could not be checked (required)',
  },
  askAll: {
    'not-applicable': 'Why {{count}} items do not apply (recommended)',
    'not-seen': 'Why {{count}} items could not be checked (required)',
  },
  no: 'missing: {{what}}',
  of: { photo: 'photo', found: 'details', deadline: 'deadline', reason: 'reason' },
  mustSay: '{{answer}}: reason required',
  maySay: '{{answer}}: reason recommended',
  late: '{{late}}: {{what}}',
  itemDue: '{{item}} due {{day}}',
  answered: '{{line}} ({{reasons}})',
  reasonOf: '{{reason}}: {{count}}',
  unstated: '{{count}} without a reason',
  why: {
    'not-applicable': {
      none: 'Not present here',
      early: 'Not at that stage yet',
      stopped: 'Work has stopped',
      finished: 'Work is finished',
    },
    'not-seen': {
      entry: 'Could not enter the site',
      idle: 'No work during the check',
      off: 'Equipment was not running',
      hidden: 'Out of sight',
      papers: 'No documents provided',
    },
  },
}
