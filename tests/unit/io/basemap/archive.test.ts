import { PMTiles } from 'pmtiles'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { tileCover } from '@/domain/geodesy/tile-cover'
import type { BasemapRefused } from '@/io/basemap/basemap-fault'
import { archiveBytes, fetchCut, fetchWhole, planCut } from '@/io/basemap/cut-archive'
import { BlobSource, FolderSource } from '@/io/basemap/folder-source'
import { openArchive } from '@/io/basemap/open-archive'
import { TILE_SCHEMAS } from '@/io/basemap/tile-schema'
import { writeArchive } from '@/io/basemap/write-archive'
import { madeUpTown } from '../../../fixtures/made-up-town'
import { squareCity, tileAt } from '../../../fixtures/square-city'
import { tileArchive } from '../../../fixtures/tile-archive'

const CENTRE = [108.71, 34.33] as const
const BOUNDS = [108.4, 34.1, 109, 34.6] as const
const never = new AbortController().signal
let file: Blob

beforeAll(() => {
  file = tileArchive({ town: madeUpTown(CENTRE), schema: 'protomaps', bounds: BOUNDS, minZoom: 6, maxZoom: 13 })
})
afterEach(() => vi.unstubAllGlobals())

describe('an archive', () => {
  it('is read by the library unchanged, even if its directory needs leaves', async () => {
    const { archive, facts } = await openArchive(new BlobSource(file, 'a'))
    expect(facts).toMatchObject({ schema: 'protomaps', minZoom: 6, maxZoom: 13, bounds: [...BOUNDS] })
    const tile = await archive.getZxy(12, ...tileAt(12, CENTRE))
    expect(new TextDecoder().decode(tile!.data)).toContain('中华路')

    const entries = Array.from({ length: 40_000 }, (_, i) => ({
      tileId: i * 3,
      offset: (i % 7) * 1000,
      length: 10 + (i % 999),
      runLength: 1,
    }))
    const { header } = { header: await archive.getHeader() }
    const many = new PMTiles(
      new BlobSource(writeArchive({ header, entries, tiles: [new Uint8Array(8000)], metadata: {} }), 'b'),
    )
    const { rootDirectoryLength, leafDirectoryLength, numTileEntries } = await many.getHeader()
    expect(rootDirectoryLength).toBeLessThan(16_257)
    expect(leafDirectoryLength).toBeGreaterThan(0)
    expect(numTileEntries).toBe(40_000)
  })

  it.each(TILE_SCHEMAS)('of %s is recognised by its layers', async (schema) => {
    const small = tileArchive({ town: madeUpTown(CENTRE), schema, bounds: BOUNDS, minZoom: 10, maxZoom: 10 })
    expect((await openArchive(new BlobSource(small, schema))).facts.schema).toBe(schema)
  })
})

describe('the part of a base map kept on a tablet', () => {
  it('has exactly the tiles of the city, byte for byte, and the announced size', async () => {
    const { archive } = await openArchive(new BlobSource(file, 'c'))
    const cut = await planCut(archive, tileCover(squareCity(CENTRE, 0.05), 1000, 13), never)
    let told = 0
    const kept = await fetchCut(archive, cut, 12, (bytes) => (told = bytes), never)
    expect(told).toBe(cut.bytesUpTo(12))
    expect(cut.bytesUpTo(12)).toBeLessThan(cut.bytesUpTo(13))
    expect(kept.size).toBeLessThan(file.size / 2)

    const reopened = await openArchive(new BlobSource(kept, 'd'))
    expect(reopened.facts).toMatchObject({ schema: 'protomaps', maxZoom: 12 })
    const inside = tileAt(12, CENTRE)
    expect((await reopened.archive.getZxy(12, ...inside))!.data).toEqual((await archive.getZxy(12, ...inside))!.data)
    const outside = tileAt(12, [CENTRE[0] + 0.2, CENTRE[1]])
    expect(await archive.getZxy(12, ...outside)).toBeDefined()
    expect(await reopened.archive.getZxy(12, ...outside)).toBeUndefined()
    expect(await reopened.archive.getZxy(13, ...tileAt(13, CENTRE))).toBeUndefined()
  })

  it('keeps runs of equal tiles as runs, limited to the requested part', async () => {
    const header = await new PMTiles(new BlobSource(file, 'e')).getHeader()
    const entries = [{ tileId: 1, offset: 0, length: 4, runLength: 4 }]
    const sea = writeArchive({ header: { ...header, minZoom: 0, maxZoom: 1 }, entries, tiles: ['salt'], metadata: {} })
    const archive = new PMTiles(new BlobSource(sea, 'f'))
    const cut = await planCut(
      archive,
      new Map([
        [
          1,
          [
            [0, 0],
            [0, 1],
          ],
        ],
      ]),
      never,
    )
    expect(cut.entries).toEqual([{ ...entries[0], runLength: 2 }])
    expect(cut.bytesUpTo(1)).toBe(4)
  })

  it('is the whole file if that is requested', async () => {
    const { archive } = await openArchive(new BlobSource(file, 'g'))
    expect(await archiveBytes(archive)).toBe(file.size)
    const whole = await fetchWhole(archive, () => undefined, never)
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(new Uint8Array(await file.arrayBuffer()))
  })
})

