import type { AgendaItem } from '@/io/package/descriptor'
import { REVEALED } from './steps'

/**
 * Items as they are kept: without what says no more than its absence, so that a headline that was written and deleted again, or a step
 * that was left out and taken back, leaves nothing behind.
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
