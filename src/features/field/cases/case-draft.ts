import { photosOfDraft } from '@/features/field/record/drafts'
import type { TakenPhoto } from '@/features/field/record/photos'
import { z } from '@/io/zod'
import { CASE_FINDINGS } from '@/ledger/case-bodies'

/** What a team writes of a case before it is a record. */
export interface CaseDraft {
  readonly finding: (typeof CASE_FINDINGS)[number] | ''
  /** Kind and code of the source that was found to be the cause; empty where none is named. */
  readonly cause: string
  readonly note: string
  readonly photos: readonly TakenPhoto[]
}

export const NOTHING_REPORTED: CaseDraft = { finding: '', cause: '', note: '', photos: [] }

/** Key of the draft of a case; those of checks have a slash. */
export const caseDraftKey = (id: string) => `case ${id}`

const schema = z
  .object({
    finding: z.union([z.enum(CASE_FINDINGS), z.literal('')]).catch(''),
    cause: z.string().catch(''),
    note: z.string().catch(''),
    photos: photosOfDraft,
  })
  .catch({ ...NOTHING_REPORTED, photos: [] })

/** A draft from the disk, by whichever version: what is none is as at first. */
export const readCaseDraft = (kept: unknown) => schema.parse(kept) as CaseDraft
