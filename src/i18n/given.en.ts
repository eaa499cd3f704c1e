import type { givenZh } from './given.zh-CN'

/** Texts of rounds on a tablet: their arrival, their state, and their return to the desk; in English. */
export const givenEn: typeof givenZh = {
  title: 'Rounds from the desk',
  line: '{{day}}, {{team}}, {{count}} stops',
  today: 'today',
  allTeams: 'all teams',
  begin: 'Start',
  beginNamed: 'Start round “{{name}}”',
  ownTeam: 'This tablet belongs to {{team}}: only rounds for this team and for all teams are listed.',
  otherTeams: 'Show rounds of all teams',
  named: '{{name}} ({{day}})',
  begun: 'Round “{{name}}” from the desk read in ({{day}}, {{count}} stops); it is now this device’s round. ',
  replaced:
    'Round “{{name}}” from the desk read in ({{day}}, {{count}} stops); it is now this device’s round. The previous one can be restored under “Round”. ',
  changed:
    'The desk updated round “{{name}}” ({{day}}); it now has {{count}} stops. The version before can be restored under “Round”. ',
  same: 'Round “{{name}}” ({{day}}) is already on this device and was not read in again; stops checked or skipped stay as they are. ',
  joined:
    '“{{name}}” was merged into today’s round “{{round}}”, which now has {{count}} stops, including all earlier ones. The version before can be restored under “Round”. ',
  joinedCase:
    'The case stops of round “{{name}}” were merged into today’s round “{{round}}”, which now has {{count}} stops, including all earlier ones. The version before can be restored under “Round”. ',
  joinedCaseSame: 'The case stops of round “{{name}}” are all in round “{{round}}” already; none was added again. ',
  joinedSame: 'The stops of “{{name}}” are all in round “{{round}}” already; none was added again. ',
  otherTeam: 'Note: this round was assigned to {{team}}; this tablet belongs to {{own}}. ',
  nothingNew: 'All rounds in the file are already on this device. ',
  wait: '{{count}} rounds received from the desk: {{names}}. Start one under “Round”. ',
  andMore: '{{names}} and others',
  missing:
    '{{count}} of {{all}} stops are not in this device’s data: {{names}}. Update the data, or ask the desk to check the round. ',
  lost: '{{count}} stops of this round are not in this device’s data, so they can’t be put on the route or shown on the map. Update the data while online, or ask the desk:',
  unplaced: '{{count}} stops of this round have no position in this device’s data and are not on the route:',
  toldOf: 'Progress of round “{{name}}”',
  skipNamed: 'Skip {{name}}',
  unskipNamed: 'Restore {{name}}',
  untold:
    ' The progress of the round could not be saved ({{reason}}), so this hand-over does not include skipped stops. Hand over again later.',
}
