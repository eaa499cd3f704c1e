import type { TFunction } from 'i18next'
import { roundProgress, type StopState } from '@/domain/field/round-order'
import { DOT } from '@/ui/dot'

/** Progress of a round in words used everywhere: how many of all stops are done, partly done, returned and skipped. */
export function progressText(t: TFunction<'texts'>, stops: readonly { readonly state: StopState }[]): string {
  const { done, partial, returned, skipped } = roundProgress(stops.map(({ state }) => state))
  const parts = [
    t('where.done', { count: done }),
    partial > 0 && t('where.partial', { count: partial }),
    returned > 0 && t('where.returned', { count: returned }),
    skipped > 0 && t('where.skipped', { count: skipped }),
  ]
  return t('where.ofAll', { parts: parts.filter(Boolean).join(DOT), all: stops.length })
}
