import type { Layer } from '@deck.gl/core'
import { TripsLayer } from '@deck.gl/geo-layers'
import { ScatterplotLayer } from '@deck.gl/layers'
import { rgb } from './palette'
import { type TrackHead, type TrackInput, type TrackPaths, trackHeads } from './track-paths'

/** A day of paths as data for deck.gl; cached, since playback draws it repeatedly. */
const made = new WeakMap<TrackPaths, object>()

function dataOf(paths: TrackPaths): object {
  const known = made.get(paths)
  if (known) return known
  const { starts, second, lon, lat } = paths
  const at = new Float64Array(lon.length * 2)
  for (let row = 0; row < lon.length; row++) {
    at[2 * row] = lon[row]!
    at[2 * row + 1] = lat[row]!
  }
  const data = {
    length: starts.length - 1,
    startIndices: starts,
    attributes: {
      getPath: { value: at, size: 2 },
      getTimestamps: { value: Float32Array.from(second), size: 1 },
    },
  }
  made.set(paths, data)
  return data
}

/** Trails of trucks, with the trucks at their ends. */
export function trackLayers({ paths, at, trail, colours }: TrackInput): Layer[] {
  return [
    new TripsLayer({
      id: 'trails',
      data: dataOf(paths) as never,
      _pathType: 'open',
      positionFormat: 'XY',
      currentTime: at,
      trailLength: trail,
      getColor: rgb(colours.trail),
      widthUnits: 'pixels',
      getWidth: 3,
      capRounded: true,
      jointRounded: true,
    }),
    new ScatterplotLayer<TrackHead>({
      id: 'trucks',
      data: trackHeads(paths, at),
      getPosition: (head) => head.at,
      getFillColor: (head) => rgb(head.isLoaded ? colours.loaded : colours.empty),
      getLineColor: [255, 255, 255],
      stroked: true,
      radiusUnits: 'pixels',
      getRadius: 5,
      lineWidthUnits: 'pixels',
      getLineWidth: 1,
    }),
  ]
}
