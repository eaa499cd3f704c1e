import { allOf, byClass, LINES, not, oneOf, POINTS, type RoadClass, type SchemaParts, SURFACES } from './schema-parts'

/**
 * Shortbread 1 (shortbread-tiles.org/schema): `kind` contains OpenStreetMap's own values; railways are among the
 * streets.
 */
const ROADS: Readonly<Record<RoadClass, readonly string[]>> = {
  motorway: ['motorway'],
  trunk: ['trunk'],
  primary: ['primary'],
  secondary: ['secondary'],
  tertiary: ['tertiary'],
  minor: ['residential', 'unclassified', 'living_street', 'pedestrian', 'busway'],
  service: ['service', 'track'],
  path: ['path', 'footway', 'cycleway', 'steps'],
}

export const SHORTBREAD: SchemaParts = {
  green: [
    {
      layer: 'land',
      filter: oneOf('kind', [
        'forest',
        'park',
        'garden',
        'grass',
        'grassland',
        'meadow',
        'scrub',
        'heath',
        'cemetery',
        'grave_yard',
        'golf_course',
        'recreation_ground',
        'village_green',
        'orchard',
        'plant_nursery',
        'wet_meadow',
        'marsh',
        'swamp',
      ]),
    },
  ],
  water: [
    { layer: 'ocean', filter: SURFACES },
    { layer: 'water_polygons', filter: not(oneOf('kind', ['swimming_pool', 'glacier'])) },
  ],
  rivers: [{ layer: 'water_lines', filter: oneOf('kind', ['river', 'canal']) }],
  streams: [{ layer: 'water_lines', filter: oneOf('kind', ['stream', 'ditch']) }],
  buildings: [{ layer: 'buildings', filter: SURFACES }],
  railways: [
    {
      layer: 'streets',
      filter: allOf(LINES, oneOf('kind', ['rail', 'light_rail', 'narrow_gauge', 'monorail']), [
        '!=',
        ['get', 'tunnel'],
        true,
      ]),
    },
  ],
  roads: byClass(ROADS, (values) => ({ layer: 'streets', filter: allOf(LINES, oneOf('kind', values)) })),
  roadNames: byClass(ROADS, (values) => ({ layer: 'street_labels', filter: allOf(LINES, oneOf('kind', values)) })),
  places: byClass(
    {
      city: ['capital', 'state_capital', 'city'],
      town: ['town'],
      suburb: ['suburb'],
      village: ['village'],
      quarter: ['quarter', 'neighbourhood'],
      hamlet: ['hamlet', 'isolated_dwelling', 'farm', 'locality'],
    },
    (values) => ({ layer: 'place_labels', filter: allOf(POINTS, oneOf('kind', values)) }),
  ),
  lakeNames: [{ layer: 'water_polygons_labels', filter: POINTS }],
  riverNames: [{ layer: 'water_lines_labels', filter: oneOf('kind', ['river', 'canal']) }],
}
