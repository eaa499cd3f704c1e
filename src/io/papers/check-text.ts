import type { PaperPicture } from './papers'

/** Facts about a source from the data, as text; '' if unknown. */
export interface SourceDetails {
  readonly county: string
  readonly address: string
  readonly operator: string
  readonly contact: string
  readonly phone: string
}

/** One item on the paper. */
export interface CheckLine {
  readonly title: string
  readonly clause: string
  readonly answer: string
  readonly isMissed: boolean
  /** What was found and who was told; or why the item does not apply or could not be checked. */
  readonly found: string
  /** Deadline; '' if none. */
  readonly by: string
}

/** A photo on the paper: subject, time, place and hash. */
export interface CheckPhoto {
  readonly hash: string
  readonly item: string
  readonly lines: readonly string[]
}

/** How the record was signed, or that it was not; null if nothing is recorded yet. */
export interface CheckSignature {
  /** '' if nobody of the site signed. */
  readonly name: string
  readonly at: string
  /** Why nobody signed; '' if somebody did. */
  readonly unsigned: string
  readonly witnesses: readonly string[]
}

/** Content of a 现场检查记录 in the office's language: shown before signing, printed, and filled into templates. */
export interface CheckText {
  readonly id: string
  readonly hash: string
  readonly year: string
  readonly office: string
  readonly facts: Readonly<Record<(typeof FACTS)[number], string>>
  readonly code: string
  readonly items: readonly CheckLine[]
  readonly note: string
  /** The earliest deadline; '' if none. */
  readonly rectifyBy: string
  readonly photos: readonly CheckPhoto[]
  readonly signed: CheckSignature | null
  /** States that a signature, and whose, is on the text before a correction; '' if signed since, or never. */
  readonly signedBefore: string
}

/** Facts about the check itself, in order of display. */
export const FACTS = [
  'object',
  'kind',
  'place',
  'operator',
  'contact',
  'time',
  'checkedBy',
  'position',
  'distance',
  'explained',
  'photos',
  'corrects',
  'correctedAt',
  'correctedFrom',
  'explainedAgain',
] as const

/** Pictures on the paper. */
export interface CheckPictures {
  /** The drawn signature; null if nobody signed. */
  readonly drawn: PaperPicture | null
  /** By hash; unreadable photos are missing. */
  readonly photos: ReadonlyMap<string, PaperPicture>
}
