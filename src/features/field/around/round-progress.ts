import type { TFunction } from 'i18next'
import { roundProgress, type StopState } from '@/domain/field/round-order'
import { DOT } from '@/ui/dot'

type Stated = readonly { readonly state: StopState }[]

/**
 * Progress of a round in words used everywhere: how many of all stops are done, partly done, returned and skipped.
 * Cases are counted apart, because the desk counts the stops of a round without them.
 */
export function progressText(t: TFunction<'texts'>, stops: Stated, cases: Stated = []): string {
  const { done, partial, returned, skipped } = roundProgress(stops.map(({ state }) => state))
  const parts = [
    t('where.done', { count: done }),
    partial > 0 && t('where.partial', { count: partial }),
    returned > 0 && t('where.returned', { count: returned }),
    skipped > 0 && t('where.skipped', { count: skipped }),
  ]
  return withCases(t, parts.filter(Boolean).join(DOT), stops, cases)
}

/** The same for a label of one line: only how many are done. */
export function shortProgress(t: TFunction<'texts'>, stops: Stated, cases: Stated = []): string {
  return withCases(t, t('where.done', { count: roundProgress(stops.map(({ state }) => state)).done }), stops, cases)
}

function withCases(t: TFunction<'texts'>, parts: string, stops: Stated, cases: Stated): string {
  const ofCases = { done: cases.filter(({ state }) => state === 'done').length, all: cases.length }
  return [
    (stops.length > 0 || cases.length === 0) && t('where.ofAll', { parts, all: stops.length }),
    cases.length > 0 && t('where.cases', ofCases),
  ]
    .filter(Boolean)
    .join(DOT)
}
