import type { CheckDraft } from '@/features/field/record/drafts'
import type { Answer } from '@/ledger/event'
import { hasPhoto } from '@/ledger/evidence'
import type { PhotoRef } from '@/ledger/references'
import { needsReason } from './write-check'

/** What an item may lack: a photo, what was found, a deadline; or the reason why it was not answered. */
export type MissingPart = 'photo' | 'found' | 'deadline' | 'reason'

/** An item and what it lacks; `lacks` is never empty. */
export interface ItemMissingParts {
  readonly item: string
  readonly answer: Answer
  readonly lacks: readonly MissingPart[]
}

/** Only the reason of a `not-seen` item is required, as such an answer tells nothing else. All else may be left out. */
export const isRequired = ({ answer, lacks }: ItemMissingParts) => answer === 'not-seen' && lacks.includes('reason')

/**
 * What the items of a check lack, in list order.
 * @param photos photos that its record will have, including those of the corrected record.
 */
export function missingPartsOf(
  { answers, shortcomings, reasons }: Pick<CheckDraft, 'answers' | 'shortcomings' | 'reasons'>,
  items: readonly { readonly id: string }[],
  photos: readonly PhotoRef[],
): readonly ItemMissingParts[] {
  return items.flatMap(({ id }): ItemMissingParts[] => {
    const answer = answers[id]
    const said = shortcomings[id]
    const lacks: MissingPart[] = []
    if (answer === 'no') {
      if (!hasPhoto(id, photos)) lacks.push('photo')
      if (!said?.found.length) lacks.push('found')
      if (!said?.rectifyBy) lacks.push('deadline')
    } else if (needsReason(answer) && !reasons[id]?.trim()) lacks.push('reason')
    return answer === undefined || lacks.length === 0 ? [] : [{ item: id, answer, lacks }]
  })
}
