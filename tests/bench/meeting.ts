import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Connect } from 'vite'
import { launch, openPage, serve } from '../browser/chromium'
import { servingLargeCity } from '../fixtures/large-city'
import { nextPicture, watchPages } from './painted'
import { rehearse } from './rehearsal'
import { writeSection } from './section'
import { workOf } from './work'

// npm run bench:meeting [-- --minutes 6] [--write]: how fast scenes appear on a wall display of 3840 × 2160 without a
// graphics card, and whether a meeting in real time leaks memory.
const { values: given } = parseArgs({
  options: { minutes: { type: 'string', default: '45' }, write: { type: 'boolean', default: false } },
})
const WALL = { width: 3840, height: 2160 }
const ROUNDS = 5
/** Number of rounds whose processor work is traced. */
const TRACED = 3
/** Maximum time for a change of scene, in ms. */
const GOAL_MS = 100

type Times = ReadonlyMap<string, readonly number[]>

/**
 * Milliseconds for each scene and step on the large wall display, and for the first picture from a cold start; the
 * first round is not measured.
 */
async function sceneChanges(
  first?: Connect.NextHandleFunction,
): Promise<{ readonly cold: number; readonly times: Times; readonly work: Times }> {
  const own = await serve('dist', first)
  const browser = await launch()
  const { page, context } = await openPage(browser, own.origin, { webgl: false, viewport: WALL })
  await watchPages(context)
  const begun = performance.now()
  await page.goto(`${own.origin}#/meeting`)
  await page.locator('section[data-scene]').waitFor()
  const cold = performance.now() - begun
  const times = new Map<string, number[]>()
  const start = (await nextPicture(page)).picture
  while ((await nextPicture(page)).picture !== start);
  for (let round = 0; round < ROUNDS; round++)
    for (let now = ''; now !== start; ) {
      const { picture, ms } = await nextPicture(page)
      times.set(picture, [...(times.get(picture) ?? []), ms])
      now = picture
    }
  const work = new Map<string, number[]>()
  for (let round = 0; round < TRACED; round++)
    for (let now = ''; now !== start; ) {
      const ms = await workOf(browser, async () => {
        const next = await nextPicture(page)
        now = next.picture
        return next.ms
      })
      work.set(now, [...(work.get(now) ?? []), ms])
    }
  await browser.close()
  await own.close()
  return { cold, times, work }
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const cell = (values: readonly number[] = []) => (values.length === 0 ? '—' : median(values).toFixed(0))

const usual = await sceneChanges()
const large = await sceneChanges(servingLargeCity())
const meeting = await rehearse(Number(given.minutes))
const most = (of: (changes: typeof usual) => Times) =>
  Math.max(...[usual, large].flatMap((each) => [...of(each).values()].map(median))).toFixed(0)
const [atStart, atEnd] = [meeting.held[0]!, meeting.held.at(-1)!]
const [speakerStart, speakerEnd] = meeting.speaker
const { frames } = meeting
const held = ({ heap, nodes, listeners }: Omit<typeof atStart, 'minute'>) =>
  `${heap.toFixed(1)} | ${nodes} | ${listeners}`
const lines = [
  `On a wall of ${WALL.width} × ${WALL.height} without a graphics card and without WebGL. *Work*: milliseconds of the processor from the key to the painted picture (Chromium's trace; painting by two threads), which is what a machine takes that does nothing else; goal: at most ${GOAL_MS}, the most is ${most(({ work }) => work)}. *Waited*: as the browser measures the key (Event Timing, steps of 8 ms) on this machine, of ${cpus().length} cores with a load of ${loadavg()[0]!.toFixed(0)}, after a first round. First scene from a cold start: ${usual.cold.toFixed(0)} ms, of the large city ${large.cold.toFixed(0)} ms.`,
  '',
  '| scene, step | 13 counties, 24 months: work | waited | 30 counties, 36 months: work | waited |',
  '| --- | --- | --- | --- | --- |',
  ...[...large.times.keys()].map(
    (picture) =>
      `| ${picture} | ${[usual, large].map(({ work, times }) => `${cell(work.get(picture))} | ${cell(times.get(picture))}`).join(' | ')} |`,
  ),
  '',
  `A rehearsal of ${meeting.minutes} minutes in real time: 30 counties, 36 months, 1920 × 1080, the speaker's window open, a key each 15 s through all scenes and steps, the race played each time, another month each round. ${meeting.times.length} changes of picture, median ${median(meeting.times).toFixed(0)} ms, slowest ${Math.max(...meeting.times).toFixed(0)} ms. Of ${frames.frames} frames ${frames.late} came late (over 25 ms after the one before), the longest wait was ${frames.longest.toFixed(0)} ms. Errors and requests outside: ${meeting.faults.length}.`,
  '',
  '| after collecting garbage | JavaScript heap, MB | DOM nodes | listeners |',
  '| --- | --- | --- | --- |',
  `| wall, start | ${held(atStart)} |`,
  `| wall, end | ${held(atEnd)} |`,
  `| speaker, start | ${held(speakerStart!)} |`,
  `| speaker, end | ${held(speakerEnd!)} |`,
  '',
  `The wall's heap at the beginning of each round, MB: ${meeting.held.map(({ heap }) => heap.toFixed(1)).join(' → ')}.`,
]
if (given.write) writeSection('## The meeting (`npm run bench:meeting`)', lines)
else console.log(lines.join('\n'))
