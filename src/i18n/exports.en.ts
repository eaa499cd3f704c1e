import type { exportsZh } from './exports.zh-CN'

export const exportsEn: typeof exportsZh = {
  reading: 'Reading {{file}}',
  progress: '{{rows}} rows · {{percent}}%',
  cancel: 'Cancel',
  cancelled: 'Cancelled; these files were not read: {{files}}. Data saved before is not affected.',
  lost: 'The process that reads readings and tracks has stopped. Please add the files again.',
  lostAt:
    'The process stopped while reading {{files}}, which may be too large: split it and add it again. Please also add the other readings and track files again that were added with it and are not saved yet.',
  unreadMore:
    '{{count}} places were not read; they are grouped by column and reason, and {{shown}} of them are listed. Everything else was read.',
  unreadAll: '{{count}} places were not read, grouped by column and reason below. Everything else was read.',
  unreadMoreDevices:
    '{{count}} places were not read; they are grouped by device, column and reason, and {{shown}} of them are listed. Everything else was read.',
  unreadAllDevices:
    '{{count}} places were not read, grouped by device, column and reason below. Everything else was read.',
  file: 'File',
  device: 'Device number',
  unread: 'Content not read',
  places: 'Places',
  rowsAt: 'Rows',
  rowsOf: 'row {{rows}}',
  rowsOfMore: 'row {{rows}} and others, {{count}} in all',
  column: 'Column',
  reason: 'Reason',
  seen: 'Original content',
  readFirst: 'Other files are being read; you can save once that is finished.',
  wholeTimes: 'Times in “{{file}}” are combined from its columns “{{day}}” and “{{time}}”.',
  swappedSome:
    'longitude and latitude seem to be swapped in these rows, so they were not read. The other rows are fine, so leave the headings as they are: swap the two cells in these rows and add the file again',
  why: {
    time: 'time not recognised; row not read',
    device: 'no device number; row not read',
    number: 'not a number; treated as missing',
    flag: 'flag not recognised; the value does not count in means',
    parameter: 'parameter not recognised; value not read',
    unit: 'unit differs from the rows before and can’t be converted; value not read',
    length: 'wrong packet length; packet not read',
    checksum: 'wrong packet checksum; packet not read',
    daily: 'daily data; packet not read, because daily means are calculated from shorter data',
    command: 'the data of this command is no readings; packet not read',
    finer: 'the device has shorter data of the same parameter for that hour in this file; hourly data not read',
    'finer-part':
      'the device has shorter data of this parameter for that hour in this file; hourly data of this parameter not read, other parameters of the packet are',
    hour: 'the device has hourly data of this parameter (CN=2061) for that hour; the shorter values are too few for its mean and are not read, the hourly data stands',
    plate: 'no plate number; row not read',
    position: 'coordinates blank, encrypted or not valid numbers; row not read',
    origin: 'coordinates are 0,0 (no fix); row not read',
    swapped: 'longitude and latitude seem to be swapped; row not read. Swap the two headings and add the file again',
    unfixed: 'marked as having no satellite fix; not read',
    figure: 'not recognised, treated as absent; the position is still used',
  },
}
