/** English texts for a count of 1, by the key of the plural text with `_one`. */
export const singularEn = {
  search: {
    found_one: '{{count}} result',
    foundFirst_one: 'first {{count}} result',
    conditions_one: 'Filters · {{count}} source',
  },
  frame: {
    count_one: '{{count}} source',
    tasks_one: '{{count}} task',
    monitors_one: '{{count}} monitor',
    moreLabel_one: '{{count}} more filter',
  },
  monitoring: { onlineShares: { devices_one: '{{count}} device' } },
  near: { shown_one: '{{count}} source within {{km}} km', kindsDone_one: 'List {{count}} source' },
  map: { badge: { count_one: '{{count}} source', here_one: '{{count}} source here' } },
  ranking: { countyCount_one: '{{count}} county over the limit' },
  table: {
    waiting_one: '{{count}} change to be saved',
    rows_one: '{{count}} row',
    copied_one: '{{count}} row copied; paste it into Excel',
  },
  desk: {
    contradictsMore_one: '{{count}} more source on which two tablets disagree on one day: see “Field checks”.',
    withoutSource_one:
      '{{count}} of these records is of a source that the current data lack: {{names}}. The record was received and nothing is lost; see and review it in “Field checks” on Explore by the day of the check, where it is marked “not in the current data”. Check the code, or import a list that has it: the record then belongs to this source. Until then it counts for no source.',
  },
  handover: {
    endedAll_one:
      '{{count}} source is completed or closed according to the list: verify first whether anything is left to put right: {{names}}.',
    endedOnSiteAll_one:
      '{{count}} source is completed or closed according to records on site: verify first whether anything is left to put right: {{names}}.',
  },
  warning: {
    finished_one:
      '{{count}} more is demolished or in completion according to the list: not notified and not counted; verify whether work goes on',
    finishedNote_one:
      '{{count}} more is demolished or in completion according to the list: not notified and not counted, to be verified. ',
    leftOut_one: '{{count}} warning that began after the as-of date ({{day}}) is not listed.',
    paper: {
      endedAll_one:
        '{{count}} source is completed or closed according to the list: verify first whether it has to respond: {{names}}.',
      endedOnSiteAll_one:
        '{{count}} source is completed or closed according to records on site: verify first whether it has to respond: {{names}}.',
    },
  },
  edit: { saved_one: '{{count}} cell changed, saved as a new version' },
  board: { leads_one: '{{count}} department' },
  upwind: { found_one: '{{count}} source with problems upwind within {{km}} km' },
  plan: {
    dustfall_one: '{{count}} dustfall point',
    unchecked_one: '{{count}} clause has no checkable requirements yet.',
    loaded_one: 'Original text of {{count}} clause loaded',
  },
  gone: { what: { versions_one: '{{count}} version of the data', records_one: '{{count}} field record' } },
  data: {
    brings: {
      differingStored_one:
        '{{count}} published figure, stored or imported together, differs from the mean that its points will have with this file. After the import the published figure counts; screens and papers mark it with ※ and a note.',
      changes_one:
        '{{count}} imported published figure changes. After the import the bulletin is marked as a correction, with the old figure and the name of this file.',
      changesEntry_one:
        '{{count}} imported published figure changes, without a note of a correction, except where it was locked.',
      pointsGone_one:
        '{{count}} of the current made-up points is not in this file and is not shown after the import: made-up points are for trying out only and no places where anything is measured, so they do not stand beside real data.',
      differing_one:
        '{{count}} published figure differs from the mean of the points, stored or imported together. After the import the published figure counts; screens and papers mark it with ※ and a note.',
    },
    ended: { count_one: '{{count}} row is completed, closed or cleared away according to the file ({{words}}). ' },
    pointsGone_one: ' {{count}} made-up point is no longer shown.',
    removeEarlier_one: 'Remove the {{count}} earlier file named {{file}}',
    heldInAll_one: '{{count}} source, monitor or task in all',
    frozenColumns_one:
      '{{count}} column of the current data is removed: {{columns}}. An earlier version stored it from an exported table, as it was on that day.',
    addedColumns_one:
      '{{count}} new column (not in the current data): {{columns}}. It does not count as a change of rows.',
    years: { unread_one: '{{count}} cell without a year' },
    waiting_one: '{{count}} more file waiting',
    moreRows_one: '{{count}} more row is not listed',
    clash: {
      rows_one:
        '“{{file}}”, imported together with this file, has {{count}} row with the same code (or county, point, month) and other contents. Find out: remove one of the files, or confirm that this one counts.',
      overruled_one: '{{count}} row differs from “{{file}}”, imported together with it; this file counts.',
    },
    blocker: {
      uncoded_one:
        '{{count}} row has the name and place of a stored source that had no code and got a generated one: it may be the same, and would be listed twice. If it is, open the row in the quality report below and write the stored code, or choose to remove stored rows that are not in the file; if they are two, confirm it',
      unread_one:
        '{{count}} cell can’t be read as yes or no, and the stored value in its place would be emptied. Choose how it is read by “Change” under “Columns”, or correct it in the quality report; if it is to be emptied, confirm it',
      far_one:
        '{{count}} row is of a month more than 5 years before the other data (see “the year may be wrong” below): most often the year is mistyped, and the months would get many years without data. Correct a wrong one in the file and drop it again, or confirm that it is right',
      large_one:
        '{{count}} dustfall value is suspiciously large: {{values}}. Most often the decimal point or the unit is wrong, and it would change the ranking. Compare it with the original record: correct a wrong one in the file and drop it again, or confirm that it is right',
    },
    percentages_one:
      '{{count}} percentage below 100 % is read as no; as written, it is kept in a column of its own. How it is read can be changed under “Columns”.',
    toSettle_one: '{{count}} question to answer',
    left: {
      kept_one: '{{count}} existing row is not in this file and is kept',
      removed_one: '{{count}} existing row is not in this file and will be removed',
      keptAll_one: '{{count}} existing row is in none of these {{files}} tables and is kept',
      removedAll_one: '{{count}} existing row is in none of these {{files}} tables and will be removed',
      blanksKept_one:
        'This file has {{count}} blank cell; the existing value is kept (to empty a number, a day or a yes, write — in the file; texts are emptied in the table)',
      blanksEmptied_one: 'This file has {{count}} blank cell; the existing value will be emptied',
    },
    datumRows: {
      counted_one: '{{datum}} {{count}} row',
      unsaid_one: '{{count}} row without one',
      unread_one: '{{count}} row that cannot be read (position not used)',
      agree_one: 'Agrees as {{datum}} ({{count}} row): {{rows}}',
      agreeMore_one: 'Agrees as {{datum}} ({{count}} row): {{rows}}, …',
    },
    takeOverRemoves_one: '; removes {{count}} existing row, listed above',
    tables: {
      added_one: '{{count}} row added',
      changed_one: '{{count}} row changed',
      same_one: '{{count}} row unchanged',
      kept_one: '{{count}} row that the files lack kept',
      removed_one: '{{count}} row that the files lack removed',
      replaced_one: '{{count}} made-up row replaced',
    },
    takeOver_one: 'Import {{count}} file',
    taken_one: '{{count}} file imported (rows: {{rows}}) and saved in this browser.',
    takenLeft_one: ' {{count}} row was not imported and counts nowhere; drop the file again to see why.',
    takeOverLeft_one: '; {{count}} row is not imported, see the quality report',
    corrected_one: '{{count}} row was replaced. ',
    correctedSame_one: '{{count}} more row is unchanged. ',
    faults_one: '{{count}} place could not be decoded',
  },
  city: {
    outlines: { read_one: '{{file}}: {{count}} shape' },
    names: { shapesCount_one: '{{count}} shape' },
    publish: { unsound_one: 'Check complete: {{count}} problem needs to be corrected.' },
  },
  kinds: { fields_one: '{{count}} field' },
  readings: {
    open_one: '{{count}} choice still to make',
    effect: {
      superseded_one:
        '{{count}} value of an hour (or longer period), counted for each parameter, no longer counts: the mean of that period is made of the values of a shorter interval.',
      leftOut_one:
        '{{count}} value of a shorter interval is not saved ({{devices}}): its hour (or longer period) already has a value of its own, which stands, since too few shorter ones are there for the mean.',
    },
  },
  cases: {
    list: { note_one: 'The {{count}} case listed' },
    scene: {
      others_one: '{{count}} more case is not listed here; it is in Explore under “Cases on abnormal values”.',
    },
    likelyOverdue_one: '{{count}} day overdue',
    seen_one: 'Checked {{day}}: {{count}} item not met',
    seenUncheckable_one: 'Visited {{day}}: the one item answered could not be checked',
    visitors: { stops_one: '{{count}} stop ({{days}})' },
  },
  check: {
    photos_one: '{{count}} photo',
    holds_one: '{{count}} record written on this device, no signal needed',
    noneOf_one: '{{count}} more item without a deadline',
    leftOpen_one: '{{count}} item not answered: this counts as partly checked',
    wholeDone_one: '{{count}} item answered “{{answer}}” ({{reason}})',
    wholeLeft: {
      missed_one: '{{count}} item that was not met before is unanswered; please answer it: {{names}}',
      warned_one: '{{count}} measure of a warning is unanswered; please answer it: {{names}}',
    },
    wholeMore_one: 'Answer this {{count}} too',
  },
  review: { goChecks_one: '{{count}} check', goFinds_one: '{{count}} new source' },
  handing: {
    own_one: '{{count}} record written on this device',
    chip: {
      unsent_one: '{{count}} unsent record',
      sent_one: '{{count}} record without receipt',
      returned_one: '{{count}} returned record',
    },
  },
  orders: { way_one: '{{count}} stop, a route of about {{km}} km. ' },
  decisions: { doneLate_one: 'done on {{day}}, {{count}} day late' },
  meeting: {
    left_one: '{{count}} point left out',
    months_one: '{{count}} month',
    wall: {
      moreNotes_one: '{{count}} more note, see the papers',
      allNotes_one: '{{count}} more note: press to read it; the papers have all',
      counties_one: '{{count}} county',
      over_one: '{{count}} county over the limit',
      yearOver_one: '{{count}} county over the limit in the last {{months}} months',
      overdue_one: ', {{count}} problem overdue',
    },
    scenes: {
      atLeast_one: 'at least {{count}} month',
      morePoints_one: '{{count}} more point',
      moreSources_one: '{{count}} more source with problems, see the hand-over sheets',
      moreDepartments_one: '{{count}} more department',
    },
  },
  voice: {
    recovered_one: '{{count}} unfinished spoken note from last time was recovered. Listen to it before you save.',
  },
  manual: { found_one: '“{{query}}”: {{count}} result' },
  province: {
    over_one: '{{count}} county over',
    counties_one: '{{count}} county, {{over}} over',
    lacking: { title_one: '{{count}} city is not in the ranking of this month' },
  },
  trucks: {
    keptOf_one: '{{count}} of them from tracks imported on this device',
    summary_one: '{{month}}: {{count}} truck, tracks on {{days}} days, {{trips}} hauls, {{km}} km',
    overDays_one: '{{month}}: from tracks on {{count}} day ({{from}})',
    trips_one: '{{count}} haul',
    breaches_one: '{{count}} suspected breach',
    unlistedStops_one: '{{count}} stop at an unlisted place',
    truckCount_one: '{{count}} truck',
    companyCount_one: '{{count}} company',
    stopCount_one: '{{count}} stop',
    dayCount_one: '{{count}} day',
    map: { vehicles_one: '{{shown}} on the map, {{count}} truck this day' },
  },
}
