import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

/** Collects the chunks that a chunk imports, recursively. */
function needed(bundle: Rolldown.OutputBundle, name: string, found = new Set<string>()): Set<string> {
  const chunk = bundle[name]
  if (chunk?.type !== 'chunk' || found.has(name)) return found
  found.add(name)
  for (const each of chunk.imports) needed(bundle, each, found)
  return found
}

/**
 * Adds preload links for the code of `page`, which the page's first script imports only when it runs: all of it loads
 * at once, in the order in which it is needed.
 */
export const preloadedPage = (page: string): Plugin => ({
  name: 'preloaded-page',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const chunk = Object.values(bundle).find((each) => each.type === 'chunk' && each.facadeModuleId?.endsWith(page))
      if (!chunk) throw new Error(`no chunk of ${page}`)
      const chunks = [...needed(bundle, chunk.fileName)]
      const styles = new Set(
        chunks.flatMap((name) => {
          const each = bundle[name]
          return each?.type === 'chunk' ? [...(each.viteMetadata?.importedCss ?? [])] : []
        }),
      )
      const tag = (rel: string, path: string): HtmlTagDescriptor => ({
        tag: 'link',
        attrs: { rel, crossorigin: '', href: `./${path}` },
        injectTo: 'head',
      })
      return [
        ...[...styles].map((path) => tag('stylesheet', path)),
        ...chunks.filter((path) => !html.includes(path)).map((path) => tag('modulepreload', path)),
      ]
    },
  },
})
