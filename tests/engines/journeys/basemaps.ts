import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { madeUpTown } from '../../fixtures/made-up-town'
import { tileArchive } from '../../fixtures/tile-archive'
import { type Journey, whole, words } from '../journey'
import type { Visitor } from '../visitor'

/** One blue pixel. */
const TILE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==',
  'base64',
)
const CENTRE = [108.7089, 34.3296] as const

/** A tile server that allows any origin, and the tiles requested from it. */
async function serveTiles() {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'image/png' })
    response.end(TILE)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { origin, asked, close }
}

async function begin(desk: Visitor, kind: string, name: string): Promise<void> {
  await desk.press(whole(words.basemap.add))
  // A list that opens in a modal dialog.
  await desk.pick(words.basemap.kindLabel, kind)
  await desk.fill(whole(words.basemap.name), name, 'dialog input')
}
const add = (desk: Visitor) => desk.press(whole(words.basemap.save), 'dialog button')
/** Waits until all tiles of this many base maps are on the map. */
const drawn = (desk: Visitor, count: number) =>
  desk.until(
    `document.querySelector('[data-testid="map"]')?.dataset.basemaps?.split(',').filter(Boolean).length === ${count}`,
  )

/** The office's own base maps: from a server, and from a file. */
export const basemaps: Journey = {
  // The page may request the first tiles before it is reloaded, while its policy still refuses them.
  expected:
    /(?:blocked the loading of a resource \(connect-src\) at |Refused to connect to ')http:\/\/127\.0\.0\.1:\d+\/\d+\/\d+\/\d+(?: |' because it violates)/,
  steps: () => ({
    'is told what is wrong with an address': async ({ desk }) => {
      await desk.open(`#/explore?panel=layers&at=${CENTRE},11`)
      await desk.mapDrawn()
      await begin(desk, words.basemap.kind.wms, '本局底图')
      await desk.see(words.basemap.layers, 'dialog form')
      await desk.pick(words.basemap.kindLabel, words.basemap.kind.tiles)
      await desk.fill(`^${words.basemap.template}`, 'http://[', 'dialog input')
      await add(desk)
      await desk.until(`document.querySelector('dialog [role="alert"]')?.innerText`)
    },
    'has the tiles of a server on the map, by the names that WMTS has': async ({ desk }) => {
      const tiles = await serveTiles()
      try {
        const address = `${tiles.origin}/{TileMatrix}/{TileRow}/{TileCol}`
        await desk.fill(`^${words.basemap.template}`, address, 'dialog input')
        // The page is reloaded so that its policy allows that host.
        await add(desk)
        await drawn(desk, 1)
        await desk.press(words.basemap.remove.replace('{{name}}', '本局底图'))
        await drawn(desk, 0)
      } finally {
        tiles.close()
      }
    },
    'has a PMTiles file of this machine on the map': async ({ desk, engine, folder }) => {
      const path = join(folder, '咸阳.pmtiles')
      const bounds = [108.4, 34.1, 109, 34.5] as const
      const map = tileArchive({ town: madeUpTown(CENTRE), schema: 'openmaptiles', bounds, minZoom: 7, maxZoom: 12 })
      writeFileSync(path, Buffer.from(await map.arrayBuffer()))
      await begin(desk, words.basemap.kind.pmtiles, '城区')
      await engine.choose('dialog input[type="file"]', [path])
      await add(desk)
      await drawn(desk, 1)
    },
    'finds the file again after a reload': async ({ desk, engine }) => {
      await engine.reload()
      await drawn(desk, 1)
    },
  }),
}
