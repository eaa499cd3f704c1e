/** A spoken note, by the SHA-256 of its bytes as the browser's recorder produced them. */
export interface VoiceRef {
  readonly hash: string
  readonly bytes: number
  /** Start of the recording, ISO. */
  readonly at: string
  readonly seconds: number
  /** Media type reported by the recorder. */
  readonly type: string
  /** Checklist item it concerns; absent if it concerns the place. */
  readonly item?: string
}

/**
 * Media types that may be passed to a player; any other, from another version or a forger, is treated as plain bytes.
 */
const SOUND = /^audio\/[a-z0-9.+-]+(;\s*codecs="?[a-z0-9.,-]+"?)?$/i
export const soundType = (type: string): string => (SOUND.test(type) ? type : 'application/octet-stream')

/** Without duplicates, in order. */
export const distinctVoices = (voices: readonly VoiceRef[]): readonly VoiceRef[] => [
  ...new Map(voices.map((voice) => [voice.hash, voice])).values(),
]
