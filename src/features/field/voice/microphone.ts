/** Why nothing can be recorded. */
export type MicFault = 'insecure' | 'unsupported' | 'refused' | 'missing' | 'busy' | 'other'

export class NoMicrophone extends Error {
  constructor(
    readonly fault: MicFault,
    reason = '',
  ) {
    super(reason || fault)
  }
}

/** What recorders write, the best first: Chromium and Firefox write Opus, Safari before 18.4 only AAC. */
const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4;codecs=mp4a.40.2', 'audio/mp4']

/** The media type that this browser records; empty where it has one of its own only. */
export const recordedType = (): string => TYPES.find((type) => MediaRecorder.isTypeSupported?.(type)) ?? ''

function faultOf(error: unknown): MicFault {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing'
  // Another app holds it, or the system took it away while it was opened.
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy'
  return 'other'
}

/** Opens the microphone; the first time the browser asks a person. @throws {NoMicrophone} */
export async function openMicrophone(): Promise<MediaStream> {
  if (typeof MediaRecorder === 'undefined') throw new NoMicrophone('unsupported')
  // Over plain HTTP there are no devices at all.
  if (!navigator.mediaDevices?.getUserMedia) throw new NoMicrophone(isSecureContext ? 'unsupported' : 'insecure')
  try {
    // One voice near the device, wind and machines around it.
    const audio = { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true }
    return await navigator.mediaDevices.getUserMedia({ audio })
  } catch (error) {
    throw new NoMicrophone(faultOf(error), error instanceof Error ? error.message : '')
  }
}

export const closeMicrophone = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop()
}
