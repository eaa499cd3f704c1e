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
  takeAll: 'Include again what was left out',
  save: 'Save the round (.json)',
  show: 'Show the round as QR codes',
  showHelp: 'Read them on the tablet: Hand over › Scan the desk’s QR code.',
  file: 'round',
  made: 'Round “{{name}}” made, {{count}} stops. Copy the file to the tablet and read it there by “Read a receipt or a round”. If a round is given again under the same name, team and day, the last one counts.',
  madeOfCases:
    'Round “{{name}}” is made: {{cases}} cases, {{count}} sources. Copy the file to the tablet and read it there; what the tablet has of that day stays.',
  casePlace: 'Place of the case: {{name}}',
  joins:
    '{{team}} has round “{{name}}” for {{day}} already ({{stops}} stops, {{cases}} cases). This case will be added to it: {{added}} more stops; all its stops stay, and none occurs twice.',
  joinsAgain:
    'This case is in round “{{name}}” of {{team}} for {{day}} already ({{stops}} stops, {{cases}} cases). If it is given again, its text is updated and {{added}} stops are added; all its stops stay.',
  inTurn:
    'Turn {{turn}}: the stops of this case must be visited again; what was checked in the previous turn can still be read.',
  noCasePlace: 'This case has no place and is not on the tablet’s map: say in its name or note where it is.',
  none: 'No source with a position to go to. Widen the filters, or make it of something else.',
  upload: 'Upload it to the shared folder, from where tablets take it',
  uploadNow: 'Upload the round',
  uploaded:
    'The round is in the shared folder (rounds.json). Tablets take it with their receipts; where that is the folder of the data too, with an update of the data.',
  list: 'Rounds',
  saveAll: 'Save all rounds (rounds.json)',
  saveAllHelp: 'Put it into the folder of the data: tablets take it with an update',
  noRounds: 'No round was given out yet, and no tablet reported one.',
  own: 'Planned on the tablet',
  progress:
    '{{done}} visited, {{partial}} partly seen, {{returned}} given back, {{skipped}} skipped, {{open}} open, of {{count}}',
  state: { done: 'Visited', partial: 'Partly seen', returned: 'Given back', open: 'Open' },
  skippedFor: 'Skipped ({{reason}}, says {{who}})',
  told: 'Reported by {{who}}, {{at}}',
  toldEnded: 'Ended by {{who}}, {{at}}',
  untold: 'No tablet has reported this round yet: counted from the records received.',
  report: {
    title: 'State of the rounds',
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
