/** Texts of what is still missing in a check, item by item, in English. */
export const lackEn = {
  ask: { 'not-applicable': 'Why it does not apply (advised)', 'not-seen': 'Why it could not be checked (needed)' },
  askAll: 'Why {{count}} could not be checked (needed)',
  no: 'lacks: {{what}}',
  of: { photo: 'photo', found: 'what is the case', deadline: 'deadline', reason: 'reason' },
  mustSay: '{{answer}}: say why',
  maySay: '{{answer}}: better say why',
  late: '{{late}}: {{what}}',
  itemDue: '{{item}} by {{day}}',
  answered: '{{line}} ({{reasons}})',
  why: {
    'not-applicable': {
      none: 'Nothing of this here',
      early: 'Not at that stage yet',
      stopped: 'Work has stopped',
      finished: 'Work is finished',
    },
    'not-seen': {
      entry: 'Could not enter the site',
      idle: 'No work during the check',
      off: 'Equipment was not running',
      hidden: 'Out of sight',
      papers: 'No papers were shown',
    },
  },
}
