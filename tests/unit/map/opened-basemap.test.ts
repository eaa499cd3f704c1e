import { expect, it, vi } from 'vitest'
import { loadBasemap } from '@/map/basemap/load-basemap'
import { openedBasemap } from '@/map/basemap/opened-basemap'
import type { Basemap } from '@/store/device/basemaps'

vi.mock('@/map/basemap/load-basemap', () => ({ loadBasemap: vi.fn() }))

const basemap = (id: string) => ({ id, kind: 'pmtiles' }) as Basemap

it('a base map is opened once for all maps of the page, so that none invalidates the URLs of another', async () => {
  vi.mocked(loadBasemap).mockImplementation(async () => ({ type: 'raster', source: { tiles: [] } }))
  const [map, picture] = await Promise.all([openedBasemap(basemap('a')), openedBasemap(basemap('a'))])
  expect(picture).toBe(map)
  expect(await openedBasemap(basemap('a'))).toBe(map)
  expect(await openedBasemap(basemap('b'))).not.toBe(map)
  expect(loadBasemap).toHaveBeenCalledTimes(2)
})

it('a base map that could not be opened is tried again', async () => {
  vi.mocked(loadBasemap).mockRejectedValueOnce(new Error('offline'))
  await expect(openedBasemap(basemap('c'))).rejects.toThrow('offline')
  expect(await openedBasemap(basemap('c'))).toMatchObject({ type: 'raster' })
})
