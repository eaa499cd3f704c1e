import type { ordersZh } from './orders.zh-CN'

/** Texts of rounds that the desk assigns to teams, in English. */
export const ordersEn: typeof ordersZh = {
  title: 'Give a team a round',
  give: 'Give a round (of {{count}} shown)…',
  giveTable: 'Give a round…',
  giveChosen: 'Give the round ({{count}})…',
  of: 'Made of',
  from: {
    shown: 'The list, worst first ({{count}})',
    table: 'The table, in its order ({{count}})',
    case: 'Chosen in this case ({{count}})',
    chosen: 'Sources put on the round one by one ({{count}})',
  },
  name: 'Name of the round',
  team: 'Team',
  allTeams: 'All teams',
  day: 'Day',
  count: 'Stops (the first)',
  stops: 'Stops of the round',
  way: '{{count}} stops in a short order, about {{km}} km. ',
  unplaced: '{{count}} without a position are left out.',
  drop: 'Leave out {{name}}',
  takeAll: 'Take in again what was left out',
  save: 'Save the round (.json)',
  show: 'Show the round as QR codes',
  showHelp: 'Read them on the tablet: Hand over › Scan the desk’s QR code.',
  file: 'round',
  made: 'Round “{{name}}” made, {{count}} stops. Copy the file to the tablet and read it there by “Read a receipt or a round”. Given again under the same name, team and day, the last one counts.',
  madeOfCases:
    'Round “{{name}}” is made: {{cases}} cases, {{count}} sources. Copy the file to the tablet and read it there; what the tablet has of that day stays.',
  casePlace: 'Place of the case: {{name}}',
  joins:
    '{{team}} has round “{{name}}” for {{day}} already ({{stops}} stops, {{cases}} cases). This case will be put to it: {{added}} stops more; all that it has stays, and no stop comes twice.',
  joinsAgain:
    'This case is in round “{{name}}” of {{team}} for {{day}} already ({{stops}} stops, {{cases}} cases). Given again, its words are brought up to date and {{added}} stops are put to it; all that it has stays.',
  inTurn:
    'Turn {{turn}}: the stops of this case are to be gone to again; what was checked in the turn before can still be read.',
  noCasePlace: 'This case has no place and is not on the tablet’s map: say in its name or note where it is.',
  none: 'No source with a position to go to. Widen the filters, or make it of something else.',
  upload: 'Upload it to the shared folder, from where tablets take it',
  uploadNow: 'Upload the round',
  uploaded:
    'The round is in the shared folder (rounds.json). Tablets take it with their receipts; where that is the folder of the data too, with an update of the data.',
  list: 'Rounds',
  saveAll: 'Save all rounds (rounds.json)',
  saveAllHelp: 'Put it into the folder of the data: tablets take it with an update',
  noRounds: 'No round was given out yet, and no tablet told of one.',
  own: 'Planned on the tablet',
  progress:
    '{{done}} visited, {{partial}} partly seen, {{returned}} given back, {{skipped}} skipped, {{open}} open, of {{count}}',
  state: { done: 'Visited', partial: 'Partly seen', returned: 'Given back', open: 'Open' },
  skippedFor: 'Skipped ({{reason}}, says {{who}})',
  told: 'Told by {{who}}, {{at}}',
  toldEnded: 'Ended by {{who}}, {{at}}',
  untold: 'No tablet told of this round yet: counted by the records that came.',
  report: {
    title: 'How the rounds stand',
    route: 'Round',
    team: 'Team',
    day: 'Day',
    returned: 'Stops given back',
    skipped: 'Skipped stops, and why',
    open: 'Open stops',
    reason: '{{name}}: {{reason}} (says {{who}})',
    intro: '{{count}} rounds, {{returned}} stops given back, {{skipped}} stops skipped, {{open}} open. ',
  },
}
