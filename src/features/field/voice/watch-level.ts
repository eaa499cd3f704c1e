const SAMPLES = 1024
/** Levels of a silent room and of a voice near the microphone, in dB relative to full scale. */
const [QUIETEST, LOUDEST] = [-60, -10]

interface Ear {
  readonly context: AudioContext
  readonly analyser: AnalyserNode
}

/** Null if the browser can't create one: no support, too many open contexts, or a different microphone sample rate. */
function earOf(stream: MediaStream): Ear | null {
  if (typeof AudioContext === 'undefined') return null
  let context: AudioContext | undefined
  try {
    context = new AudioContext()
    const analyser = context.createAnalyser()
    analyser.fftSize = SAMPLES
    context.createMediaStreamSource(stream).connect(analyser)
    return { context, analyser }
  } catch {
    void context?.close()
    return null
  }
}

/**
 * Reports the microphone's level from 0 to 1 once per frame. Returns a function that stops it; null if the level can't
 * be measured.
 */
export function watchLevel(stream: MediaStream, onLevel: (level: number) => void): (() => void) | null {
  const ear = earOf(stream)
  if (!ear) return null
  const { context, analyser } = ear
  const samples = new Float32Array(analyser.fftSize)
  let frame = 0
  const look = () => {
    analyser.getFloatTimeDomainData(samples)
    const power = samples.reduce((sum, each) => sum + each * each, 0) / samples.length
    const decibels = 10 * Math.log10(power)
    onLevel(Math.min(1, Math.max(0, (decibels - QUIETEST) / (LOUDEST - QUIETEST))))
    frame = requestAnimationFrame(look)
  }
  look()
  return () => {
    cancelAnimationFrame(frame)
    void context.close()
  }
}
