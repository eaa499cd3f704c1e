import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const OUT_DIR = 'node_modules/.cache/chentu'

/** Bundles a TypeScript program of this project for Node; the address of what may be imported or run in a thread. */
export const bundle = async (entry) => (await bundleWithDigest(entry)).program

/**
 * The same, with a digest of the program, of all that it imports and of the libraries that are installed: another where what it
 * computes may be another.
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
    // The program's own data files keep their place beside the source.
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
