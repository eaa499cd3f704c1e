import type { layersZh } from './layers.zh-CN'

/** The same in English. */
export const layersEn: typeof layersZh = {
  layers: {
    title: 'Layers',
    sources: 'Sources',
    overdue: 'Overdue',
    total: 'All',
    other: 'Base and monitoring',
    dustfall: 'Monthly dustfall by county',
    points: 'Dustfall points',
    ring: 'Surroundings of the urban area',
    'in-order': 'Sources in order (small dots from afar)',
    opacity: 'Opacity',
    opacityOf: 'Opacity of {{layer}}',
    sourceOpacity: 'Symbols of sources',
    legend: 'Shape says the kind, colour the severity',
    provenance: 'Where the data comes from',
    dots: 'Small dots: other sources where symbols crowd',
  },
  ring: {
    title: '{{km}} km around the urban area',
    basis: { outline: 'from the outline', centre: 'from the city centre' },
    basisLabel: 'Measured',
    radius: 'Radius (km)',
    inside: '{{kind}} inside: {{count}}',
    stated: '{{count}} in the plan',
    inRing: 'Within the surroundings of the urban area, {{metres}} m from the edge',
    outRing: 'Outside the surroundings of the urban area, {{metres}} m from the edge',
  },
  map: {
    title: 'Map',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    attribution: 'Show attribution',
    metres: 'm',
    kilometres: 'km',
    north: 'N',
    noWebgl: 'The browser of this computer cannot show the map',
    noWebglHelp:
      'WebGL (graphics acceleration) is off; the data is safe, and ranking, lists and details work all the same. Turn it on in the browser’s settings and open the page again, or ask a technician.',
    legend: 'Dustfall t/(km²·month)',
    over: 'Hatched: over the limit',
    pinned: 'Dustfall {{month}}',
    yearOnYear: 'on the year',
    badge: {
      count: '{{count}} sources',
      overdue: '{{count}} overdue',
      failing: '{{count}} not met',
      press: 'press to zoom in',
    },
  },
}
