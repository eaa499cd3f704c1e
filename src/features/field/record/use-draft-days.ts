import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import { useOutcome } from '@/store/answers/use-promise'
import { ledger } from '@/store/ledger'
import { type CheckTarget, draftKeyOf, sourceOfDraft } from './check-target'
import { readCheckDraft } from './drafts'
import { useDropped } from './dropped'
import { draftsSaved } from './use-draft'

/** Day on which a source's unfinished check was begun: '' if the draft does not tell, null if there is none. */
export type DraftDay = (source: Pick<CheckTarget, 'kind' | 'code' | 'sameCode'>) => IsoDay | null

/** The unfinished checks of this tablet, as of when the screen was opened. */
export function useDraftDays(): DraftDay {
  const dropped = useDropped(({ count }) => count)
  const { found } = useOutcome(
    async () => {
      await draftsSaved()
      const keys = (await ledger().draftKeys()).filter((key) => sourceOfDraft(key) !== null)
      const drafts = await Promise.all(keys.map((key) => ledger().draft(key)))
      return new Map(
        keys.map((key, i) => {
          const { begunAt } = readCheckDraft(drafts[i]?.draft)
          return [key, begunAt === '' ? '' : dayOfInstant(begunAt)]
        }),
      )
    },
    '',
    [dropped],
  )
  return (source) => found?.get(draftKeyOf(source)) ?? null
}
