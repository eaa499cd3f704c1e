import type { AgendaItem } from '@/io/package/descriptor'
import { REVEAL_STEPS } from './steps'

/**
 * The items as saved. Omits values equal to the default, so that a headline that was entered and deleted, or a step
 * that was unchecked and checked again, leaves nothing behind.
 */
export const withoutDefaults = (items: readonly AgendaItem[]): readonly AgendaItem[] =>
  items.map(({ headlines, steps, ...item }) => {
    const written = Object.entries(headlines ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
    const isAll = steps !== undefined && steps.join() === REVEAL_STEPS.join()
    return {
      ...item,
      ...(written.length > 0 && { headlines: Object.fromEntries(written) }),
      ...(steps !== undefined && !isAll && { steps }),
    }
  })
