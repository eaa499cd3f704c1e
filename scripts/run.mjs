// node scripts/run.mjs ENTRY.ts [ARGS …]: bundles a TypeScript program of this project for Node and runs it.
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const [, , entry, ...args] = process.argv
const outDir = 'node_modules/.cache/chentu'
await build({
  configFile: 'vite.config.ts',
  logLevel: 'warn',
  publicDir: false,
  build: { ssr: entry, outDir, emptyOutDir: false, rolldownOptions: { output: { entryFileNames: '[name].mjs' } } },
  // The program's own data files keep their place beside the source.
  define: { 'import.meta.url': JSON.stringify(pathToFileURL(entry).href) },
})
process.argv = [process.argv[0], entry, ...args]
await import(pathToFileURL(`${outDir}/${entry.split('/').at(-1).replace(/\.ts$/, '.mjs')}`).href)
