import { mkdirSync, writeFileSync } from 'node:fs'
import { packSingle } from './pack'

const page = await packSingle('dist')
mkdirSync('release', { recursive: true })
writeFileSync('release/chentu.html', page)
console.log(`release/chentu.html: ${(page.length / 1e6).toFixed(1)} MB`)
