import { writeSection } from '../bench/section'
import { fuzzKills } from './kills'
import { fuzzWindows } from './windows'

const SEED = 20221031
const count = Number(process.argv[3] ?? 200)
const begun = performance.now()
const report =
  process.argv[2] === 'kills'
    ? await fuzzKills({ count, seed: SEED })
    : await fuzzWindows({ count, seed: SEED, commands: 8 })
console.log(JSON.stringify(report, null, 1), (performance.now() - begun) / 1000)
void writeSection
