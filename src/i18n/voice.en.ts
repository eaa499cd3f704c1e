import type { voiceZh } from './voice.zh-CN'

/** Texts of spoken notes, in English. */
export const voiceEn: typeof voiceZh = {
  record: 'Record',
  stop: 'Stop recording',
  opening: 'Opening the microphone…',
  time: 'Recording {{time}} / {{most}}',
  level: 'Level',
  latched: 'press again to end',
  held: 'release to end',
  play: 'Play spoken note {{time}} (recorded {{at}})',
  pause: 'Pause spoken note {{time}} (recorded {{at}})',
  remove: 'Delete spoken note {{time}}',
  removed: 'A spoken note was deleted',
  count: 'spoken notes: {{count}}',
  ofName: '{{name}} {{count}}',
  confirmed: ' Spoken notes: {{count}}.',
  kept: 'Spoken notes of the original record ({{count}}, kept with the record)',
  title: 'Spoken note {{at}}, {{time}}',
  ofItem: 'Spoken note {{at}}, {{time}} ({{item}})',
  list: 'Spoken notes',
  gone: 'Spoken note {{at}}, {{time}}: not on this device (deleted after the desk received it, or not delivered with the bundle)',
  missing: 'The spoken note was not delivered to this device',
  cantPlay: 'This browser can’t play spoken notes in this format ({{type}}). Save it and play it in another player.',
  save: 'Save the spoken note',
  fileName: 'spoken-note-{{at}}',
  limit:
    'A note can last at most {{minutes}} minutes; it ended and was saved to the draft. Record another to continue.',
  lost: 'The recording was interrupted by the system; what was recorded was saved to the draft.',
  partFull:
    'The recording ended early: not enough space on this device. What was recorded was saved to the draft; free some space and record another.',
  partUnkept:
    'The recording ended early: the browser did not store the rest ({{reason}}). What was recorded was saved to the draft; listen to it, and record another to continue.',
  recovered: '{{count}} unfinished spoken notes from last time were recovered. Listen to them before you save.',
  short: 'Too short; nothing was recorded. Press once to start and again to end, or hold while you speak.',
  shortRain: 'In rain mode, hold while you speak and release to end.',
  ready: 'The microphone is ready. Press again to start recording.',
  unkept: 'The spoken note was not saved to the draft: {{reason}}',
  unkeptLeft: 'What was recorded is still on this device: free some space and reopen this record to recover it.',
  fault: {
    insecure:
      'Can’t record: this address is not https, so the browser does not provide the microphone. Everything else works: write it in the note. If you need recording, ask the administrator for an https address.',
    unsupported: 'Can’t record: this browser has no recording function. Update the browser, or write it in the note.',
    refused:
      'Can’t record: the microphone is not allowed. Press the icon to the left of the address, allow the microphone (iPad: Settings › Apps › Safari › Microphone) and press again; if it is already allowed, ask the administrator to permit the microphone on the server (Permissions-Policy). You can also write it in the note.',
    missing: 'Can’t record: no microphone found. Connect one and press again, or write it in the note.',
    busy: 'Can’t record: the microphone is in use by another app or window. Close it and press again, or write it in the note.',
    other: 'Can’t record: {{reason}}. Press again; if it still fails, write it in the note.',
  },
}
