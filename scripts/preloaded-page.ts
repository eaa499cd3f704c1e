import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

/** What the page's start imports, and that in turn. */
function needed(bundle: Rolldown.OutputBundle, name: string, found = new Set<string>()): Set<string> {
  const chunk = bundle[name]
  if (chunk?.type !== 'chunk' || found.has(name)) return found
  found.add(name)
  for (const each of chunk.imports) needed(bundle, each, found)
  return found
}

/**
 * Lets the browser ask for the code of `page` with the document, though the page's first script imports it only when it has
 * run: all of it comes at once, in the order in which it is needed.
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
