import type { diagnosisZh } from './diagnosis.zh-CN'

/** Texts of the diagnosis of this browser and the site, in English. */
export const diagnosisEn: typeof diagnosisZh = {
  title: {
    browser: 'Browser',
    address: 'Address',
    worker: 'Background computing',
    database: 'Browser database',
    space: 'Storage',
    map: 'Drawing of the map',
    clock: 'Clock',
    data: 'Data package',
    offline: 'Offline use',
  },
  standing: { waiting: 'Checking…', fine: 'In order', odd: 'Look at this', wrong: 'Wrong', unknown: 'Not known' },
  name: 'Diagnosis',
  toApp: 'Open Chentu',
  help: 'The diagnosis only checks this device and browser; it changes no data and no records.',
  checking: 'Chentu {{version}}: checking…',
  allFine: 'Chentu {{version}}: all is in order.',
  someOdd: 'Chentu {{version}}: {{count}} to look at; what to do is stated beside each.',
  again: 'Check again',
  save: 'Save the diagnosis',
  file: 'Chentu diagnosis',
  whatIsSaved: 'What will be saved (nothing of the office’s data)',
  failed:
    'The check did not end ({{name}}). Reload the page and check again; if it stays, save the diagnosis for whoever helps.',
  seconds: '{{seconds}} s',
  incidents: 'Latest errors and slow answers: {{count}}',
  clear: 'Clear these',
  asked: '{{what}} ({{name}})',
  question: {
    open: 'Opening the data',
    find: 'Searching',
    trucks: 'Muck trucks',
    monitors: 'Monitors',
    table: 'Table and exports',
    paper: 'Making papers',
    import: 'Reading files',
    card: 'Opening details',
    filter: 'Filters and map',
    other: 'Something else',
  },
  incident: {
    error: 'Error',
    'part-failed': 'Part of the page failed',
    'chunk-gone': 'Code not loaded',
    'worker-stopped': 'Background computing ended',
    'slow-answer': 'Slow answer',
  },
  browser: {
    fine: '{{name}} {{version}}, supported.',
    old: '{{name}} {{version}} is older than the oldest supported, {{oldest}}: pictures and figures may be incomplete. Update it, or use another browser of this machine.',
    other: 'A browser that is not known. Use a recent Chrome, Edge, 360 (fast mode), Firefox or Safari.',
  },
  address: {
    file: 'One file: it can’t be installed or update itself, and the browser may not tell a position; all else works.',
    fine: 'A secure address: position, offline use and copying work.',
    plain:
      'A plain HTTP address: the browser allows no position, no offline use and no copying. Map, import, meeting and papers work. Ask for an HTTPS address where those are needed.',
  },
  worker: { fine: 'Starts, and answers within {{ms}} ms.' },
  database: {
    fine: 'What is written is what is read.',
    wrong:
      'What is read is not what was written. Export a backup of everything first, then restart the browser; if it stays, use another browser.',
  },
  space: {
    fine: '{{used}} MB used, about {{left}} MB left; the browser promises to keep them.',
    cleared:
      '{{used}} MB used, about {{left}} MB left; the browser may clear them when the disk is full. Ask it to keep them, and back up regularly.',
    full: '{{used}} MB used, only about {{left}} MB left. Back up and clear the disk, else new records may not fit.',
    unknown: 'The browser does not say. Back up regularly.',
  },
  map: {
    card: 'By the graphics card.',
    processor:
      'WebGL was chosen, and there is no graphics card that can be used: the processor takes its place, and moving the map is slow. The canvas shows and does the same.',
    canvas: 'On a canvas, which shows and does what WebGL does.',
    none: 'The browser has no WebGL; a canvas takes its place, and shows and does the same.',
  },
  clock: {
    fine: 'As the server’s, in China’s time.',
    fast: 'This clock is about {{minutes}} minutes ahead of the server’s: times of records would be wrong. Set the system’s clock.',
    slow: 'This clock is about {{minutes}} minutes behind the server’s: times of records would be wrong. Set the system’s clock.',
    zone: 'The system’s time zone is {{zone}}, not China’s. Chentu shows China’s time; check the system’s.',
    later:
      'As the server’s; but data or records here are of {{day}}, after today ({{today}}): they may have been written by a clock that was wrong. Check them.',
    alone: 'In China’s time; without a network it was not compared with the server’s.',
  },
  data: {
    unreadable:
      'The descriptor of the package (datapackage.json) can’t be read: it may be cut off. Restore the data folder from a backup and check again.',
    missing: '{{count}} files are missing: {{names}}. Restore the data folder from a backup and check again.',
    fine: 'The package on the server can be read.',
    none: 'The server has no package (HTTP {{status}}). That is as it should be where the data was made on this device; else look at its data folder.',
    unreachable: 'The server can’t be reached; what is kept on this device is used.',
  },
  offline: {
    file: 'App and data are in this file: it opens without a network.',
    fine: 'The app is kept on this device and starts without a network.',
    none: 'The app is not kept on this device yet and can’t start without a network. Stay on-line and fetch it by the button below.',
    broken: 'The copy on this device is not complete. Fetch it again while online.',
    newer: 'A newer version has come; it starts when the page is reloaded.',
    impossible: 'Not possible at this address or in this window (HTTPS is needed, and no private window).',
  },
  mend: { persist: 'Ask to keep it', canvas: 'Use the canvas', offline: 'Fetch the offline copy again' },
  refused: {
    persist: 'The browser did not agree. Bookmark or install Chentu and try again; until then back up regularly.',
    canvas: 'Not changed; choose who draws in “Layers”.',
    offline: 'Not done: the server can’t be reached. The copy that is there was left as it is.',
  },
  report: {
    title: 'Chentu {{version}} diagnosis {{at}}',
    machine: '{{processors}} processors, about {{memory}} GB of memory, window {{screen}}, language {{language}}',
  },
}
