/** The type of the fake recorder's sound. */
export const SOUND_TYPE = 'audio/webm;codecs=opus'
/** All recorders made, in order. */
export const recorders: FakeRecorder[] = []

/** A recorder that delivers a piece when the test says so. */
export class FakeRecorder {
  static isTypeSupported = (type: string) => type === SOUND_TYPE
  state: 'recording' | 'inactive' = 'inactive'
  mimeType = SOUND_TYPE
  ondataavailable: ((event: { data: Blob }) => void) | null = null
  onstop: (() => void) | null = null
  constructor() {
    recorders.push(this)
  }
  start() {
    this.state = 'recording'
  }
  give(text: string) {
    this.ondataavailable?.({ data: new Blob([text]) })
  }
  stop() {
    this.state = 'inactive'
    this.give('end')
    this.onstop?.()
  }
}
