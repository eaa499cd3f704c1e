/** Texts on what happens to a window: changes elsewhere, failures, updates. */
export const windowEn = {
  notice: {
    title: 'Notices',
    elsewhere:
      'Another window has changed the data: {{what}} ({{at}}). This window still shows the data from before the change. Files waiting to be imported are still here; once you view the new data they are checked against it again.',
    elsewhereDelivered:
      'Another window has gone back to the data that came with the app. This window still shows the data from before. Files waiting to be imported are still here; once you view the new data they are checked against it again.',
    look: 'Show the changed data',
    'not-kept':
      'The browser did not save this setting (storage full, private window, or site data not allowed), so it will be lost when the page is closed. Free some disk space, or allow site data for this site in the browser’s settings, then set it again.',
    clock: {
      data: 'The date on this device is {{today}}, earlier than the data’s as-of date {{day}}: set the system date and time. Until then, the times of records, days overdue and deadlines are wrong; saved data is not affected.',
      app: 'The date on this device is {{today}}, earlier than the build date of this version of Chentu, {{day}}: set the system date and time. Until then, the times of records, days overdue and deadlines are wrong; saved data is not affected.',
      record:
        'The date on this device is {{today}}, earlier than the latest field record here, {{day}}: set the system date and time. If the date is correct, the time of that record is wrong. Until then, the times of records, days overdue and deadlines are wrong; saved data is not affected.',
    },
    toData: 'Open Data',
    'one-file':
      'Single-file version, works offline. Data and records are stored in this browser on this device, not in the file: back them up under Data before you change computers. It can’t be installed and does not update itself; the browser may not provide the position.',
    'chunk-gone':
      'Chentu was updated or the network was interrupted, so this part could not be loaded. Saved data is not affected. Save your work, then reload the page.',
    'kind-shown': 'The kind of this source was hidden on the map and is now shown. You can hide it again under Layers.',
    'no-month': 'There is no data for {{asked}} yet; showing {{shown}}.',
    'worker-restarted':
      'The data process stopped unexpectedly and was restarted. Saved data is not affected; please repeat anything that was not finished.',
    unexpected:
      'An operation was not completed. Saved data is not affected. Try again; if it still fails, reload the page.',
    reload: 'Reload the page',
  },
  gone: {
    said: 'The browser has deleted content stored on this device: {{what}} (still there at {{at}}). The data that came with the app is not affected. {{back}}From now on, back up regularly and request persistent storage under Diagnosis.',
    what: {
      versions: '{{count}} versions of the data',
      records: '{{count}} field records',
      readings: 'monitor readings',
      tracks: 'muck truck tracks',
    },
    back: {
      versions: 'Under “Data”, restore the latest backup; without one, import the original tables again. ',
      records:
        'Records already handed over are on the desk’s computer and not lost. Those not handed over can’t be recovered: compare, and check those places again. ',
      readings: 'Import the original files of monitor readings again. ',
      tracks: 'Import the original files of truck tracks again. ',
    },
  },
  keptTasks: {
    carried: 'now part of the current plan',
    left: '{{count}} were not carried over; they stay with the earlier plan and are no longer checked',
    both: '{{count}} were not carried over; they stay with the earlier plan and are no longer checked. The {{now}} in the current plan are checked under that plan',
  },
  planMove: {
    plan: 'the plan of {{year}}',
    planOfSeveral: 'plan {{nth}} of {{year}}',
    clause: 'clause {{number}}',
    comma: ', ',
    semicolon: '; ',
    said: 'This view was saved under {{plan}} and is now shown under {{now}}: {{what}}.',
    unsaid: 'This view does not state the plan it was saved under and is now shown under {{now}}: {{what}}.',
    goesOn: 'clause {{then}} is now clause {{now}}',
    gone: '{{clauses}} not continued; this filter was removed',
    kept: 'no record of which clause continues {{clauses}}; the old number is used, please check',
    ended: '{{count}} requirements have ended; this filter was removed',
    unknown:
      'This view was saved for {{clauses}} of {{plan}}. The current data does not contain that plan, so this filter was removed.',
  },
  update: {
    waiting: 'A new version of Chentu is available.',
    elsewhere: 'Another window has updated Chentu. Save your work, then reload this page.',
    recording: 'A check is being recorded in another window. Save it before you update.',
    editing:
      'A window has unsaved changes in the data table. Updating now would lose them; save or discard them there first.',
    importing: 'A window has files waiting to be imported. If you update now, you will have to add them again.',
    writing: 'A window has unsaved input. Updating now would lose it; save it first.',
    now: 'Update',
    reload: 'Reload the page',
    anyway: 'Update anyway',
    later: 'Later',
  },
}
