import { create } from 'zustand'
import type { IsoDay } from '@/domain/calendar'
import { markInForce, type Plans } from '@/domain/plan/clause-since'
import { isDay } from '@/store/view/link-values'

/** What a page stood on when its link was copied. */
export interface LinkMade {
  /** The plan in force, as addresses tell plans. */
  readonly plan: string
  /** The day by which sources were judged. */
  readonly asOf: IsoDay
}

/** What the link that was opened last was made on; null where it does not say so, and for the page's own addresses. */
export const useLinkMade = create<{ readonly made: LinkMade | null }>()(() => ({ made: null }))

/** No part of the view: a link that names no day is of the day of the data, wherever it is opened. */
const KEY = 'made'

/** A link that says what it was made on. */
export const withMade = (link: string, plans: Plans, asOf: IsoDay): string =>
  `${link}${link.includes('#') && link.split('#')[1]!.includes('?') ? '&' : '?'}${KEY}=${markInForce(plans)},${asOf}`

/** What an address was made on; null where it does not say so. */
export function madeOf(address: string): LinkMade | null {
  const [plan = '', asOf = ''] = (new URLSearchParams(address.split('?')[1] ?? '').get(KEY) ?? '').split(',')
  return /^\d{4}(\.\d+)?$/.test(plan) && isDay(asOf) ? { plan, asOf } : null
}
