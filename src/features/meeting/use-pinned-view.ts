import { useMemo } from 'react'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { PaletteName } from '@/layers/palette'
import { cameraBounds } from '@/map/instance/bounds'
import { useChosen } from '@/map/overlay/use-chosen'
import { useMapAlone } from '@/map/picture/use-picture'
import { lineKey } from '@/questions/source/line-sources'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu, useOpened } from '@/store/chentu'
import { filtersWithin } from '@/store/chentu/filters-within'
import { useDrawnView } from '@/store/chentu/on-map'
import { decodeView } from '@/store/view/link'
import { onEvaluationDay } from '@/store/view/view-in-force'
import { visibleBoxOf } from '@/store/view/visible-box'
import { datasetWorker } from '@/workers/client'
import { useCountingDay } from './use-counting-day'

/**
 * A pinned view of 一张图: its own filters, look, location and selection, with the page's ring. It is judged on the day it
 * was fixed to, together with the dustfall of its month; otherwise on the counting day of the meeting like other scenes,
 * under the plan in force then (see {@link onEvaluationDay}). If it names clauses of an earlier plan, it uses the clauses that
 * continue them, and `move` describes this. Returns what it shows of the sources and a function that draws its map;
 * null until known. The page's own view is not changed.
 */
export function usePinnedView(address: string, ofMeeting: MonthReport | null, palette: PaletteName) {
  const opened = useOpened()
  const ring = useChentu((state) => state.view.ring)
  const { dataset } = opened
  const counted = useCountingDay(ofMeeting)
  const judged = ofMeeting ? counted : opened.evaluation.asOf
  const read = useMemo(() => onEvaluationDay(decodeView(address), dataset, judged), [address, dataset, judged])
  // biome-ignore lint/correctness/useExhaustiveDependencies: compares `read` by value, as new data under the same plan gives an equal one
  const { view, filters, box, move, asOf, place } = useMemo(() => {
    const { view } = read
    const box = visibleBoxOf(address) ?? (view.camera && cameraBounds(view.camera))
    return { ...read, filters: filtersWithin(view.filters, view.within), box }
  }, [address, JSON.stringify(read)])
  const { selected: key, point } = view
  // A view fixed to a day uses the dustfall of its own month.
  const own = view.asOf !== null && dataset.reports.find(({ month }) => month === view.month)
  const report = own || ofMeeting
  const drawnView = useDrawnView(view)
  const on = useMemo(() => ({ hidden: drawnView.hidden, chosen: key }), [drawnView.hidden, key])
  const answer = useAnswer(
    async (worker) => {
      const [pinned, inFrame, kept] = await Promise.all([
        worker.pinnedView(filters, view.look, on, asOf, place),
        box && worker.pinnedView(filtersWithin(filters, box), null, on, asOf, place),
        place === null ? null : worker.countKeptTasks(),
      ])
      return { ...pinned, kept, inFrame: inFrame?.shown.total ?? pinned.shown.total }
    },
    `${address} ${asOf} ${place}`,
    [on],
  )
  const selected = answer?.selected ?? null
  const stands = useChosen(opened.dataset, selected, point)
  const pointName = point === null ? null : opened.dataset.dustfallPoints.find(({ code }) => code === point)?.name
  const chosen = stands && {
    at: stands.at,
    isDrop: stands.isDrop,
    name: pointName ?? selected?.name ?? '',
    line:
      stands.chosen.type === 'line' && selected ? lineKey(selected.kind, selected.code, selected.sameCode?.nth) : null,
  }
  const draw = useMapAlone(
    {
      opened: answer ? { ...opened, shown: answer.shown, evaluation: answer.evaluation } : opened,
      view: { ...drawnView, ring },
      report,
      other: null,
      lookLegend: answer?.lookLegend ?? null,
      chosen,
      scene: (request) => datasetWorker().pinnedScene(filters, { ...request, ...on }, asOf, place),
      count: (_, bounds) => datasetWorker().pinnedCounts(filters, on, bounds, asOf, place),
    },
    palette,
  )
  return answer && { ...answer, view, box, move, asOf, place, report, draw }
}

export type PinnedView = NonNullable<ReturnType<typeof usePinnedView>>
