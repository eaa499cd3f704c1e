import type { diagnosisZh } from './diagnosis.zh-CN'

/** Texts of the diagnosis of this browser and the site, in English. */
export const diagnosisEn: typeof diagnosisZh = {
  title: {
    browser: 'Browser',
    address: 'Address',
    worker: 'Background computing',
    database: 'Browser database',
    space: 'Storage',
    map: 'Map drawing',
    clock: 'Clock',
    data: 'Data package',
    offline: 'Offline use',
  },
  standing: { waiting: 'Checking…', fine: 'OK', odd: 'Needs attention', wrong: 'Problem', unknown: 'Unknown' },
  name: 'Diagnosis',
  toApp: 'Open Chentu',
  help: 'Diagnosis only checks this device and browser; it does not change any data or records.',
  checking: 'Chentu {{version}}: checking…',
  allFine: 'Chentu {{version}}: everything is OK.',
  someOdd: 'Chentu {{version}}: {{count}} items need attention; each says what to do.',
  again: 'Check again',
  save: 'Save the diagnosis',
  file: 'Chentu diagnosis',
  whatIsSaved: 'View what will be saved (none of your office’s data)',
  failed:
    'The check was not completed ({{name}}). Reload the page and check again; if it still fails, save the diagnosis and give it to a technician.',
  seconds: '{{seconds}} s',
  incidents: 'Recent errors and slow responses: {{count}}',
  clear: 'Clear these records',
  asked: '{{what}} ({{name}})',
  question: {
    open: 'Opening the data',
    find: 'Searching',
    trucks: 'Muck trucks',
    monitors: 'Monitors',
    table: 'Table and exports',
    paper: 'Generating documents',
    import: 'Reading files',
    card: 'Opening details',
    filter: 'Filters and map',
    other: 'Something else',
  },
  incident: {
    error: 'Error',
    'part-failed': 'Part of the page failed',
    'chunk-gone': 'Code not loaded',
    'worker-stopped': 'Background computing stopped',
    'slow-answer': 'Slow response',
  },
  browser: {
    fine: '{{name}} {{version}}, supported.',
    old: '{{name}} {{version}} is older than the oldest supported version, {{oldest}}; display and figures may be incomplete. Update the browser, or use another one on this device.',
    other: 'Browser not recognised. Use a recent version of Chrome, Edge, 360 (fast mode), Firefox or Safari.',
  },
  address: {
    file: 'Single-file version: it can’t be installed or update itself, and the browser may not provide the position; everything else works.',
    fine: 'Secure address: position, offline use and copying are available.',
    plain:
      'Plain HTTP address: the browser does not allow position, offline use and copying. Map, import, meeting and documents are not affected. If you need these functions, ask the administrator for an HTTPS address.',
  },
  worker: { fine: 'Starts and responds within {{ms}} ms.' },
  database: {
    fine: 'Writing and reading agree.',
    wrong:
      'What was read differs from what was written. Export a full backup first, then restart the browser; if it still fails, use another browser.',
  },
  space: {
    fine: '{{used}} MB used, about {{left}} MB available; the browser promises to keep the data.',
    cleared:
      '{{used}} MB used, about {{left}} MB available; the browser may delete data on this device when disk space is short. Request persistent storage, and back up regularly.',
    full: '{{used}} MB used, only about {{left}} MB left. Back up and free some disk space, or new records may not be saved.',
    unknown: 'The browser provides no storage information. Back up regularly.',
  },
  map: {
    card: 'Drawn by the graphics card.',
    processor:
      'WebGL was chosen without a usable graphics card: the processor does the drawing, and moving the map is slow. You can switch to the canvas; content and functions are the same.',
    canvas: 'Drawn on a canvas; content and functions are the same as with WebGL.',
    none: 'The browser does not support WebGL; drawn on a canvas, content and functions are the same.',
  },
  clock: {
    fine: 'Matches the server, China time.',
    fast: 'The clock of this device is about {{minutes}} minutes ahead of the server; times of records will be wrong. Set the system time.',
    slow: 'The clock of this device is about {{minutes}} minutes behind the server; times of records will be wrong. Set the system time.',
    zone: 'The system time zone is {{zone}}, not China time. Chentu shows China time; check the system time zone.',
    later:
      'Matches the server; but data or records on this device are dated {{day}}, later than today ({{today}}). They may have been written while the clock was wrong; please check.',
    alone: 'China time; currently offline, so not compared with the server.',
  },
  data: {
    unreadable:
      'The package descriptor (datapackage.json) can’t be read and may be incomplete. Restore the data folder from a backup, then check again.',
    missing: '{{count}} files are missing: {{names}}. Restore the data folder from a backup and check again.',
    fine: 'The package on the server can be read.',
    none: 'The server has no data package (HTTP {{status}}). This is normal if the data was created on this device; otherwise ask the administrator to check the data folder.',
    unreachable: 'The server can’t be reached now; data stored on this device is used.',
  },
  offline: {
    file: 'The app and data are both in this file; it opens offline.',
    fine: 'The app is stored on this device and starts offline.',
    none: 'The app is not stored on this device yet and can’t be opened offline. Stay online and download it with the button below.',
    broken: 'The offline copy on this device is incomplete. Download it again while online.',
    newer: 'A new version was downloaded; it is used once the page is reloaded.',
    impossible: 'Offline use is not possible at this address or in this window (it needs HTTPS and no private window).',
  },
  mend: {
    persist: 'Request persistent storage',
    canvas: 'Switch to the canvas',
    offline: 'Download the offline copy again',
  },
  refused: {
    persist: 'The browser did not agree. Bookmark Chentu or install it, then try again; until then back up regularly.',
    canvas: 'Not changed. Choose how the map is drawn under “Layers”.',
    offline: 'Not completed: the server can’t be reached now; the existing copy is unchanged.',
  },
  report: {
    title: 'Chentu {{version}} diagnosis {{at}}',
    machine: '{{processors}} processors, about {{memory}} GB of memory, window {{screen}}, language {{language}}',
  },
}
