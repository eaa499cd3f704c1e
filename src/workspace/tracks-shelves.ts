import { TracksShelf } from '@/io/tracks/tracks-shelf'

const shelves = new Map<string, TracksShelf>()

/** What this browser keeps of tracks under a name; of each name one, which stays open. */
export function tracksShelf(name: string): TracksShelf {
  const shelf = shelves.get(name) ?? new TracksShelf(name)
  shelves.set(name, shelf)
  return shelf
}
