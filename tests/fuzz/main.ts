import { writeSection } from '../bench/section'
import { fuzzKills } from './kills'

const SEED = 20221031
const count = Number(process.argv[3] ?? 200)
const begun = performance.now()
const report = await fuzzKills({ count, seed: SEED })
console.log(JSON.stringify(report, null, 1), (performance.now() - begun) / 1000)
void writeSection
