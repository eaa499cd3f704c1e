import type { CheckDraft } from '@/features/field/record/drafts'
import type { Answer } from '@/ledger/event'
import { hasPhoto } from '@/ledger/evidence'
import type { PhotoRef } from '@/ledger/references'
import { isExplained } from './write-check'

/** What an item of a check may lack: a photo, what is the case, by when it is put right; why it was not answered. */
export type Lack = 'photo' | 'found' | 'deadline' | 'reason'

/** An item of a check and what it lacks, never nothing. */
export interface ItemLack {
  readonly item: string
  readonly answer: Answer
  readonly lacks: readonly Lack[]
}

/** Nothing can be told from an item that was not seen but why: it is asked for. All else may be left out. */
export const isRequired = ({ answer, lacks }: ItemLack) => answer === 'not-seen' && lacks.includes('reason')

/**
 * What the items of a check lack, in the order of its list.
 * @param photos that its record will have, with those of what it corrects.
 */
export function lacksOf(
  { answers, shortcomings, reasons }: Pick<CheckDraft, 'answers' | 'shortcomings' | 'reasons'>,
  items: readonly { readonly id: string }[],
  photos: readonly PhotoRef[],
): readonly ItemLack[] {
  return items.flatMap(({ id }): ItemLack[] => {
    const answer = answers[id]
    const said = shortcomings[id]
    const lacks: Lack[] = []
    if (answer === 'no') {
      if (!hasPhoto(id, photos)) lacks.push('photo')
      if (!said?.found.length) lacks.push('found')
      if (!said?.rectifyBy) lacks.push('deadline')
    } else if (isExplained(answer) && !reasons[id]?.trim()) lacks.push('reason')
    return answer === undefined || lacks.length === 0 ? [] : [{ item: id, answer, lacks }]
  })
}
