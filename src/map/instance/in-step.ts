import type { LiveMap, MapMove } from '@/map/engine/live-map'

/** Marks a move of a map that only follows another one: it comes to rest when that one does. */
const FOLLOWING = { following: true } as const

const isFollowing = (event: object) => 'following' in event

/** Calls whenever a map comes to rest, once for a whole move that it follows. Returns what ends it. */
export function onMoveEnd(map: LiveMap, handler: (event: MapMove) => void): () => void {
  const moved = map.on('moveend', (event) => {
    if (!isFollowing(event)) handler(event)
  })
  return () => moved.unsubscribe()
}

/**
 * Keeps two maps at one camera, whichever of them is moved. The second tells the first when it has come to rest, so that the first
 * knows of each move as if it had been made on it. Returns what ends it.
 */
export function keepInStep(first: LiveMap, second: LiveMap): () => void {
  const follow = (leader: LiveMap, follower: LiveMap) =>
    leader.on('move', (event) => {
      if (isFollowing(event)) return
      const { originalEvent } = event
      follower.jumpTo(
        {
          center: leader.getCenter(),
          zoom: leader.getZoom(),
          padding: leader.getPadding(),
        },
        { ...FOLLOWING, ...(originalEvent !== undefined && { originalEvent }) },
      )
    })
  const subscriptions = [
    follow(first, second),
    follow(second, first),
    second.on('moveend', (event) => {
      if (!isFollowing(event)) first.sayRest()
    }),
  ]
  return () => {
    for (const each of subscriptions) each.unsubscribe()
  }
}
