import type { TFunction } from 'i18next'
import { fieldMeaning } from '@/domain/sources/kinds/field'
import { isMonitorList, isTaskList, type Kind } from '@/domain/sources/kinds/kind'
import { reasonOf, type Visit } from '@/ledger/visit'
import { OFFICE_LANGUAGE } from './office'

/** What a visit to a whole site may come to, so that its items need not be answered one by one. */
export const WHOLE_SITES = ['finished', 'stopped', 'entry'] as const
export type WholeSite = (typeof WHOLE_SITES)[number]

/** The answer that all items then have, and the key of its reason: one of the usual reasons of an item. */
export function wholeSiteAnswer(site: WholeSite) {
  return site === 'entry'
    ? ({ answer: 'not-seen', reason: 'lack.why.not-seen.entry' } as const)
    : ({ answer: 'not-applicable', reason: `lack.why.not-applicable.${site}` } as const)
}

/**
 * What a visit to a source of a kind may come to as a whole, as its package declares it; any place may be closed to a
 * team. Undeclared, work is finished or stopped at a place of its own; a report that is to be settled, a task, a
 * monitor, a line and the figures of a county have no such state.
 */
export function wholeSitesOf(kind: Kind | undefined): readonly WholeSite[] {
  const declared = kind?.wholeSite
  if (declared) return WHOLE_SITES.filter((site) => site === 'entry' || declared.includes(site))
  const isReport = kind && (['reportedOn', 'settled'] as const).some((each) => fieldMeaning(kind.fields, each))
  const isSite = kind?.place === 'point' && !isReport && !isTaskList(kind) && !isMonitorList(kind)
  return isSite ? WHOLE_SITES : ['entry']
}

/**
 * What a visit came to as a whole; null if its items were answered one by one. The press for a whole site is stored as
 * the answers and reasons that it gave: those of most items, as some may have been answered before or after it.
 * @param unanswered number of items without an answer; a single reason among them does not speak for the site.
 */
export function wholeSiteOf(
  t: TFunction<'texts'>,
  { answers }: Pick<Visit, 'answers'>,
  unanswered: number,
): WholeSite | null {
  const isGiven = (site: WholeSite) => {
    const { answer, reason } = wholeSiteAnswer(site)
    const words = t(reason, { lng: OFFICE_LANGUAGE })
    const same = [...answers].filter(
      ([item, said]) => said.answer === answer && reasonOf(said.event.body, item) === words,
    ).length
    return same * 2 > answers.size && (same > 1 || unanswered === 0)
  }
  return WHOLE_SITES.find(isGiven) ?? null
}
