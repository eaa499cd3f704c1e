import type { TFunction } from 'i18next'
import { searchedRing } from '@/domain/cases/searched-ring'
import type { StopState } from '@/domain/field/round-order'
import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import type { MapMark } from '@/map/instance/use-map-marks'
import { DOT } from '@/ui/dot'
import type { PlacedTask } from './use-case-tasks'

/** States of cases as stops: a case is not done before it is reported. */
export const caseStates = (tasks: readonly PlacedTask[]): readonly { readonly state: StopState }[] =>
  tasks.map(({ reported }) => ({ state: reported ? 'done' : 'open' }))

/** State of a case on this tablet, in a word. */
export const taskText = (t: TFunction<'texts'>, { arrived, reported }: Pick<PlacedTask, 'arrived' | 'reported'>) =>
  t(reported ? 'cases.field.isReported' : arrived ? 'cases.field.isArrived' : 'cases.field.isOpen')

/** Marks nearer to each other than this overlap at any zoom that teams use. */
const SAME_METRES = 30

/**
 * Marks of cases for the field map, in the desk's case symbol, moved aside if a stop is at the same place. Pressing one
 * shows the case's text.
 */
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
 * Areas in which to look for the cause of unreported cases, as closed rings: the sector from which the wind blew at
 * that hour, or a full circle if the wind is unknown or was calm. None for a case without a search distance from the
 * desk.
 */
export const searchedAround = (tasks: readonly PlacedTask[]): readonly (readonly Position[])[] =>
  tasks.flatMap(({ of: { position, wind, reachMetres }, reported }) => {
    if (reported || reachMetres === undefined) return []
    return [searchedRing(position, wind ?? null, reachMetres)]
  })
