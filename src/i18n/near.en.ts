import type { nearZh } from './near.zh-CN'

/** The same in English. */
export const nearEn: typeof nearZh = {
  near: {
    title: 'Sources near me',
    locate: 'Use my position',
    locating: 'Locating…',
    denied: 'No position (not allowed, or the device has none). Type coordinates, or tap where you are on the map.',
    coordinates: 'lon,lat',
    go: 'Find',
    invalid: 'Type “lon,lat”, such as 108.7089,34.3296',
    from: 'Distances from {{lon}}, {{lat}}',
    accuracy: 'accuracy ±{{metres}} m',
    worst: 'By severity',
    nearest: 'By distance',
    within: '{{km}} km',
    empty: 'No source in this range',
    most: 'Only the nearest {{count}} are listed: choose a narrower range',
    km: 'km',
    metres: 'm',
    lastSeen: 'inspected {{day}}',
    neverSeen: 'never inspected',
    stop: 'Stop locating',
    old: 'position of {{count}} min ago',
    doubt: {
      poor: 'Poor position: up to {{metres}} m off, distances are a guide only',
      jump: 'The position jumped and may be wrong; please check',
    },
    file: 'The browser gives this file no position. Type coordinates, or tap where you are on the map; where a position is needed, open Chentu at an https address.',
    insecure:
      'This address is not https (nor this machine), so the browser gives no position. Tap where you are on the map, type coordinates, or search a known site and press “What is near here”.',
    map: 'Map',
    tap: 'Tap where I am',
    tapHelp: 'Tap the map where you are now',
    sun: 'Bright light',
    fromHere: 'What is near here',
    track: 'Keep my track (on this device only)',
    trackLength: '{{km}} km so far, {{count}} points',
    trackClear: 'Delete the track',
    direction: 'direction {{azimuth}}°',
  },
}
