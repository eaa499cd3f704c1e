import type { ordersZh } from './orders.zh-CN'

/** Texts of rounds that the desk assigns to teams, in English. */
export const ordersEn: typeof ordersZh = {
  title: 'Assign a round',
  give: 'Assign a round (as listed)…',
  giveTable: 'Assign a round…',
  giveChosen: 'Assign round ({{count}})…',
  of: 'Source',
  from: {
    shown: 'Current list, most severe first ({{count}})',
    table: 'Table, in its order ({{count}})',
    case: 'Selected in this case ({{count}})',
    chosen: 'Added to the round one by one ({{count}})',
  },
  name: 'Round name',
  team: 'Team',
  allTeams: 'All teams',
  day: 'Day',
  count: 'At most (stops, from the top)',
  stops: 'Stops on the round',
  way: '{{count}} stops, arranged in a short route of about {{km}} km. ',
  unplaced: '{{count}} without a position are not included.',
  drop: 'Leave out {{name}}',
  takeAll: 'Restore removed stops',
  save: 'Save the round (.json)',
  show: 'Show the round as QR codes',
  showHelp: 'Read them on the tablet: Hand over › Scan the desk’s QR code.',
  file: 'round',
  made: 'Round “{{name}}” made, {{count}} stops. Copy the file to the tablet and read it there with “Read a receipt or a round”. If a round is assigned again with the same name, team and day, the last one counts.',
  madeOfCases:
    'Round “{{name}}” made: {{cases}} cases, {{count}} sources. Copy the file to the tablet and read it there with “Read a receipt or a round”; stops and cases already on the tablet are kept.',
  casePlace: 'Case position: {{name}}',
  joins:
    '{{team}} already has round “{{name}}” for {{day}} ({{stops}} stops, {{cases}} cases). This case will be merged into it: {{added}} stops are added, existing stops and cases are kept, and duplicates are not added.',
  joinsAgain:
    'This case is already in round “{{name}}” of {{team}} for {{day}} ({{stops}} stops, {{cases}} cases). Assigning it again updates the case and adds {{added}} stops; existing stops and cases are kept.',
  inTurn:
    'Round {{turn}} of this case: its stops must be visited again; checks of the previous round can still be viewed.',
  noCasePlace: 'This case has no position and is not shown on the tablet’s map; state the place in its name or note.',
  none: 'No sources with a position to put on a round. Widen the filters, or choose another source of stops.',
  upload: 'Upload to the shared folder for tablets to collect',
  uploadNow: 'Upload the round',
  uploaded:
    'The round was uploaded to the shared folder (rounds.json). Tablets receive it when they collect receipts; if the folder is also the data folder, when they update the data.',
  list: 'Rounds',
  saveAll: 'Save all rounds (rounds.json)',
  saveAllHelp: 'Put it into the data folder; tablets receive it when they update the data',
  noRounds: 'No rounds assigned yet, and none reported by tablets.',
  own: 'Planned on the tablet',
  progress:
    '{{done}} checked, {{partial}} partly checked, {{returned}} returned, {{skipped}} skipped, {{open}} not visited, {{count}} in all',
  state: { done: 'Checked', partial: 'Partly checked', returned: 'Returned', open: 'Not visited' },
  skippedFor: 'Skipped ({{reason}}, reported by {{who}})',
  told: 'Reported by {{who}}, {{at}}',
  toldEnded: 'Round ended by {{who}}, {{at}}',
  untold: 'No tablet has reported this round yet: counted from the records received.',
  report: {
    title: 'Progress of rounds',
    route: 'Round',
    team: 'Team',
    day: 'Day',
    returned: 'Stops returned',
    skipped: 'Skipped stops and reasons',
    open: 'Stops not visited',
    reason: '{{name}}: {{reason}} (reported by {{who}})',
    intro: '{{count}} rounds, {{returned}} stops returned, {{skipped}} skipped, {{open}} not visited. ',
  },
}
