import type { readingsZh } from './readings.zh-CN'

export const readingsEn: typeof readingsZh = {
  title: 'Readings of dust monitors',
  checking: 'Checking the readings: duplicates, intervals, flags',
  saving: 'Saving the readings',
  share: '{{done}} of {{of}} readings · {{percent}}%',
  use: 'Imported readings are used for Monitors and Cases. Whether a monitor is online is judged from the package’s readings (except made-up ones) together with imported readings. Once readings are imported, made-up data is no longer shown.',
  judgedByMadeUp:
    'As of {{asOf}}, made-up readings decide whether the monitors of {{sources}} sources are online. Once you save, made-up data no longer counts and the imported data is used; where it is not sufficient, the inventory and field checks are used. If it were insufficient everywhere, the result would change for {{otherwise}} sources, of which {{unknown}} would have no data.',
  madeUp:
    '{{files}}: marked as made-up data. Saved as made up; it is not shown once there is real data, and nothing is judged by it.',
  keptMadeUp: ' · {{rows}} of them made up',
  stamp: {
    begin: ' The periods state start and end; saved with the time stamp that the package prescribes.',
    proof: {
      'hour-24':
        ' The times include hour 24 but not hour 0, so they mark the end of the period; saved with the time stamp that the package prescribes.',
      beside:
        ' The hours contain neither 0 nor 24. Files with the same headings in this batch have hour 24, so these are also read as the end of the period.',
      heading: ' The heading says that they mark {{is}}; saved with the time stamp that the package prescribes.',
    },
    overruled: ' Somebody chose otherwise: they are read as {{is}}.',
    overrule:
      'The times in the column “{{time}}” of “{{files}}” (evidence above; choose otherwise if it is wrong) mark',
    open: {
      begin:
        ' The hours contain neither 0 nor 24, so it is not clear whether they mark the start or the end of the hour; they are read as the start, as the package prescribes. If they are in fact the end, choose so below.',
      end: ' The hours contain neither 0 nor 24, so it is not clear whether they mark the start or the end of the hour; they are read as the end, as the package prescribes. If they are in fact the start, choose so below.',
    },
    untold: {
      begin:
        ' All times are full hours, and nothing shows whether they mark the start or the end of the hour; they are read as the start, as the package prescribes. If they are in fact the end, choose so below.',
      end: ' All times are full hours, and nothing shows whether they mark the start or the end of the hour; they are read as the end, as the package prescribes. If they are in fact the start, choose so below.',
    },
    parts: {
      begin:
        ' The interval is shorter than an hour, and nothing shows whether times mark the start or the end of the period; they are read as the start, as the package prescribes. If they are in fact the end, choose so below.',
      end: ' The interval is shorter than an hour, and nothing shows whether times mark the start or the end of the period; they are read as the end, as the package prescribes. If they are in fact the start, choose so below.',
    },
    undecided: ' Nothing shows whether times mark the start or the end of the period; choose below.',
    title: 'Time stamp of {{files}}',
    column: '“{{file}}”, column “{{time}}”:',
    likely: {
      begin:
        'The column “{{time}}” of “{{files}}” starts at hour 0 (or a full hour) and ends with the last period of a day (or an hour), such as 00:00 to 23:00 or 06:00 to 11:55. This suggests that times mark the start of the period, but does not prove it. A wrong choice is off by one period: ask the platform, then choose.',
      end: 'The column “{{time}}” of “{{files}}” starts after the first period of a day (or an hour) and ends at hour 0 (or a full hour), such as 01:00 to 00:00 of the next day or 06:05 to 12:00. This suggests that times mark the end of the period, but does not prove it. A wrong choice is off by one period: ask the platform, then choose.',
    },
    kept: {
      begin:
        'The saved readings of {{devices}} came from a file whose times mark the start of the period (the file shows it, or somebody chose it). If these come from the same platform, theirs should mark the start too.',
      end: 'The saved readings of {{devices}} came from a file whose times mark the end of the period (the file shows it, or somebody chose it). If these come from the same platform, theirs should mark the end too.',
    },
    choice: 'The times in the column “{{time}}” of “{{files}}” mark',
    is: { begin: 'the start of the period', end: 'the end of the period' },
  },
  summary: '{{files}} files, {{devices}} devices, {{rows}} readings, {{from}} to {{until}}',
  replaced: '{{count}} readings repeat a device and time; the later one is used.',
  files: 'Files',
  file: 'File',
  filesOfDevice: '{{first}} and others, {{count}} files',
  rows: 'Readings',
  unreadCount: 'Not read',
  units: 'Parameters and units',
  evidence: 'Evidence',
  choose: 'Please choose',
  name: 'Parameter',
  unit: 'Unit',
  by: {
    stated: 'stated in the heading; values agree',
    values: 'not stated in the heading; judged from the values',
    doubtful: 'the heading says {{stated}}, but the values do not look like it; please choose',
    unknown: 'neither the heading nor the values show it; please choose',
    only: 'the usual unit',
  },
  ofPackets: {
    values: 'packets state no unit: HJ 212 sets it, but platforms differ; judged from the values',
    unknown:
      'packets have no headings and state no unit: HJ 212 sets it, but platforms differ, and the values do not show it; please choose',
    only: 'the unit of HJ 212',
  },
  middle: 'median {{value}}',
  chooseUnit: 'Choose a unit',
  unitOf: 'Unit of {{parameter}}',
  byHeading: '{{file}}: one column per device',
  byHeadingHelp:
    '“{{file}}” has one column per device, identified by the column heading. If a heading is not a device number, check it in the table of devices below.',
  isGuess:
    '“{{file}}” does not state its content; its columns may be readings. If so, choose the parameter and check in the table of devices below which device each column belongs to; if not, press “Not readings”.',
  aside: '{{count}} columns were not read because their headings name no device: {{names}}.',
  parameterOf: 'Parameter of “{{file}}”',
  chooseParameter: 'Choose a parameter',
  notReadings: 'Not readings',
  isLike: 'Possibly {{kind}} “{{name}}”: use number {{code}}',
  times: 'Readings with impossible times',
  timesHelp:
    '{{count}} readings have impossible times ({{from}} to {{until}}), from {{devices}}. A device clock may be wrong.',
  timesChoice: 'These readings',
  timesKeep: 'save as they are',
  timesLeave: 'do not save',
  unsure: 'Values at full hours without an interval',
  unsureHelp:
    '{{count}} values of {{devices}} in “{{files}}” are all at full hours, and the file does not show their interval; the same device may have other data around them, saved before or added with them. Choose whether they stand for the whole hour or only for that time; a wrong choice makes the mean of the hour wrong.',
  unsureList: 'Show the values by device',
  unsureTimes: 'Times',
  unsureChoice: 'These values',
  unsureAs: {
    hour: 'stand for the whole hour and replace all data of that hour',
    moment: 'stand only for that time and replace only the value at the same time',
  },
  lacking:
    'Some rows have no value of a parameter (blank, “--” or not readable) while they have others: {{values}}. There is no data of that parameter at these times.',
  lackingOf: '{{parameter}}: {{values}}',
  negative:
    '{{parameter}}: values below zero: {{values}} ({{devices}}){{replacing}}. They are saved as they are, and count as they are in the means of hours. {{doubted}}The rules for running the instrument say whether they are valid; if not, give them a flag in the file (such as D) or delete them there, and add the file again.',
  negativeDoubted:
    'A mean of an hour below {{least}} is shown as questionable under Dust monitors; others are not pointed out. ',
  negativeReplacing:
    '; of these, values that replace one of the same device and time in the files that is not below zero: {{values}}',
  flags: 'Flags',
  flagsHelp:
    'These readings carry a flag. They are saved but do not count in hourly means; open the device under “Monitors” to see which hours have no mean for that reason.',
  flag: 'Flag',
  flagName: '{{name}} ({{flag}})',
  flagUnknown: 'unrecognised flags',
  flagDevices: 'Devices',
  flagMarks: 'original flags: {{marks}}',
  flagMark: '“{{mark}}” in {{count}} places',
  devices: 'Devices',
  device: 'Device number',
  known: 'In the list',
  knownAs: '{{kind}} {{name}}',
  knownAt: ', at {{at}}',
  unknown: 'not in any list',
  unknownCount:
    '{{count}} devices are in neither the inventory nor the device list. Their readings are still saved; if the number is written differently there, change it here to match.',
  // Follows the sentence before it.
  unknownTie:
    ' If you later import a “{{list}}” inventory with {{number}} and {{at}}, these readings are linked to their sources automatically, without importing again.',
  keptAs: 'Number under which {{code}} is saved',
  keptUnder: 'matched by name, saved under number {{code}}',
  interval: 'Interval',
  minutes: '{{count}} min',
  irregular: 'irregular',
  from: 'From',
  until: 'Until',
  missing: 'Missing',
  missingNote:
    'Missing readings are counted within the main days of a file, and those stored on this machine are not missing; days with a few later or corrected rows do not count.',
  missingUntold: 'irregular interval, not counted',
  gap: '{{count}} gaps, longest {{time}}',
  gapLine: '{{span}}: {{count}} readings',
  gapsMore: 'and {{count}} shorter gaps',
  hours: '{{count}} h',
  fileAsDevice:
    '“{{files}}” has no recognisable device column (such as “Device code”), so all readings are assigned to one device numbered {{names}}. If the table has more than one device, rename the heading of the device column to “Device code” and add the file again.',
  fileNameBegins:
    '“{{files}}” has no recognisable device column (such as “Device code”). The readings of each file are assigned to one device; its number {{codes}} is taken from the beginning of the file name (or of the sheet name, if there are several sheets). Please check it in the table of devices below. If a table has more than one device, rename the heading of the device column to “Device code” and add the file again.',
  codeOfFileName: 'number taken from the beginning of the file name; please check',
  repeated: {
    all: '{{count}} rows within a file repeat a device and time ({{devices}} devices); the later one is used: show the rows',
    of: '{{replaced}} readings repeat a device and time; the later one is used. {{count}} of them are rows within a file ({{devices}} devices): show the rows',
    and: 'Of the same device and time the later reading is used: {{count}} rows within a file ({{devices}} devices; one row per parameter), and {{replaced}} readings when the files are joined: show the rows within a file',
    listed: 'Only those with most duplicates are listed, {{count}} rows in all',
  },
  lost: 'Saved readings that can’t be read',
  lostMonth: '{{month}} ({{rows}} readings)',
  lostHelp:
    'Of the readings saved on this device earlier, those of {{months}} can’t be read. The browser may have cleared them, and they can’t be brought back. Saving this import takes them off the list: the month then has the readings of this import and those that can still be read. If you have the original files, import them too, now or later.',
  lostAgree: 'Agree to remove the readings that can’t be read',
  open: '{{count}} choices still to make',
  forget: 'Discard',
  keep: 'Save {{rows}} readings',
  keeping: 'Saving…',
  effect: {
    looking: 'Comparing with the saved readings…',
    end: 'Stop comparing',
    failed: 'Not compared with the saved readings; this changes nothing about saving.',
    none: 'No saved readings are replaced.',
    replaced: 'Saving replaces {{rows}} saved readings; the values of {{differing}} of them differ.',
    atMost:
      'Saving replaces at most {{rows}} saved readings. Only those of the last {{months}} months were compared: the values of {{differing}} of them differ.',
    superseded:
      '{{count}} values of an hour (or longer period), counted for each parameter, no longer count: the means of these periods are made of the values of a shorter interval.',
    leftOut:
      '{{count}} values of a shorter interval are not saved ({{devices}}): their hour (or longer period) already has a value of its own, and they are too few for the mean. That value stands.',
  },
  done: '{{rows}} readings saved in this browser ({{months}}). Files added later only add to them or update them.',
  undo: 'Undo this import',
  undoTitle:
    'Deletes the readings of this import from this device and restores the values that it replaced; the original files are not affected',
  last: 'Last import: {{months}}, devices: {{devices}}',
  undoLast: 'Undo the last import',
  undoLastTitle: 'Undo the last import?',
  undoLastAsk:
    'This deletes the readings of the last import ({{months}}, devices: {{devices}}) from this device and restores the values that it replaced. The original files are not affected.',
  undoNot: 'Don’t undo',
  undone: 'Import undone. The saved readings are what they were before it.',
  undoOvertaken:
    'Not undone: the saved readings have changed since this import. Nothing was changed now. To delete readings, use “Saved readings”, by month or by device.',
  removed: 'The readings of {{months}} were deleted from this device.',
  removedDevice: 'All readings of device {{device}} were deleted from this device.',
  empty: 'No readings found in {{files}}; {{count}} places could not be read.',
  emptyWhy: ' Reasons: {{reasons}}.',
  emptyReason: '{{column}} {{why}} ({{count}} places)',
  kept: 'Saved readings',
  keptMonth: '{{devices}} devices · {{rows}} readings · {{size}}',
  keptLost:
    '{{rows}} of them can’t be read. The browser may have cleared them, and the month can’t be used. Import the files of the month again, or delete the month.',
  atMost: 'at most {{count}}',
  keptDevices: 'Devices of {{month}}',
  remove: 'Delete',
  removeOf: 'Delete the readings of {{month}}',
  removeTitle: 'Delete readings?',
  removeAsk:
    'The {{rows}} readings of {{month}} will be deleted from this device. This can’t be undone. The original files are not affected.',
  removeDevice: 'Delete all readings of device {{device}}',
  removeDeviceAsk:
    'All readings of device {{device}} will be deleted from this device: {{months}} months, {{rows}} readings, {{from}} to {{until}}. This can’t be undone. Readings of other devices and the original files are not affected.',
  removeNot: 'Cancel',
}
