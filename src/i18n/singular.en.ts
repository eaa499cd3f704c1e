/** English texts for a count of 1, by the key of the plural text with `_one`. */
export const singularEn = {
  frame: { count_one: '{{count}} source' },
  province: {
    over_one: '{{count}} county over',
    counties_one: '{{count}} county, {{over}} over',
    lacking: { title_one: '{{count}} city is not in the ranking of this month' },
  },
  trucks: {
    keptOf_one: '{{count}} truck by tracks that were imported here',
    summary_one: '{{month}}: {{count}} truck, tracks on {{days}} days, {{trips}} hauls, {{km}} km',
    overDays_one: '{{month}}: of tracks on {{count}} day ({{from}})',
    trips_one: '{{count}} haul',
    breaches_one: '{{count}} suspected breach',
    unlistedStops_one: '{{count}} stop at an unlisted place',
    truckCount_one: '{{count}} truck',
    stopCount_one: '{{count}} stop',
    dayCount_one: '{{count}} day',
    map: { vehicles_one: '{{count}} truck' },
  },
}
