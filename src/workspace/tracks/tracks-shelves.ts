import { TracksShelf } from '@/io/tracks/tracks-shelf'

const shelves = new Map<string, TracksShelf>()

/** The store of tracks in this browser under a name; one instance per name, which stays open. */
export function tracksShelf(name: string): TracksShelf {
  const shelf = shelves.get(name) ?? new TracksShelf(name)
  shelves.set(name, shelf)
  return shelf
}
