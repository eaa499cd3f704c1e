// node scripts/run.mjs ENTRY.ts [ARGS …]: bundles a TypeScript program of this project for Node and runs it.
import { bundleWithDigest } from './bundle.mjs'

const [, , entry, ...args] = process.argv
const { program, digest } = await bundleWithDigest(entry)
// Lets a program detect whether stored results were made by other code.
process.env.CHENTU_CODE = digest
process.argv = [process.argv[0], entry, ...args]
await import(program.href)
