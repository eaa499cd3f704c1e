import type { exportsZh } from './exports.zh-CN'

export const exportsEn: typeof exportsZh = {
  reading: 'Reading {{file}}',
  progress: '{{rows}} rows · {{percent}}%',
  cancel: 'Cancel',
  cancelled: 'Cancelled; these files were not read: {{files}}. What was kept before is not touched.',
  lost: 'The program that reads readings and tracks has stopped; please drop the files once more.',
  lostAt:
    'The program that reads readings and tracks stopped at {{files}}, which may be too large: please split it. Drop the other files of readings and tracks that were not kept yet once more too.',
  unreadMore: '{{count}} places were not read, of which {{shown}} are listed by column and reason; all else is read.',
  unreadAll: '{{count}} places were not read, listed by column and reason; all else is read.',
  unreadMoreDevices:
    '{{count}} places were not read, of which {{shown}} are listed by device, column and reason; all else is read.',
  unreadAllDevices: '{{count}} places were not read, listed by device, column and reason; all else is read.',
  file: 'File',
  device: 'Device',
  unread: 'What could not be read',
  places: 'Places',
  rowsAt: 'Rows',
  rowsOf: 'row {{rows}}',
  rowsOfMore: 'row {{rows}} and others, {{count}} in all',
  column: 'Column',
  reason: 'Reason',
  seen: 'Original content',
  readFirst: 'Other files are being read: you can keep these once that is done.',
  wholeTimes: 'The times of “{{file}}” are made of its columns “{{day}}” and “{{time}}”.',
  swappedSome:
    'longitude and latitude of these rows seem to be swapped, and they are not read; the other rows are fine, so leave the headings: swap the two cells in these rows and drop the file once more',
  why: {
    time: 'not a time: the row is not read',
    device: 'no device: the row is not read',
    number: 'not a number: taken as missing',
    flag: 'not a known flag: the value does not count',
    parameter: 'not a known parameter: the value is not read',
    unit: 'of another unit than the rows before, and can’t be converted: the value is not read',
    length: 'the packet is not as long as it says',
    checksum: 'the packet’s checksum is wrong',
    plate: 'no plate: the row is not read',
    origin: 'the coordinates are 0,0, which is no fix: the row is not read',
    swapped:
      'longitude and latitude seem to be swapped: the row is not read; swap the two headings and drop the file once more',
    figure: 'can’t be read and is taken as absent; the position counts',
  },
}
