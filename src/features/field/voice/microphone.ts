/** Reason why recording is not possible. */
export type MicFault = 'insecure' | 'unsupported' | 'refused' | 'missing' | 'busy' | 'other'

export class NoMicrophone extends Error {
  constructor(
    readonly fault: MicFault,
    reason = '',
  ) {
    super(reason || fault)
  }
}

/** Formats in order of preference: Chromium and Firefox write Opus, Safari before 18.4 only AAC. */
const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4;codecs=mp4a.40.2', 'audio/mp4']

/** The media type to record in; '' to leave it to the browser. */
export const recordedType = (): string => TYPES.find((type) => MediaRecorder.isTypeSupported?.(type)) ?? ''

function faultOf(error: unknown): MicFault {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing'
  // Another app holds it, or the system took it away while it was opened.
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy'
  return 'other'
}

/** Opens the microphone; the browser asks the user the first time. @throws {NoMicrophone} */
export async function openMicrophone(): Promise<MediaStream> {
  if (typeof MediaRecorder === 'undefined') throw new NoMicrophone('unsupported')
  // Over plain HTTP `mediaDevices` is undefined.
  if (!navigator.mediaDevices?.getUserMedia) throw new NoMicrophone(isSecureContext ? 'unsupported' : 'insecure')
  try {
    // Settings for one voice near the device, with wind and machines around.
    const audio = { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true }
    return await navigator.mediaDevices.getUserMedia({ audio })
  } catch (error) {
    throw new NoMicrophone(faultOf(error), error instanceof Error ? error.message : '')
  }
}

export const closeMicrophone = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop()
}
