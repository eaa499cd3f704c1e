import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { Theme } from '@/layers/palette'
import { useLoadedBasemaps } from '@/map/basemap/use-basemaps'
import { useSameObject } from '@/map/same-object'
import type { Dataset } from '@/questions/dataset'
import { useChentu, useOpened } from '@/store/chentu'
import type { PinnedView } from './use-pinned-view'

/** All of a package that the map of a month may draw: rows of sources by their sum, and no more of the meeting than that month. */
function packageText({ settings, reports: _, ...drawn }: Dataset, report: MonthReport | null): string {
  const { meeting: __, ...others } = settings
  return JSON.stringify([drawn, others, report])
}

/**
 * What the map of a pinned view is drawn of: another object once any of it is another. A note that is kept for the meeting, which
 * gives a new dataset and new answers with the same in them, changes nothing.
 */
export function useMapContent(address: string, pinned: PinnedView | null, report: MonthReport | null, theme: Theme) {
  const { i18n } = useTranslation()
  const { dataset, evaluation, ring } = useOpened()
  const { loaded: basemaps } = useLoadedBasemaps()
  const content = useMemo(() => packageText(dataset, report), [dataset, report])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the records that the sources were judged with; later ones bring another evaluation
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

/** As {@link useMapContent} gives it: only told from others. */
export type MapContent = ReturnType<typeof useMapContent>
