import { allOf, byClass, LINES, not, oneOf, POINTS, type RoadClass, type SchemaParts, SURFACES } from './schema-parts'

/**
 * Protomaps basemap, version 4 (docs.protomaps.com/basemaps/layers): `kind_detail` contains OpenStreetMap's own
 * values.
 */
const ROADS: Readonly<Record<RoadClass, readonly string[]>> = {
  motorway: ['motorway', 'motorway_link'],
  trunk: ['trunk', 'trunk_link'],
  primary: ['primary', 'primary_link'],
  secondary: ['secondary', 'secondary_link'],
  tertiary: ['tertiary', 'tertiary_link'],
  minor: ['residential', 'unclassified', 'living_street', 'road', 'pedestrian'],
  service: ['service', 'track'],
  path: ['path', 'footway', 'cycleway', 'steps', 'bridleway'],
}
const PLACE = ['kind_detail', 'kind']

export const PROTOMAPS: SchemaParts = {
  green: [
    {
      layer: 'landuse',
      filter: oneOf('kind', [
        'park',
        'forest',
        'wood',
        'grass',
        'grassland',
        'scrub',
        'meadow',
        'garden',
        'cemetery',
        'golf_course',
        'national_park',
        'nature_reserve',
        'protected_area',
        'recreation_ground',
        'village_green',
        'orchard',
        'wetland',
      ]),
    },
  ],
  water: [{ layer: 'water', filter: allOf(SURFACES, not(oneOf('kind', ['swimming_pool', 'fountain']))) }],
  rivers: [{ layer: 'water', filter: allOf(LINES, oneOf('kind', ['river', 'canal'])) }],
  streams: [{ layer: 'water', filter: allOf(LINES, oneOf('kind', ['stream', 'ditch', 'drain'])) }],
  buildings: [{ layer: 'buildings', filter: oneOf('kind', ['building']) }],
  railways: [
    {
      layer: 'roads',
      filter: allOf(
        LINES,
        oneOf('kind', ['rail']),
        not(oneOf('kind_detail', ['subway', 'tram'])),
        not(['has', 'is_tunnel']),
      ),
    },
  ],
  roads: byClass(ROADS, (values) => ({ layer: 'roads', filter: allOf(LINES, oneOf('kind_detail', values)) })),
  roadNames: byClass(ROADS, (values) => ({ layer: 'roads', filter: allOf(LINES, oneOf('kind_detail', values)) })),
  places: byClass(
    {
      city: ['city'],
      town: ['town'],
      suburb: ['suburb'],
      village: ['village'],
      quarter: ['quarter', 'neighbourhood', 'macrohood'],
      hamlet: ['hamlet', 'isolated_dwelling', 'farm'],
    },
    (values) => ({ layer: 'places', filter: allOf(POINTS, oneOf(PLACE, values)) }),
  ),
  lakeNames: [{ layer: 'water', filter: POINTS }],
  riverNames: [{ layer: 'water', filter: allOf(LINES, oneOf('kind', ['river', 'canal'])) }],
}
