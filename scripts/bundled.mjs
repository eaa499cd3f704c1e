import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const OUT = 'node_modules/.cache/chentu'

/** Bundles a TypeScript program of this project for Node; its address. */
export async function bundled(entry) {
  await build({
    configFile: 'vite.config.ts',
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: entry,
      outDir: OUT,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
    },
    // The program's own data files keep their place beside the source.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(entry).href) },
  })
  return pathToFileURL(`${OUT}/${entry.split('/').at(-1).replace(/\.ts$/, '.mjs')}`)
}
