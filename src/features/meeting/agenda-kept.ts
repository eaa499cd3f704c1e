import type { AgendaItem } from '@/io/package/descriptor'
import { REVEALED } from './steps'

/**
 * The items as saved. Omits values equal to the default, so that a headline that was entered and deleted, or a step
 * that was unchecked and checked again, leaves nothing behind.
 */
export const asKept = (items: readonly AgendaItem[]): readonly AgendaItem[] =>
  items.map(({ headlines, steps, ...item }) => {
    const written = Object.entries(headlines ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
    const isAll = steps !== undefined && steps.join() === REVEALED.join()
    return {
      ...item,
      ...(written.length > 0 && { headlines: Object.fromEntries(written) }),
      ...(steps !== undefined && !isAll && { steps }),
    }
  })
