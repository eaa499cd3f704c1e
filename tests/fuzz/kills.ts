import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBrowser } from '../browser/field-work'
import { ACTS, type ActName, type Office, openDesk, type StartedAct, worksOffline } from './desk'
import { corruptionOn, type OnDisk, onDisk } from './on-disk'
import { seededRandom } from './random'
import { serveSmallSite } from './small-site'
import { fieldTeam } from './team'

/**
 * The app itself drops a version once this many newer ones are kept, including those saved although a kill followed.
 */
const KEPT_VERSIONS = 30
/** A kill comes at any moment of an act, or a little after it. */
const BEYOND = 1.1
/** The acts that are killed, in turn; acts that write more occur more often. */
const ROUND: readonly ActName[] = [
  'takeOver',
  'receive',
  'import',
  'takeOver',
  'receive',
  'restore',
  'takeOver',
  'update',
]

/** The result of a campaign of kills, for each act. */
export interface KillReport {
  readonly acts: readonly {
    readonly act: ActName
    readonly ms: number
    readonly kills: number
    readonly said: number
  }[]
  /** What was reported as done and was missing at the next start. */
  readonly lost: readonly string[]
  /** What was incomplete at the next start. */
  readonly torn: readonly string[]
}

/** What the next start must find. */
interface Promised {
  /** Labels of possible heads, one of which must be the actual one; null for the delivered package. */
  heads: readonly (string | null)[]
  /** The round in which each version was reported as saved, by label. */
  readonly versions: Map<string, number>
  /** The round in which each version was begun, by label. */
  readonly begun: Map<string, number>
  readonly events: Set<string>
}

function lossesOn(disk: OnDisk, { heads, versions, begun, events }: Promised): string[] {
  const head = disk.head?.label ?? null
  const labels = new Set(disk.versions.map(({ label }) => label))
  const newerThan = (round: number) => [...labels].filter((label) => (begun.get(label) ?? 0) > round).length
  const known = new Set(disk.events.map(({ id }) => id))
  return [
    ...(heads.includes(head) ? [] : [`in force is ${head}, not ${heads.join(' or ')}`]),
    ...[...versions]
      .filter(([label, round]) => !labels.has(label) && newerThan(round) < KEPT_VERSIONS)
      .map(([label]) => `version ${label} is gone`),
    ...[...events].filter((id) => !known.has(id)).map((id) => `event ${id} is gone`),
  ]
}

/**
 * Kills the browser `count` times during the acts of a desk, at times spread over each act. After each start it checks
 * that everything reported as saved is there and complete.
 */
export async function fuzzKills({
  count,
  seed,
  round = ROUND,
}: {
  readonly count: number
  readonly seed: number
  readonly round?: readonly ActName[]
}): Promise<KillReport> {
  const random = seededRandom(seed)
  const site = await serveSmallSite()
  const profile = mkdtempSync(join(tmpdir(), 'chentu-kill-'))
  const office: Office = { site, team: await fieldTeam(), random, round: 0, receipts: [] }
  const promised: Promised = { heads: [null], versions: new Map(), begun: new Map(), events: new Set() }
  const lost: string[] = []
  const torn: string[] = []
  const names = [...new Set(round)]
  const figures = new Map(names.map((act) => [act, { act, ms: 0, kills: 0, said: 0 }]))
  let kill = async () => {}

  /** Opens the profile again, compares what is found with what was promised, and prepares the act. */
  async function start(act: ActName): Promise<StartedAct> {
    const browser = await startBrowser(profile)
    const { page } = browser
    kill = browser.kill
    const shown = await openDesk(page, site.origin)
    const disk = await onDisk(page)
    const story = `round ${office.round}: `
    const head = disk.head?.label ?? null
    torn.push(...corruptionOn(disk).map((each) => story + each))
    if (shown !== head) torn.push(`${story}the screen shows ${shown}, in force is ${head}`)
    lost.push(...lossesOn(disk, promised).map((each) => story + each))
    lost.push(...receiptsBeyond(disk, office.receipts).map((each) => story + each))
    if (office.updated && !(await worksOffline(page, site.origin))) torn.push(`${story}the app does not start offline`)
    office.updated = false
    promised.heads = [head]
    office.round++
    const doing: StartedAct = await ACTS[act](page, office, disk)
    // A preparing step may have restored the delivered package.
    if (doing.from !== undefined) promised.heads = [doing.from]
    return doing
  }

  /** Records what the act will have done, or may have done if it did not finish. */
  function note(doing: StartedAct, ended: boolean): void {
    const { heads } = promised
    if (doing.head !== undefined) promised.heads = ended ? [doing.head] : [...heads, doing.head]
    if (doing.version) promised.begun.set(doing.version, office.round)
    if (!ended) return
    if (doing.version) promised.versions.set(doing.version, office.round)
    for (const event of doing.events ?? []) promised.events.add(event)
  }

  /** Runs an act, and records its approximate duration. */
  async function timed(act: ActName, doing: StartedAct): Promise<void> {
    const begun = performance.now()
    await doing.run()
    const took = performance.now() - begun
    const figure = figures.get(act)!
    figure.ms = Math.round(figure.ms === 0 ? took : (figure.ms + took) / 2)
  }

  async function killInTheMiddle(act: ActName): Promise<void> {
    const doing = await start(act)
    const figure = figures.get(act)!
    // The n-th kill of an act comes in the n-th part of it.
    const parts = Math.max(1, round.filter((each) => each === act).length * (count / round.length))
    const moment = (((figure.kills % parts) + random()) / parts) * figure.ms * BEYOND
    const ended = timed(act, doing).then(
      () => true,
      // The page is gone.
      () => false,
    )
    await new Promise((done) => setTimeout(done, moment))
    await kill()
    const said = await ended
    note(doing, said)
    figure.kills++
    if (said) figure.said++
  }

  try {
    // Once without kills, to measure the duration of each act.
    for (const act of names) {
      const doing = await start(act)
      await timed(act, doing)
      note(doing, true)
      await kill()
    }
    for (let i = 0; i < count; i++) {
      await killInTheMiddle(round[i % round.length]!)
      if (i % 20 === 19) console.log(`${i + 1} kills: ${lost.length} lost, ${torn.length} torn`)
    }
    // Checks the state after the last kill.
    await start('import')
  } finally {
    await kill()
    await site.close()
    rmSync(profile, { recursive: true, force: true })
  }
  return { acts: [...figures.values()], lost, torn }
}

/** Entries of receipts that are not on the disk. */
function receiptsBeyond({ events, photos }: OnDisk, receipts: readonly string[]): string[] {
  const held = new Map(events.map(({ id, hash }) => [id, hash]))
  const kept = new Set(photos)
  return receipts.flatMap((json) => {
    const receipt = JSON.parse(json) as { events: Record<string, string>; photos: string[] }
    return [
      ...Object.entries(receipt.events)
        .filter(([id, hash]) => held.get(id) !== hash)
        .map(([id]) => `a receipt names event ${id}, which is not here`),
      ...receipt.photos
        .filter((hash) => !kept.has(hash))
        .map((hash) => `a receipt names photo ${hash}, which is not here`),
    ]
  })
}
