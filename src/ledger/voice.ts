/** A spoken note by the SHA-256 of its bytes, which are as the browser's recorder gave them. */
export interface VoiceRef {
  readonly hash: string
  readonly bytes: number
  /** When it was begun, ISO. */
  readonly at: string
  readonly seconds: number
  /** Media type, as the recorder named it. */
  readonly type: string
  /** Item of the checklist that it speaks of; absent where it speaks of the place. */
  readonly item?: string
}

/** Media types that are given to a player; what another version or a forger names otherwise is only bytes. */
const SOUND = /^audio\/[a-z0-9.+-]+(;\s*codecs="?[a-z0-9.,-]+"?)?$/i
export const soundType = (type: string): string => (SOUND.test(type) ? type : 'application/octet-stream')

/** Each once, in their order. */
export const distinctVoices = (voices: readonly VoiceRef[]): readonly VoiceRef[] => [
  ...new Map(voices.map((voice) => [voice.hash, voice])).values(),
]
