import type { AnswerNeedingReason } from './write-check'

/** What a visit to a whole site may come to, so that its items need not be answered one by one. */
export const WHOLE_SITES = ['finished', 'stopped', 'entry'] as const
export type WholeSite = (typeof WHOLE_SITES)[number]

/** The answer that all items then have, and the key of its reason: one of the usual reasons of an item. */
export function wholeSiteAnswer(site: WholeSite) {
  return site === 'entry'
    ? ({ answer: 'not-seen', reason: 'lack.why.not-seen.entry' } as const)
    : ({ answer: 'not-applicable', reason: `lack.why.not-applicable.${site}` } as const satisfies {
        readonly answer: AnswerNeedingReason
        readonly reason: string
      })
}
