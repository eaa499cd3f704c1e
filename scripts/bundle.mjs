import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const OUT_DIR = 'node_modules/.cache/chentu'

/** Bundles a TypeScript program of this project for Node; returns a URL to import or run in a thread. */
export const bundle = async (entry) => (await bundleWithDigest(entry)).program

/**
 * The same, with a digest of the program, everything it imports and the installed libraries: it changes whenever
 * results may differ.
 */
export async function bundleWithDigest(entry) {
  const { output } = await build({
    configFile: 'vite.config.ts',
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: entry,
      outDir: OUT_DIR,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
    },
    // Keeps paths to the program's own data files relative to its source.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(entry).href) },
  })
  const digest = createHash('sha256').update(readFileSync('package-lock.json'))
  const chunks = output.filter(({ type }) => type === 'chunk').sort((a, b) => (a.fileName < b.fileName ? -1 : 1))
  for (const { code } of chunks) digest.update(code)
  return {
    program: pathToFileURL(`${OUT_DIR}/${entry.split('/').at(-1).replace(/\.ts$/, '.mjs')}`),
    digest: digest.digest('hex').slice(0, 16),
  }
}
