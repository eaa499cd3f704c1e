import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { Theme } from '@/layers/palette'
import { useLoadedBasemaps } from '@/map/basemap/use-basemaps'
import { useSameObject } from '@/map/same-object'
import type { Dataset } from '@/questions/dataset'
import { useChentu, useOpened } from '@/store/chentu'
import type { PinnedView } from './use-pinned-view'

/**
 * A text of all package data that a month's map may draw. Of the meeting and its reports it includes only that month's.
 */
function packageText({ settings, reports: _, ...drawn }: Dataset, report: MonthReport | null): string {
  const { meeting: __, ...others } = settings
  return JSON.stringify([drawn, others, report])
}

/**
 * Identifies what a pinned view's map is drawn from: returns a new object when any of it changes. Saving a note for the
 * meeting gives a new dataset and new answers with the same content, and so returns the same object.
 */
export function useMapContent(address: string, pinned: PinnedView | null, report: MonthReport | null, theme: Theme) {
  const { i18n } = useTranslation()
  const { dataset, evaluation, ring } = useOpened()
  const { loaded: basemaps } = useLoadedBasemaps()
  const content = useMemo(() => packageText(dataset, report), [dataset, report])
  // biome-ignore lint/correctness/useExhaustiveDependencies: takes the records used by this evaluation; new records lead to a new evaluation
  const seen = useMemo(() => useChentu.getState().seen, [evaluation])
  return useSameObject({
    address,
    content,
    seen,
    asOf: pinned?.asOf,
    place: pinned?.place,
    ring: JSON.stringify(ring),
    answer: pinned && JSON.stringify([pinned.shown, pinned.standings, pinned.lookLegend, pinned.selected]),
    basemaps,
    theme,
    language: i18n.language,
  })
}

/** Result of {@link useMapContent}; only compared by identity. */
export type MapContent = ReturnType<typeof useMapContent>
