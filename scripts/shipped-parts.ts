import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import type { Plugin } from 'vite'

/** File listing the folders of the packages that the last build took code from, in order. */
export const PARTS_FILE = 'node_modules/.cache/chentu/parts.json'

/** Modules that the bundler itself adds, by prefix. */
const OF_BUNDLER = { '\0vite/': 'node_modules/vite', '\0rolldown/': 'node_modules/rolldown' } as const

/**
 * Folder of the package a module belongs to, relative to the project; null for the app's own modules. A package may
 * contain copies of others without manifests: such a copy counts as the installed package if there is one, else as part
 * of the containing package.
 */
export function packageFolder(module: string, root: string, isThere: (manifest: string) => boolean): string | null {
  for (const [begin, folder] of Object.entries(OF_BUNDLER)) if (module.startsWith(begin)) return folder
  const path = relative(root, module.replace(/^\0/, '').replace(/\?.*$/s, '')).replaceAll('\\', '/')
  const folders = [...path.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].map(({ 0: found, 1: name, index }) => ({
    folder: path.slice(0, index + found.length),
    installed: `node_modules/${name}`,
  }))
  for (const { folder, installed } of folders.reverse())
    for (const each of [folder, installed]) if (isThere(`${each}/package.json`)) return each
  return null
}

/** Workers are built separately, each with its own plugin instance; all share this list. */
const folders = new Set<string>()

/** Records which packages are in the built app, for its licences and its bill of materials. */
export function shippedParts(): Plugin {
  let isServer = false
  let root = process.cwd()
  return {
    name: 'shipped-parts',
    apply: 'build',
    configResolved(config) {
      isServer = Boolean(config.build.ssr)
      root = config.root
    },
    generateBundle(_, bundle) {
      for (const each of Object.values(bundle)) {
        if (each.type !== 'chunk') continue
        for (const [module, { renderedLength }] of Object.entries(each.modules)) {
          const folder = packageFolder(module, root, existsSync)
          // A style sheet leaves no code in a chunk.
          if (folder && (renderedLength > 0 || /\.css(?:\?|$)/.test(module))) folders.add(folder)
        }
      }
    },
    closeBundle() {
      if (isServer) return
      mkdirSync(dirname(PARTS_FILE), { recursive: true })
      writeFileSync(PARTS_FILE, JSON.stringify([...folders].sort(), null, 2))
    },
  }
}
