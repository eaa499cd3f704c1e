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
 * How the page's code is split: what every start needs is one chunk, besides the few lines that start the page's worker
 * before it, and what the first screen shares with others is another. By default it would be split by its users into a
 * hundred files, and requesting them takes longer than reading what another screen does not need.
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
      name: (id, context) => (isOfScreen(id, context) ? 'shared' : null),
      debugName: 'shared',
      priority: 1,
      minShareCount: 2,
    },
  ]
}
