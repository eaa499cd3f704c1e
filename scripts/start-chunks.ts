import type { Rolldown } from 'vite'

/** Every module statically imported by a page's script, recursively; without lazily loaded ones. */
function graphOf(page: string): (context: Rolldown.ChunkingContext) => ReadonlySet<string> {
  const graphs = new WeakMap<Rolldown.ChunkingContext, ReadonlySet<string>>()
  return (context) => {
    const known = graphs.get(context)
    if (known) return known
    const found = new Set<string>()
    const add = (id: string) => {
      if (found.has(id)) return
      found.add(id)
      for (const each of context.getModuleInfo(id)?.importedIds ?? []) add(each)
    }
    add(page)
    graphs.set(context, found)
    return found
  }
}

/**
 * Folders that know no screen and no page state and import only each other; plus a few files that draw outlines and
 * their names, and those that format days and figures.
 */
const GROUND =
  /[\\/]src[\\/](?:(?:domain|io|questions|workspace|ledger)[\\/]|layers[\\/](?:county-shapes|border-lines|dustfall-scale|symbols|breach-marks)|map[\\/](?:drawing[\\/]ground-drawing|style[\\/]county-labels)|store[\\/]words[\\/](?:day-name|monitor-figures))/

/** Smaller chunks are merged: requesting them costs more than loading them needlessly. */
const SMALL_BYTES = 20_000

/**
 * How the page's code is split: what every start needs is one chunk, besides the few lines that start the page's worker
 * before it. What the first screen shares with others is split by its users, but not too finely: by default there would
 * be a hundred files, and requesting them takes longer than reading them.
 */
export function startChunks(start: string, page: string, screen: string): Rolldown.CodeSplittingGroup[] {
  const [ofStart, ofPage, ofScreen] = [start, page, screen].map(graphOf) as [
    ReturnType<typeof graphOf>,
    ReturnType<typeof graphOf>,
    ReturnType<typeof graphOf>,
  ]
  const isBegun = (id: string, context: Rolldown.ChunkingContext) => ofStart(context).has(id)
  const isOfScreen = (id: string, context: Rolldown.ChunkingContext) =>
    !isBegun(id, context) && !ofPage(context).has(id) && ofScreen(context).has(id)
  return [
    {
      // Otherwise they would be merged into the page's chunk, which needs them too.
      name: (id, context) => (id !== start && isBegun(id, context) ? 'start' : null),
      debugName: 'start',
      priority: 3,
    },
    {
      name: (id, context) => (!isBegun(id, context) && ofPage(context).has(id) ? 'page' : null),
      debugName: 'page',
      priority: 2,
    },
    {
      // Chunks merged by size may import each other, and then a constant is undefined while the other one is evaluated.
      // What lists and schemas are built from is in one chunk that imports none of them.
      name: (id, context) => (isOfScreen(id, context) && GROUND.test(id) ? 'ground' : null),
      debugName: 'ground',
      priority: 2,
      minShareCount: 2,
    },
    {
      name: (id, context) => (isOfScreen(id, context) ? 'shared' : null),
      debugName: 'shared',
      priority: 1,
      minShareCount: 2,
      entriesAware: true,
      entriesAwareMergeThreshold: SMALL_BYTES,
    },
  ]
}
