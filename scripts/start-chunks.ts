import type { Rolldown } from 'vite'

/** Every module statically imported by some modules, recursively, and these; without lazily loaded ones. */
function graphOf(
  roots: (context: Rolldown.ChunkingContext) => readonly string[],
): (context: Rolldown.ChunkingContext) => ReadonlySet<string> {
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
    for (const root of roots(context)) add(root)
    graphs.set(context, found)
    return found
  }
}

/** What other screens may use too is not in the chunk of the panels. */
const PANEL = /[\\/]src[\\/]features[\\/]explore[\\/]/

/**
 * How the page's code is split: what every start needs is one chunk, besides the few lines that start the page's worker
 * before it; what the first screen shares with others is another, and the panels that it loads later are a third. By
 * default it would be split by its users into a hundred files, and requesting them takes longer than reading what another
 * screen does not need.
 */
export function startChunks(
  start: string,
  page: string,
  screen: string,
  panels: string,
): Rolldown.CodeSplittingGroup[] {
  const [ofStart, ofPage, ofScreen] = [graphOf(() => [start]), graphOf(() => [page]), graphOf(() => [screen])]
  const ofPanels = graphOf((context) => context.getModuleInfo(panels)?.dynamicallyImportedIds ?? [])
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
    {
      // They are loaded one after the other as soon as the first screen stands.
      name: (id, context) =>
        PANEL.test(id) && ofPanels(context).has(id) && !ofPage(context).has(id) && !ofScreen(context).has(id)
          ? 'panels'
          : null,
      debugName: 'panels',
      priority: 1,
      includeDependenciesRecursively: false,
    },
  ]
}
