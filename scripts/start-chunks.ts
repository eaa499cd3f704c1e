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

/**
 * Rooms that know no screen and no state of the page: they import only each other. So do a few files that draw outlines and their
 * names, and those that write days and figures.
 */
const GROUND =
  /[\\/]src[\\/](?:(?:domain|io|questions|workspace|ledger)[\\/]|layers[\\/](?:county-shapes|border-lines|dustfall-scale|symbols|breach-marks)|map[\\/](?:drawing[\\/]ground-drawing|style[\\/]county-labels)|store[\\/]words[\\/](?:day-name|monitor-figures))/

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
  const isOfScreen = (id: string, context: Rolldown.ChunkingContext) =>
    !isBegun(id, context) && !ofPage(context).has(id) && ofScreen(context).has(id)
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
      // Files that are laid together by size may need each other, and then a constant is missing while the other begins. What
      // lists and schemas are made of stands in one file, which needs none of them.
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
