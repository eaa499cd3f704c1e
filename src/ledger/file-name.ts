import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import { localMinute } from '@/domain/calendar'
import { shortDevice } from './device'
import type { LedgerEvent } from './event'

const MOST_LETTERS = 24

/** A text as part of a file's name on every system and in every folder; empty where nothing of it can stand there. */
export function safeName(text: string): string {
  const kept = text
    .normalize('NFC')
    // Separators, what Windows refuses, controls, and marks that turn the direction of writing.
    .replace(/[\\/:*?"<>|%#~\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, '_')
    .replace(/^[._\s-]+|[._\s-]+$/g, '')
  return [...kept].slice(0, MOST_LETTERS).join('')
}

/** Whose bundle it is; team and author are empty where nobody said. */
export interface BundleOf {
  readonly device: string
  readonly author: string
  readonly team: string
}

/**
 * The name of a bundle: moment, team, author, device, the range of its own numbers, and a few random letters, so that no two
 * of an office's folder are the same.
 */
export function bundleName({ device, author, team }: BundleOf, events: Iterable<LedgerEvent>, at: string): string {
  const numbers = [...events].flatMap((event) => (event.device === device ? [event.sequence] : []))
  const range = numbers.length > 0 ? `${Math.min(...numbers)}-${Math.max(...numbers)}` : '0'
  const moment = `${localMinute(at).replace(' ', '-').replace(':', '')}${at.slice(17, 19)}`
  const who = [safeName(team), safeName(author) || 'tablet'].filter(Boolean).join('-')
  return `chentu-${moment}-${who}-${shortDevice(device)}-${range}-${bytesToHex(randomBytes(3))}.zip`
}
