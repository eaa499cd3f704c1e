import type { MonthReport } from '@/domain/dustfall/month-report'
import type { MapTheme } from '@/layers/palette'
import { CountyDrawing } from '@/map/drawing/CountyDrawing'
import { type Covered, NOTHING_COVERED } from '@/map/instance/covered'
import { SourcesComing } from '@/map/SourcesComing'
import type { Dataset } from '@/questions/dataset'
import type { View } from '@/store/view/view'
import { Pane, Panes } from './Panes'

interface Props {
  readonly dataset: Dataset
  readonly report: MonthReport | null
  /** The month to compare with; null for none. */
  readonly other: MonthReport | null
  readonly theme: MapTheme
  readonly view: Pick<View, 'camera' | 'hidden' | 'ring'>
  readonly covered?: Covered
}

/** Drawings of the counties, shown until the maps are ready. */
export function DrawnPanes({ dataset, report, other, theme, view, covered = NOTHING_COVERED }: Props) {
  const drawing = (of: MonthReport | null, over: Covered) => (
    <CountyDrawing dataset={dataset} report={of} theme={theme} view={view} covered={over} />
  )
  return (
    <>
      {report && other ? (
        <Panes covered={covered}>
          {[report, other].map((each, i) => (
            <Pane key={each.month} report={each} other={i === 0 ? other : report}>
              {drawing(each, NOTHING_COVERED)}
            </Pane>
          ))}
        </Panes>
      ) : (
        drawing(report, covered)
      )}
      <SourcesComing />
    </>
  )
}