describe("a file in the package's folder", () => {
  const url = new URL('http://package.test/basemap.pmtiles')
  const asked: string[] = []
  /** A server, with or without support for ranges. */
  function serve(answer: (range: [number, number]) => Promise<Response> | Response) {
    asked.length = 0
    vi.stubGlobal('fetch', async (_: URL, init: { headers: { range: string }; redirect: string }) => {
      asked.push(init.headers.range)
      expect(init.redirect).toBe('manual')
      return answer(init.headers.range.slice(6).split('-').map(Number) as [number, number])
    })
  }
  const refusal = (source: FolderSource) =>
    openArchive(source).then(
      () => null,
      (error: BasemapRefused) => [error.fault, error.bytes],
    )

  it('is read by ranges, one block at a time', async () => {
    serve(([from, to]) => new Response(file.slice(from, to + 1), { status: 206, headers: { etag: '"1"' } }))
    const source = new FolderSource(url)
    const { archive } = await openArchive(source)
    expect(await archive.getZxy(12, ...tileAt(12, CENTRE))).toBeDefined()
    expect(asked[0]).toBe('bytes=0-16383')
    expect(source.isWhole).toBe(false)
  })

  it('is read whole and once without ranges if it is small; a large one is refused with its size', async () => {
    serve(() => new Response(file))
    const source = new FolderSource(url)
    const { archive } = await openArchive(source)
    expect(await archive.getZxy(12, ...tileAt(12, CENTRE))).toBeDefined()
    expect([asked.length, source.isWhole]).toEqual([1, true])

    serve(() => new Response(file, { headers: { 'content-length': String(file.size) } }))
    expect(await refusal(new FolderSource(url, 1000))).toEqual(['no-ranges', file.size])
    serve(() => new Response(file))
    expect((await refusal(new FolderSource(url, 1000)))?.[0]).toBe('no-ranges')
  })

  it('is refused with a specific message if it is missing, elsewhere, unreachable or something else', async () => {
    serve(() => new Response('', { status: 404 }))
    expect(await refusal(new FolderSource(url))).toEqual(['missing', null])
    serve(() => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }))
    expect(await refusal(new FolderSource(url))).toEqual(['missing', null])
    serve(() => Promise.reject(new TypeError('network')))
    expect(await refusal(new FolderSource(url))).toEqual(['unreachable', null])
    serve(() => new Response(new Uint8Array(20_000), { status: 206 }))
    expect(await refusal(new FolderSource(url))).toEqual(['not-pmtiles', null])
    serve(() => ({ type: 'opaqueredirect', headers: new Headers(), status: 0 }) as Response)
    expect(await refusal(new FolderSource(url))).toEqual(['redirected', null])
  })

  it('is read again from the start if it was replaced, so that tiles of two states are never mixed', async () => {
    let state = 1
    serve(([from, to]) => new Response(file.slice(from, to + 1), { status: 206, headers: { etag: `"${state}"` } }))
    const { archive } = await openArchive(new FolderSource(url))
    state = 2
    expect(await archive.getZxy(12, ...tileAt(12, CENTRE))).toBeDefined()
    expect((await archive.getHeader()).etag).toBe('"2"')
  })
})
