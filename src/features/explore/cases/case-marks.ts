import type { TFunction } from 'i18next'
import type { Position } from '@/domain/geodesy/position'
import type { MapMark } from '@/map/instance/use-map-marks'
import type { LikelyOnMap } from '@/store/cases/case-panel'
import type { CaseView } from '@/store/cases/case-view'
import { type SourceKey, sourceKey } from '@/store/view/view'
import { DOT } from '@/ui/dot'

/** Whether work on a case goes on. */
const isOpen = ({ stage }: CaseView) => stage !== 'closed' && stage !== 'withdrawn'

/** How many open cases have no place that a map could show. */
export const withoutPlace = (cases: readonly CaseView[]): number =>
  cases.filter((view) => isOpen(view) && !view.opened?.position).length

/** Open cases that have a place, for the map: those that are late in a shape of their own. Without `onPress` nothing of them is pressed. */
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

/** Likely sources of a case by the numbers of its list. Without `onPress` nothing of them is pressed. */
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

/** Where the case is that is being opened. */
export const pinMark = (t: TFunction<'texts'>, at: Position): MapMark => ({
  ...{ key: 'case place', at, text: '', state: 'pin' },
  label: t('cases.form.place'),
})
