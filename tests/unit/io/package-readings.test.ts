import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Descriptor } from '@/io/package/descriptor'
import { FetchedFiles, heldFiles, type RangedFiles } from '@/io/package/package-files'
import { packageReadings } from '@/io/readings/package-readings'
import { writeReadings } from '@/io/readings/write-readings'
import { minuteOn, readingsOf } from '../../fixtures/readings'

const HOME = 'https://office.example'
const BASE = new URL(`${HOME}/chentu/data/datapackage.json`)
const PATH = 'readings/2022-10.parquet'

const resource = (path: string, month: unknown, role = 'readings') => ({
  name: path,
  path,
  chentu: { role, class: 'illustrative', month },
})
const described = (...resources: ReturnType<typeof resource>[]) => ({ resources }) as unknown as Descriptor

/** A year of some devices, so large that one device is a small part of it. */
const bytes = writeReadings(
  readingsOf(
    Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [
        `JC${String(i).padStart(4, '0')}`,
        { tsp: Array.from({ length: 2976 }, (_, row) => (row * 37 + i * 11) % 997) },
      ]),
    ),
    minuteOn('2022-10-01'),
  ),
)

afterEach(() => vi.unstubAllGlobals())

/** A server with one file; `how` sets its answer to a request for a range. Counts bytes sent and requests. */
function serving(how: 'ranges' | 'whole' | 'replaced') {
  const served = { bytes: 0, asked: 0 }
  vi.stubGlobal('fetch', async (_: URL, { headers }: RequestInit) => {
    const range = new Headers(headers).get('range')?.match(/^bytes=(\d+)-(\d+)$/)
    const isPart = how !== 'whole' && range != null
    const part = isPart ? bytes.slice(Number(range[1]), Number(range[2]) + 1) : bytes
    served.bytes += part.byteLength
    served.asked++
    const etag = how === 'replaced' && served.asked > 1 ? '"b"' : '"a"'
    return new Response(part, {
      status: isPart ? 206 : 200,
      headers: { etag, ...(isPart && { 'content-range': `bytes ${range[1]}-${range[2]}/${bytes.byteLength}` }) },
    })
  })
  return served
}

const opened = (files: RangedFiles = new FetchedFiles(BASE, null, HOME)) =>
  packageReadings(files, described(resource(PATH, '2022-10')), 'readings').open('2022-10')
const WANTED = { device: 'JC0007', parameters: ['tsp'] } as const

describe('readings of a package', () => {
  it('are read by ranges: for one device only a small part of the file is transferred', async () => {
    const served = serving('ranges')
    const { value, problems } = await opened()
    expect(problems).toEqual([])
    const before = served.bytes
    const { devices, minute, series } = await value![0]!.read(WANTED)
    expect([devices, minute.length, minute[0], series.tsp!.values[1]]).toEqual([
      ['JC0007'],
      2976,
      minuteOn('2022-10-01'),
      114,
    ])
    expect(served.bytes - before).toBeLessThan(bytes.byteLength / 5)
  })

  it('are read whole, once, if the server has no ranges', async () => {
    const served = serving('whole')
    const files = new FetchedFiles(BASE, null, HOME)
    const { value } = await opened(files)
    expect((await value![0]!.read(WANTED)).minute.length).toBe(2976)
    await opened(files)
    expect(served.asked).toBe(1)
    expect((await files.held()).get(PATH)!.size).toBe(bytes.byteLength)
  })

  it('are read from files on this device, as with a package opened from a .zip', async () => {
    const { value } = await opened(heldFiles(new Map([[PATH, new Blob([bytes])]])))
    expect((await value![0]!.read(WANTED)).minute.length).toBe(2976)
  })

  it('are not assembled from two states of a file', async () => {
    serving('replaced')
    expect(await opened()).toEqual({ value: [], problems: [{ code: 'file-changed', file: PATH }] })
  })

  it('that are missing or no Parquet are reported, and the others are read', async () => {
    const files = heldFiles(
      new Map([
        [PATH, new Blob([bytes])],
        ['b.parquet', new Blob(['not one'.repeat(9)])],
      ]),
    )
    const descriptor = described(...[PATH, 'b.parquet', 'c.parquet'].map((path) => resource(path, '2022-10')))
    const { value, problems } = await packageReadings(files, descriptor, 'readings').open('2022-10')
    expect(value!.map(({ rows }) => rows)).toEqual([60 * 2976])
    expect(problems).toEqual([
      { code: 'readings-unreadable', file: 'b.parquet', expected: 'Parquet' },
      { code: 'file-unreachable', file: 'c.parquet' },
    ])
  })

  it('are found by month and role; a resource without a valid month is left out', () => {
    const descriptor = described(
      resource('b', '2022-11'),
      resource('a', '2022-02'),
      resource('h', '2022-03', 'readings-hourly'),
      resource('x', '2022-13'),
      resource('y', 202_210),
    )
    const months = (role: 'readings' | 'readings-hourly') =>
      packageReadings(heldFiles(new Map()), descriptor, role).months
    expect([months('readings'), months('readings-hourly')]).toEqual([['2022-02', '2022-11'], ['2022-03']])
  })
})
