import type { voiceZh } from './voice.zh-CN'

/** Texts of spoken notes, in English. */
export const voiceEn: typeof voiceZh = {
  record: 'Record',
  stop: 'Stop recording',
  opening: 'Opening the microphone…',
  time: 'Recording {{time}} / {{most}}',
  level: 'Level',
  latched: 'press again to end',
  held: 'let go to end',
  play: 'Play spoken note {{time}} (recorded {{at}})',
  pause: 'Pause spoken note {{time}} (recorded {{at}})',
  remove: 'Delete spoken note {{time}}',
  removed: 'A spoken note was deleted',
  count: 'spoken notes: {{count}}',
  ofName: '{{name}} {{count}}',
  confirmed: ' Spoken notes: {{count}}.',
  kept: 'Spoken notes of the record ({{count}}, they stay with it)',
  title: 'Spoken note {{at}}, {{time}}',
  ofItem: 'Spoken note {{at}}, {{time}} ({{item}})',
  list: 'Spoken notes',
  gone: 'Spoken note {{at}}, {{time}}: not on this machine (deleted after the desk had it, or it did not come)',
  missing: 'The spoken note did not come',
  cantPlay: 'This browser can’t play spoken notes of this form ({{type}}). Save it and play it elsewhere.',
  save: 'Save the spoken note',
  fileName: 'spoken-note-{{at}}',
  limit: 'A note lasts {{minutes}} minutes at most: it ended and is in the draft. Record another to go on.',
  lost: 'The recording was broken off by the system; what was said until then is in the draft.',
  partFull:
    'The recording ended early: this device has no room. What was recorded is in the draft: make room and record another to go on.',
  partUnkept:
    'The recording ended early: the browser did not keep what followed ({{reason}}). What was recorded is in the draft: listen to it, and record another to go on.',
  recovered: 'Spoken notes that were broken off and found again: {{count}}. Listen to them before you save.',
  short: 'Too short, nothing was recorded. Press to begin and press again to end, or hold while you speak.',
  shortRain: 'In rain mode hold while you speak, and let go to end.',
  ready: 'The microphone is ready: press once more to record.',
  unkept: 'The spoken note is not in the draft: {{reason}}',
  unkeptLeft: 'What was recorded is still on this device: make room and open this record again to find it.',
  fault: {
    insecure:
      'No recording: this address is not https, and the browser gives no microphone. All else goes on: write it into the note, or ask the administrator for an https address.',
    unsupported: 'No recording: this browser has no recorder. Update it, or write it into the note.',
    refused:
      'No recording: the microphone is not allowed. Press the icon left of the address and allow the microphone (iPad: Settings › Apps › Safari › Microphone), then press again; where it is allowed already, the server must permit it (Permissions-Policy). Or write it into the note.',
    missing: 'No recording: no microphone was found. Connect one and press again, or write it into the note.',
    busy: 'No recording: another app or window uses the microphone. Close it and press again, or write it into the note.',
    other: 'No recording: {{reason}}. Press again; else write it into the note.',
  },
}
