import type { nearZh } from './near.zh-CN'

/** The same in English. */
export const nearEn: typeof nearZh = {
  near: {
    title: 'Sources nearby',
    locate: 'Use my position',
    locating: 'Locating…',
    denied:
      'No position (not allowed, or not supported by the device). Enter coordinates, or tap your position on the map.',
    coordinates: 'lon,lat',
    go: 'Find',
    invalid: 'Enter “lon,lat”, for example 108.7089,34.3296',
    named: 'Enter “lon,lat” here; to find a place by name, use “Find by name” in the menu.',
    from: 'Distances from {{lon}}, {{lat}}',
    accuracy: 'accuracy ±{{metres}} m',
    worst: 'By severity',
    nearest: 'By distance',
    within: '{{km}} km',
    empty: 'No sources in this range',
    most: 'Only the nearest {{count}} are listed; choose a smaller range',
    km: 'km',
    metres: 'm',
    lastSeen: 'last checked {{day}}',
    neverSeen: 'never checked',
    stop: 'Stop locating',
    old: 'position from {{count}} min ago',
    doubt: {
      poor: 'Poor accuracy: up to {{metres}} m off; distances are approximate',
      jump: 'The position jumped suddenly and may be wrong; please check',
    },
    file: 'The browser does not provide the position to this file. Enter coordinates, or tap your position on the map; if you need the position, open Chentu at an https address.',
    insecure:
      'This address is not https (nor this device), so the browser provides no position. Tap your position on the map, or enter coordinates.',
    map: 'Map',
    tap: 'Tap my position on the map',
    tapCancel: 'Cancel',
    tapHelp: 'Tap your current position on the map',
    sun: 'Bright light',
    track: 'Record my track (on this device only)',
    trackLength: '{{km}} km walked today, {{count}} points',
    trackClear: 'Delete the track',
    direction: 'direction {{azimuth}}°',
  },
}
