import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import { localMinute } from '@/domain/calendar'
import { shortDevice } from './device'
import type { LedgerEvent } from './event'

const MAX_LENGTH = 24

/** Makes a text safe as part of a file name on every system; empty if nothing usable is left. */
export function safeName(text: string): string {
  const kept = text
    .normalize('NFC')
    // Separators, characters that Windows refuses, control characters, and marks that change the writing direction.
    .replace(/[\\/:*?"<>|%#~\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, '_')
    .replace(/^[._\s-]+|[._\s-]+$/g, '')
  return [...kept].slice(0, MAX_LENGTH).join('')
}

/** Origin of a bundle; team and author are empty if not given. */
export interface BundleOf {
  readonly device: string
  readonly author: string
  readonly team: string
}

/** Words in the file name of a bundle: what it is, and who made it if nobody is named. */
export interface BundleWords {
  readonly what: string
  readonly nobody: string
}

/**
 * File name of a bundle: its content, time, team, author, device, range of its own numbers, and a few random letters, so
 * that all names in the office's folder are unique. Nothing recognises a bundle by its name.
 */
export function bundleName(
  { device, author, team }: BundleOf,
  events: Iterable<LedgerEvent>,
  at: string,
  { what, nobody }: BundleWords,
): string {
  const numbers = [...events].flatMap((event) => (event.device === device ? [event.sequence] : []))
  const range = numbers.length > 0 ? `${Math.min(...numbers)}-${Math.max(...numbers)}` : '0'
  const moment = `${localMinute(at).replace(' ', '-').replace(':', '')}${at.slice(17, 19)}`
  const who = [safeName(team), safeName(author) || nobody].filter(Boolean).join('-')
  return `${what}-${moment}-${who}-${shortDevice(device)}-${range}-${bytesToHex(randomBytes(3))}.zip`
}
