import type { Point } from 'geojson'
import type { Surface } from '@/domain/geodesy/area-index'
import type { Position } from '@/domain/geodesy/position'
import { placeInRing, type RingBasis, type RingPlace, ringAround } from '@/domain/geodesy/ring'
import { indexRing, ringMembers } from '@/domain/geodesy/ring-members'
import { isTaskList } from '@/domain/sources/kinds/kind'
import { RING_SIDES } from '@/domain/sources/view/filters'
import { cacheLast } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'
import { countGrades } from '@/questions/shown/shown-grades'

/** Parameters of a ring around the city. */
export interface RingChoice {
  readonly basis: RingBasis
  readonly radiusMetres: number
}

/** A ring, with the number of sources in it by grade, over the kinds that the ring applies to. */
export interface RingState extends RingChoice {
  readonly members: ReadonlyMap<string, number>
}

function coreOf({ pack: { builtUpArea, settings } }: OpenedPackage, basis: RingBasis): Point | Surface {
  return basis === 'outline' && builtUpArea ? builtUpArea : { type: 'Point', coordinates: [...settings.centre] }
}

const ringOf = (opened: OpenedPackage, { basis, radiusMetres }: RingChoice) =>
  ringAround(coreOf(opened, basis), radiusMetres)

/**
 * The built-up area does not change with the sources, and building its index takes longer than testing ten thousand
 * sources.
 */
const indexAround = cacheLast((core: Point | Surface, radiusMetres: number) =>
  indexRing(ringAround(core, radiusMetres)),
)

/** Side of what has no position by nature: figures of a county as a whole, and tasks of the plan. */
const NOWHERE = RING_SIDES.length
const [INSIDE, UNPLACED] = [RING_SIDES.indexOf('inside'), RING_SIDES.indexOf('unplaced')]

/** For each source, the index of its side in {@link RING_SIDES}; {@link NOWHERE} if it has no position by nature. */
export function sourcesInRing(opened: OpenedPackage, choice: RingChoice): Uint8Array {
  const { lons, lats, inventory } = opened
  const members = ringMembers(lons, lats, indexAround(coreOf(opened, choice.basis), choice.radiusMetres))
  for (const { schema, first, table } of inventory.kinds) {
    const without = schema.place === 'county' || isTaskList(schema) ? NOWHERE : UNPLACED
    for (let source = first; source < first + table.length; source++)
      if (Number.isNaN(lons[source]!) || Number.isNaN(lats[source]!)) members[source] = without
  }
  return members
}

/** Sources in a ring by grade; `members` from {@link sourcesInRing}. */
export const ringState = (opened: OpenedPackage, choice: RingChoice, members: Uint8Array): RingState => ({
  basis: choice.basis,
  radiusMetres: choice.radiusMetres,
  members: countGrades(
    opened.inventory.kinds.filter(({ schema }) => schema.ring),
    (source) => members[source] === INSIDE,
  ),
})

/** A ring as a surface, for drawing; loads the polygon code at the first call. */
export async function surfaceOfRing(opened: OpenedPackage, { basis, radiusMetres }: RingChoice): Promise<Surface> {
  const { ringSurface } = await import('@/domain/geodesy/ring-polygon')
  return ringSurface(coreOf(opened, basis), radiusMetres)
}

/** Whether a position is inside a ring. */
export const placeTowardsRing = (opened: OpenedPackage, choice: RingChoice, position: Position): RingPlace =>
  placeInRing(position, ringOf(opened, choice))
