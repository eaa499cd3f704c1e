import type { TFunction } from 'i18next'
import { searchedRing } from '@/domain/cases/searched-ring'
import type { StopState } from '@/domain/field/round-order'
import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import type { MapMark } from '@/map/instance/use-map-marks'
import { DOT } from '@/ui/dot'
import type { PlacedTask } from './use-case-tasks'

/** How a case stands among the stops: nobody is done with it before the report. */
export const caseStates = (tasks: readonly PlacedTask[]): readonly { readonly state: StopState }[] =>
  tasks.map(({ reported }) => ({ state: reported ? 'done' : 'open' }))

/** How a case stands here, in a word. */
export const taskText = (t: TFunction<'texts'>, { arrived, reported }: Pick<PlacedTask, 'arrived' | 'reported'>) =>
  t(reported ? 'cases.field.isReported' : arrived ? 'cases.field.isArrived' : 'cases.field.isOpen')

/** A mark that is nearer to another than this lies on it wherever a team looks. */
const SAME_METRES = 30

/** The places of cases for the field's map, in the desk's own shape for cases, beside the stop that is at the same place; a press brings its text. */
export function caseTaskMarks(
  t: TFunction<'texts'>,
  tasks: readonly PlacedTask[],
  stops: readonly Position[],
  onPress: (id: string) => void,
): readonly MapMark[] {
  const isBeside = ({ of }: PlacedTask) => stops.some((stop) => distanceMetres(stop, of.position) < SAME_METRES)
  return tasks.map((task) => ({
    key: `case ${task.of.id}`,
    at: task.of.position,
    text: t('cases.map.open'),
    label: [t('cases.field.place', { title: task.of.title }), taskText(t, task)].join(DOT),
    state: ['case', task.reported && 'reported', isBeside(task) && 'beside'].filter(Boolean).join(' '),
    onPress: () => onPress(task.of.id),
  }))
}

/**
 * Where the cause of cases that are still to be reported is to be looked for, as closed rings: the sector that the wind of the hour
 * came from, or all around where nobody knows it or the air was calm. None of a case of which the desk did not say how far.
 */
export const searchedAround = (tasks: readonly PlacedTask[]): readonly (readonly Position[])[] =>
  tasks.flatMap(({ of: { position, wind, reachMetres }, reported }) => {
    if (reported || reachMetres === undefined) return []
    return [searchedRing(position, wind ?? null, reachMetres)]
  })
