/** Texts on what happens to a window: changes elsewhere, failures, updates. */
export const windowEn = {
  notice: {
    title: 'Notices',
    elsewhere:
      'Another window has changed the data: {{what}} ({{at}}). This window shows what was before; files that wait here stay, and are checked anew against the changed data.',
    elsewhereDelivered:
      'Another window has gone back to the data as delivered. This window shows what was before; files that wait here stay, and are checked anew against the changed data.',
    look: 'Show the changed data',
    'not-kept':
      'The browser did not keep this setting (no room, a private window, or site data is not allowed): it is gone when the page is closed. Free some disk space, or allow site data for this site in the browser’s settings, and set it again.',
    clock: {
      data: 'By this machine it is {{today}}, before the data’s as-of date {{day}}: set its date and time right. Until then the times of records, days overdue and deadlines are wrong; what was saved is safe.',
      app: 'By this machine it is {{today}}, before this Chentu was made on {{day}}: set its date and time right. Until then the times of records, days overdue and deadlines are wrong; what was saved is safe.',
      record:
        'By this machine it is {{today}}, before the last record here, of {{day}}: set its date and time right; if they are right, the time of that record is wrong. Until then the times of records, days overdue and deadlines are wrong; what was saved is safe.',
    },
    toData: 'Open Data',
    'one-file':
      'Chentu in one file, without a network. Data and records are kept in this browser, not in the file: back them up on the data screen before you change computer. It can’t be installed and does not update itself; the browser may give it no position.',
    'chunk-gone':
      'Chentu was updated or the network is gone: this part could not be loaded; what was saved is safe. Save what you are at, then load the page anew.',
    'kind-shown': 'The kind of this source was not on the map and is shown now; Layers takes it off again.',
    'no-month': 'There is no data of {{asked}} yet: {{shown}} is shown.',
    'worker-restarted':
      'The part that works on the data stopped and was started anew. What was saved is safe; do again what was not finished.',
    unexpected:
      'Something was not done; what was saved is safe. Try again, and load the page anew if it fails once more.',
    reload: 'Load the page anew',
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
      versions:
        'On the data screen, restore the latest backup; without one, bring in the tables that you started from. ',
      records:
        'Records that were handed over are safe on the desk’s computer; those that were not can’t be brought back: compare, and check those places again. ',
      readings: 'Bring the original files of readings in again. ',
      tracks: 'Bring the original files of tracks in again. ',
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
    said: 'This view was kept under {{plan}} and is shown under {{now}}: {{what}}.',
    unsaid: 'This view does not say under which plan it was kept and is shown under {{now}}: {{what}}.',
    goesOn: 'clause {{then}} is now clause {{now}}',
    gone: '{{clauses}} did not go on and no longer narrows',
    kept: 'which clause goes on with {{clauses}} is not written down; the number is taken as it stands, check it',
    ended: '{{count}} requirements ended and no longer narrow',
    unknown: 'This view was kept for {{clauses}} of {{plan}}, which the data here does not have: it no longer narrows.',
  },
  update: {
    waiting: 'There is a newer Chentu.',
    elsewhere: 'Another window has updated Chentu: save what you are at, then load this page anew.',
    recording: 'A check is being recorded in some window: save it, then update.',
    editing: 'Changes wait in the table of some window; an update would lose them. Save or discard them there first.',
    importing: 'Files wait in some window to be taken in: after an update they must be dropped again.',
    writing:
      'What was written for the papers of a meeting waits in some window; an update would lose it. Save it first.',
    now: 'Update',
    reload: 'Load the page anew',
    anyway: 'Update all the same',
    later: 'Later',
  },
}
