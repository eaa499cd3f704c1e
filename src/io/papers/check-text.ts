import type { PaperPicture } from './papers'

/** What the data says of a source, in words; '' for what it does not. */
export interface KnownOfSource {
  readonly county: string
  readonly address: string
  readonly operator: string
  readonly contact: string
  readonly phone: string
}

/** One item as it stands on the paper. */
export interface CheckLine {
  readonly title: string
  readonly clause: string
  readonly answer: string
  readonly isMissed: boolean
  /** What is the case, and who was told; why it does not apply or could not be checked. */
  readonly found: string
  /** Day by which it is put right; '' where none is. */
  readonly by: string
}

/** A photo as it stands on the paper: what of, when, where, and its hash. */
export interface CheckPhoto {
  readonly hash: string
  readonly item: string
  readonly lines: readonly string[]
}

/** How it was signed, or that it was not; null where nothing was written down yet. */
export interface CheckSigned {
  /** '' where nobody of the place signed. */
  readonly name: string
  readonly at: string
  /** Why nobody signed; '' where somebody did. */
  readonly unsigned: string
  readonly witnesses: readonly string[]
}

/** What a 现场检查记录 says, in the language of the office: read before it is signed, printed, and written into templates. */
export interface CheckText {
  readonly id: string
  readonly hash: string
  readonly year: string
  readonly office: string
  readonly facts: Readonly<Record<(typeof FACTS)[number], string>>
  readonly code: string
  readonly items: readonly CheckLine[]
  readonly note: string
  /** The earliest day by which something is put right; '' where nothing is. */
  readonly rectifyBy: string
  readonly photos: readonly CheckPhoto[]
  readonly signed: CheckSigned | null
  /** That a signature was to the text before a correction, and whose; '' where it was signed since, or never. */
  readonly signedBefore: string
}

/** What is said of the check itself, in its order. */
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

/** What a paper shows and texts do not. */
export interface CheckPictures {
  /** The drawn line; null where nobody signed. */
  readonly drawn: PaperPicture | null
  /** By hash; what could not be read is missing. */
  readonly photos: ReadonlyMap<string, PaperPicture>
}
