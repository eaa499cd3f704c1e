import { photosOfDraft } from '@/features/field/record/drafts'
import type { TakenPhoto } from '@/features/field/record/photos'
import { z } from '@/io/zod'
import { CASE_FINDINGS } from '@/ledger/case-bodies'

/** The draft of a team's report on a case. */
export interface CaseDraft {
  readonly finding: (typeof CASE_FINDINGS)[number] | ''
  /** Kind and code of the source found to be the cause; '' if none is named. */
  readonly cause: string
  readonly note: string
  readonly photos: readonly TakenPhoto[]
}

export const NOTHING_REPORTED: CaseDraft = { finding: '', cause: '', note: '', photos: [] }

const KEY = 'case '

/** Key of a case's draft; keys of checks contain a slash. */
export const caseDraftKey = (id: string) => `${KEY}${id}`

/** Id of the case of a draft; null if the draft is of another sort. */
export const caseOfDraft = (key: string): string | null => (key.startsWith(KEY) ? key.slice(KEY.length) : null)

/** Whether nothing has been entered yet. */
export const isNothingReported = ({ finding, cause, note, photos }: CaseDraft) =>
  [finding, cause, note].every((each) => each === '') && photos.length === 0

const schema = z
  .object({
    finding: z.union([z.enum(CASE_FINDINGS), z.literal('')]).catch(''),
    cause: z.string().catch(''),
    note: z.string().catch(''),
    photos: photosOfDraft,
  })
  .catch({ ...NOTHING_REPORTED, photos: [] })

/** Parses a stored draft of any version; invalid fields get their initial values. */
export const readCaseDraft = (kept: unknown) => schema.parse(kept) as CaseDraft
