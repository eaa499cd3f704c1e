import type { Rolldown } from 'vite'

/** Every module that a page's script imports, and those that these import in turn; not what is loaded later. */
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

/** The subject itself imports nothing but itself. */
const isDomain = (id: string) => id.includes('/src/domain/')

/** So small a piece is laid to its neighbour: to ask for it costs more than to have it for nothing. */
const SMALL_BYTES = 20_000

/**
 * How the code of the page is cut: what every start needs is one file, beside the few lines that start the page's thread before
 * it. What the first screen shares with others is cut by who needs it, but into no crumbs: left alone it is a hundred files, and
 * to ask for them takes longer than to read them.
 */
export function startChunks(start: string, page: string, screen: string): Rolldown.CodeSplittingGroup[] {
  const [ofStart, ofPage, ofScreen] = [start, page, screen].map(graphOf) as [
    ReturnType<typeof graphOf>,
    ReturnType<typeof graphOf>,
    ReturnType<typeof graphOf>,
  ]
  const isBegun = (id: string, context: Rolldown.ChunkingContext) => ofStart(context).has(id)
  return [
    {
      // Else they would be taken for a part of the page, which needs them too.
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
      // Two pieces that import each other find the other's constants undefined at the start: what all of them import is one piece.
      name: (id, context) =>
        isDomain(id) && !isBegun(id, context) && !ofPage(context).has(id) && ofScreen(context).has(id)
          ? 'domain'
          : null,
      debugName: 'domain',
      priority: 2,
    },
    {
      name: (id, context) =>
        !isBegun(id, context) && !ofPage(context).has(id) && ofScreen(context).has(id) ? 'shared' : null,
      debugName: 'shared',
      priority: 1,
      minShareCount: 2,
      entriesAware: true,
      entriesAwareMergeThreshold: SMALL_BYTES,
    },
  ]
}
