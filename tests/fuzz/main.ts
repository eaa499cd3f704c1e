// npm run fuzz [CAMPAIGN] [COUNT] [-- --write]: tries at random to make the app crash, lose or corrupt something.
// Without a campaign all of them run, each with a modest count. --write puts the figures into BENCHMARKS.md. The exit
// code is 1 if anything was lost.
import { writeSection } from '../bench/section'
import { fuzzKills } from './kills'
import { fuzzReaders } from './readers'
import { fuzzWindows } from './windows'

/** Gives the same acts at the same times in every run. */
const SEED = 20221031

/** The result of a campaign, for people. */
interface Outcome {
  /** Markdown. */
  readonly lines: readonly string[]
  /** What was lost or corrupted, one line each. */
  readonly losses: readonly string[]
}

interface Campaign {
  readonly heading: string
  /** The number of kills or stories without a number on the command line: takes some minutes. */
  readonly count: number
  run(count: number): Promise<Outcome>
}

const CAMPAIGNS: Readonly<Record<string, Campaign>> = {
  readers: {
    heading: 'Broken files',
    count: 2000,
    async run(count) {
      const { tried, figures, faults } = await fuzzReaders({ count, seed: SEED })
      const lines = [
        `${tried} files of every kind that is read, each broken by chance (bits, lengths, pieces of others, members of archives, entities), each read in a worker with 512 MB. ${faults.length} broke a promise: the reader died, was late (10 s a megabyte), heard a cancel after more than 100 ms, or took what a hash or a signature stood against.`,
        ...faults.map((fault) => `- ${fault}`),
        '',
        '| what | figure |',
        '| --- | --- |',
        ...Object.entries(figures).map(([what, figure]) => `| ${what} | ${figure} |`),
      ]
      return { lines, losses: faults }
    },
  },
  kills: {
    heading: 'Killed at the desk',
    count: 100,
    async run(count) {
      const { acts, lost, torn } = await fuzzKills({ count, seed: SEED })
      const lines = [
        `${count} kills of the browser's process at moments spread over the whole of each act, a little beyond its end. The profile is then opened anew: what was said to be done is there; the version in force, and every other, has all its files with their hashes; chains and photos of the records are whole; a receipt names only what is on the disk; the app starts offline after an update. ${lost.length} lost, ${torn.length} torn.`,
        '',
        '| act | takes about, ms | kills | ended and said before the kill |',
        '| --- | --- | --- | --- |',
        ...acts.map(({ act, ms, kills, said }) => `| ${act} | ${ms} | ${kills} | ${said} |`),
      ]
      return { lines, losses: [...lost, ...torn] }
    },
  },
  windows: {
    heading: 'Two windows at once',
    count: 20,
    async run(count) {
      const { runs, commands, acts, losses } = await fuzzWindows({ count, seed: SEED, commands: 16 })
      const lines = [
        `${runs} stories of ${commands} acts in two windows of one browser, alone or both at once; after each, all that any window was told to be so is held against the disk. ${losses.length === 0 ? 'Nothing was lost without a word.' : `Lost: ${losses.join(' — ')}`}`,
        '',
        '| act | done | refused with a word, or not offered |',
        '| --- | --- | --- |',
        ...Object.entries(acts).map(([act, { done, not }]) => `| ${act} | ${done} | ${not} |`),
      ]
      return { lines, losses }
    },
  },
}

const args = process.argv.slice(2).filter((arg) => arg !== '--write')
const [only, wanted] = args
const chosen = Object.entries(CAMPAIGNS).filter(([name]) => only === undefined || name === only)
if (chosen.length === 0) throw new Error(`there is no campaign ${only}: ${Object.keys(CAMPAIGNS).join(', ')}`)
let failed = false
for (const [name, { heading, count, run }] of chosen) {
  const begun = performance.now()
  const { lines, losses } = await run(wanted === undefined ? count : Number(wanted))
  if (process.argv.includes('--write')) writeSection(`## ${heading} (\`npm run fuzz ${name}\`)`, lines)
  else console.log([`## ${heading}`, '', ...lines].join('\n'))
  for (const loss of losses) console.error(loss)
  console.log(`${name}: ${losses.length} lost or torn, ${Math.round((performance.now() - begun) / 1000)} s`)
  failed ||= losses.length > 0
}
process.exit(failed ? 1 : 0)
