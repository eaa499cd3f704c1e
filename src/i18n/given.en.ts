import type { givenZh } from './given.zh-CN'

/** Texts of rounds on a tablet: their arrival, their state, and their return to the desk; in English. */
export const givenEn: typeof givenZh = {
  title: 'Rounds from the desk',
  line: '{{day}}, {{team}}, {{count}} stops',
  today: 'today',
  allTeams: 'all teams',
  begin: 'Begin',
  beginNamed: 'Begin the round “{{name}}”',
  ownTeam: 'This tablet goes with {{team}}: only its rounds and those for all are listed.',
  otherTeams: 'List those of all teams',
  named: '{{name}} ({{day}})',
  begun: 'Round “{{name}}” of the desk taken ({{day}}, {{count}} stops): it is this tablet’s round now. ',
  replaced:
    'Round “{{name}}” of the desk taken ({{day}}, {{count}} stops): it is this tablet’s round now; the previous one can be restored under Round. ',
  changed:
    'The desk changed round “{{name}}” ({{day}}): it has {{count}} stops now; its earlier state can be restored under Round. ',
  same: 'Round “{{name}}” ({{day}}) is here already: it was not taken twice, and what was visited and skipped stays. ',
  joined:
    '“{{name}}” was added to today’s round “{{round}}”, which now has {{count}} stops, including all that it had; its earlier state can be restored under Round. ',
  joinedCase:
    'The stops that round “{{name}}” has for cases were added to today’s round “{{round}}”, which now has {{count}} stops, including all that it had; its earlier state can be restored under Round. ',
  joinedCaseSame:
    'The stops that round “{{name}}” has for cases are in round “{{round}}” already: none was added twice. ',
  joinedSame: 'All stops of “{{name}}” are in round “{{round}}” already: none was added twice. ',
  otherTeam: 'Note: it was assigned to {{team}}, and this tablet goes with {{own}}. ',
  nothingNew: 'All rounds of the file are here already. ',
  wait: 'Rounds from the desk: {{count}} ({{names}}). Begin one under Round. ',
  andMore: '{{names}} and others',
  missing:
    '{{count}} of its {{all}} stops are not in the data of this tablet: {{names}}. Update the data, or ask the desk about the round. ',
  lost: '{{count}} stops of this round are not in the data of this tablet and can’t be put on the way or the map. Update the data with a signal, or ask the desk:',
  unplaced: '{{count}} stops of this round have no position in the data of this tablet and are not on the way:',
  toldOf: 'State of round “{{name}}”',
  skipNamed: 'Skip {{name}}',
  unskipNamed: 'Do not skip {{name}}',
  untold:
    ' The state of the round could not be saved ({{reason}}): this hand-over does not say what was skipped. Hand over again later.',
}
