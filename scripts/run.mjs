// node scripts/run.mjs ENTRY.ts [ARGS …]: bundles a TypeScript program of this project for Node and runs it.
import { bundle } from './bundle.mjs'

const [, , entry, ...args] = process.argv
const program = await bundle(entry)
process.argv = [process.argv[0], entry, ...args]
await import(program.href)
