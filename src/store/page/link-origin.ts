import { create } from 'zustand'
import type { IsoDay } from '@/domain/calendar'
import { currentPlanMark, type PlanHistory } from '@/domain/plan/clause-since'
import { isDay } from '@/store/view/link-values'

/** The plan and day in force when a link was copied. */
export interface LinkOrigin {
  /** The plan in force, in the form used in addresses. */
  readonly plan: string
  /** The day for which sources were evaluated. */
  readonly asOf: IsoDay
}

/** Plan and day of the link opened last; null if it does not state them, and for the page's own addresses. */
export const useLinkOrigin = create<{ readonly made: LinkOrigin | null }>()(() => ({ made: null }))

/** Not part of the view: a link without a day uses the data's day wherever it is opened. */
const KEY = 'made'

/** Adds plan and day to a link. */
export const withLinkOrigin = (link: string, plans: PlanHistory, asOf: IsoDay): string =>
  `${link}${link.includes('#') && link.split('#')[1]!.includes('?') ? '&' : '?'}${KEY}=${currentPlanMark(plans)},${asOf}`

/** Plan and day stated in an address; null if it does not. */
export function linkOriginOf(address: string): LinkOrigin | null {
  const [plan = '', asOf = ''] = (new URLSearchParams(address.split('?')[1] ?? '').get(KEY) ?? '').split(',')
  return /^\d{4}(\.\d+)?$/.test(plan) && isDay(asOf) ? { plan, asOf } : null
}
