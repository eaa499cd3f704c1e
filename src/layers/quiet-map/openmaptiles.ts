import { allOf, byClass, LINES, not, oneOf, POINTS, type RoadClass, type SchemaParts, SURFACES } from './schema-parts'

/** OpenMapTiles 3 (openmaptiles.org/schema): all residential streets are `minor`, names are in layers of their own. */
const ROADS: Readonly<Record<RoadClass, readonly string[]>> = {
  motorway: ['motorway'],
  trunk: ['trunk'],
  primary: ['primary'],
  secondary: ['secondary'],
  tertiary: ['tertiary'],
  minor: ['minor', 'busway'],
  service: ['service', 'track'],
  path: ['path'],
}

export const OPENMAPTILES: SchemaParts = {
  green: [
    { layer: 'landcover', filter: oneOf('class', ['wood', 'grass', 'wetland']) },
    { layer: 'landuse', filter: oneOf('class', ['cemetery', 'stadium', 'pitch', 'playground']) },
    { layer: 'park', filter: SURFACES },
  ],
  water: [{ layer: 'water', filter: allOf(SURFACES, not(oneOf('class', ['swimming_pool']))) }],
  rivers: [{ layer: 'waterway', filter: oneOf('class', ['river', 'canal']) }],
  streams: [{ layer: 'waterway', filter: oneOf('class', ['stream', 'drain', 'ditch']) }],
  buildings: [{ layer: 'building', filter: SURFACES }],
  railways: [
    { layer: 'transportation', filter: allOf(LINES, oneOf('class', ['rail']), not(oneOf('brunnel', ['tunnel']))) },
  ],
  roads: byClass(ROADS, (values) => ({ layer: 'transportation', filter: allOf(LINES, oneOf('class', values)) })),
  roadNames: byClass(ROADS, (values) => ({
    layer: 'transportation_name',
    filter: allOf(LINES, oneOf('class', values)),
  })),
  places: byClass(
    {
      city: ['city'],
      town: ['town'],
      suburb: ['suburb', 'borough'],
      village: ['village'],
      quarter: ['quarter', 'neighbourhood'],
      hamlet: ['hamlet', 'isolated_dwelling'],
    },
    (values) => ({ layer: 'place', filter: allOf(POINTS, oneOf('class', values)) }),
  ),
  lakeNames: [{ layer: 'water_name', filter: POINTS }],
  riverNames: [{ layer: 'waterway', filter: oneOf('class', ['river', 'canal']) }],
}
