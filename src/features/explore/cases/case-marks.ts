import type { TFunction } from 'i18next'
import type { Position } from '@/domain/geodesy/position'
import type { MapMark } from '@/map/instance/use-map-marks'
import type { LikelyOnMap } from '@/store/cases/case-panel'
import type { CaseView } from '@/store/cases/case-view'
import { type SourceKey, sourceKey } from '@/store/view/view'
import { DOT } from '@/ui/dot'

/** Whether a case is neither closed nor withdrawn. */
const isOpen = ({ stage }: CaseView) => stage !== 'closed' && stage !== 'withdrawn'

/** Number of open cases without a position for the map. */
export const withoutPlace = (cases: readonly CaseView[]): number =>
  cases.filter((view) => isOpen(view) && !view.opened?.position).length

/** Map marks of open cases with a position; late ones have their own shape. Without `onPress` they can't be pressed. */
export function caseMarks(
  t: TFunction<'texts'>,
  cases: readonly CaseView[],
  shown: string | null,
  onPress: ((id: string) => void) | null,
): readonly MapMark[] {
  return cases.flatMap((view): MapMark[] => {
    const { id, title, stage, isLate, opened } = view
    const at = opened?.position
    if (!at || !isOpen(view)) return []
    return [
      {
        key: `case ${id}`,
        at,
        text: t(isLate ? 'cases.map.late' : 'cases.map.open'),
        label: [title, t(`cases.stage.${stage}`), isLate && t('cases.late')].filter(Boolean).join(DOT),
        state: `case${isLate ? ' late' : ''}${id === shown ? ' shown' : ''}`,
        ...(onPress && { onPress: () => onPress(id) }),
      },
    ]
  })
}

/** Map marks of a case's likely sources, with their numbers in the list. Without `onPress` they can't be pressed. */
export const likelyMarks = (
  likely: readonly (LikelyOnMap | null)[],
  onPress: ((source: SourceKey) => void) | null,
): readonly MapMark[] =>
  likely.flatMap((source, place) =>
    source === null
      ? []
      : [
          {
            key: `likely ${place}`,
            at: source.position,
            text: String(place + 1),
            label: `${place + 1} ${source.name}`,
            state: 'likely',
            ...(onPress && { onPress: () => onPress(sourceKey(source)) }),
          },
        ],
  )

/** Map mark of the case being opened, or of the place to which one is being moved. */
export const pinMark = (t: TFunction<'texts'>, at: Position): MapMark => ({
  ...{ key: 'case place', at, text: '', state: 'pin' },
  label: t('cases.form.place'),
})
