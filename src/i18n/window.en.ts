/** Texts on what happens to a window: changes elsewhere, failures, updates. */
export const windowEn = {
  notice: {
    title: 'Notices',
    elsewhere:
      'Another window has changed the data: {{what}} ({{at}}). This window still shows the data from before; files waiting here stay, and are checked again against the changed data.',
    elsewhereDelivered:
      'Another window has gone back to the data as delivered. This window still shows the data from before; files waiting here stay, and are checked again against the changed data.',
    look: 'Show the changed data',
    'not-kept':
      'The browser did not save this setting (no space, a private window, or site data is not allowed): it is lost when the page is closed. Free some disk space, or allow site data for this site in the browser’s settings, and set it again.',
    clock: {
      data: 'The clock of this machine says {{today}}, before the data’s as-of date {{day}}: correct its date and time. Until then the times of records, days overdue and deadlines are wrong; what was saved is safe.',
      app: 'The clock of this machine says {{today}}, before this Chentu was made on {{day}}: correct its date and time. Until then the times of records, days overdue and deadlines are wrong; what was saved is safe.',
      record:
        'The clock of this machine says {{today}}, before the last record here, of {{day}}: correct its date and time; if they are right, the time of that record is wrong. Until then the times of records, days overdue and deadlines are wrong; what was saved is safe.',
    },
    toData: 'Open Data',
    'one-file':
      'Chentu in one file, without a network. Data and records are kept in this browser, not in the file: back them up on the data screen before you change computers. It can’t be installed and does not update itself; the browser may not allow it to read the position.',
    'chunk-gone':
      'Chentu was updated or the network is gone: this part could not be loaded; what was saved is safe. Save your work, then reload the page.',
    'kind-shown': 'The kind of this source was not on the map and is shown now; you can hide it again under Layers.',
    'no-month': 'There is no data for {{asked}} yet: {{shown}} is shown.',
    'worker-restarted':
      'The part that works on the data stopped and was restarted. What was saved is safe; repeat what was not finished.',
    unexpected: 'Something was not done; what was saved is safe. Try again; if it still fails, reload the page.',
    reload: 'Reload the page',
  },
  gone: {
    said: 'The browser has cleared what was kept on this device: {{what}} (still here at {{at}}). The data that comes with the app is safe. {{back}}Back up regularly from now on, and ask for lasting storage under Diagnosis.',
    what: {
      versions: '{{count}} versions of the data',
      records: '{{count}} records of the field',
      readings: 'readings of monitors',
      tracks: 'tracks of muck trucks',
    },
    back: {
      versions: 'On the data screen, restore the latest backup; without one, import the original tables again. ',
      records:
        'Records that were handed over are safe on the desk’s computer; those that were not can’t be brought back: compare, and check those places again. ',
      readings: 'Import the original files of readings again. ',
      tracks: 'Import the original files of tracks again. ',
    },
  },
  tasksKept: {
    carried: 'they are those of the present plan by now',
    left: '{{count}} were not taken over, stay with the earlier plan and are no longer checked',
    both: '{{count}} were not taken over, stay with the earlier plan and are no longer checked; the {{now}} of the present plan are checked by it',
  },
  planMove: {
    plan: 'the plan of {{year}}',
    planOfSeveral: 'plan {{nth}} of {{year}}',
    clause: 'clause {{number}}',
    comma: ', ',
    semicolon: '; ',
    said: 'This view was saved under {{plan}} and is shown under {{now}}: {{what}}.',
    unsaid: 'This view does not say under which plan it was saved and is shown under {{now}}: {{what}}.',
    goesOn: 'clause {{then}} is now clause {{now}}',
    gone: '{{clauses}} does not continue and no longer filters',
    kept: 'which clause continues {{clauses}} is not recorded; the number is used as it is, please check it',
    ended: '{{count}} requirements ended and no longer filter',
    unknown:
      'This view was saved for {{clauses}} of {{plan}}, which the data here does not have: it no longer filters.',
  },
  update: {
    waiting: 'There is a newer Chentu.',
    elsewhere: 'Another window has updated Chentu: save your work, then reload this page.',
    recording: 'A check is being recorded in some window: save it, then update.',
    editing:
      'There are unsaved changes in the table of some window; an update would lose them. Save or discard them there first.',
    importing: 'Files are waiting to be imported in some window: after an update they must be dropped again.',
    writing: 'Text for the papers of a meeting is unsaved in some window; an update would lose it. Save it first.',
    now: 'Update',
    reload: 'Reload the page',
    anyway: 'Update anyway',
    later: 'Later',
  },
}
