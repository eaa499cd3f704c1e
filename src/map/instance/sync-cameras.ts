import type { LiveMap, MapMove } from '@/map/engine/live-map'

/** Marks a move of a map that only follows another one; it ends when the other's move ends. */
const FOLLOWING = { following: true } as const

const isFollowing = (event: object) => 'following' in event

/**
 * Calls the handler when a map comes to rest, ignoring moves that only follow another map. Returns a function that ends
 * it.
 */
export function onMoveEnd(map: LiveMap, handler: (event: MapMove) => void): () => void {
  const moved = map.on('moveend', (event) => {
    if (!isFollowing(event)) handler(event)
  })
  return () => moved.unsubscribe()
}

/**
 * Keeps two maps at one camera, whichever is moved. When the second comes to rest it makes the first fire `moveend`, so
 * that the first reports every move as its own. Returns a function that ends it.
 */
export function syncCameras(first: LiveMap, second: LiveMap): () => void {
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
      if (!isFollowing(event)) first.fireMoveEnd()
    }),
  ]
  return () => {
    for (const each of subscriptions) each.unsubscribe()
  }
}
