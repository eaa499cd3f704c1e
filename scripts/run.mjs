// node scripts/run.mjs ENTRY.ts [ARGS …]: bundles a TypeScript program of this project for Node and runs it.
import { bundled } from './bundled.mjs'

const [, , entry, ...args] = process.argv
const program = await bundled(entry)
process.argv = [process.argv[0], entry, ...args]
await import(program.href)
