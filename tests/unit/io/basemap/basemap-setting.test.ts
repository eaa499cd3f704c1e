import { describe, expect, it } from 'vitest'
import { readBasemapSetting } from '@/io/package/basemap-setting'
import type { Descriptor } from '@/io/package/descriptor'
import { openFromDisk } from '../../package-from-disk'

const read = (basemap: unknown) => readBasemapSetting({ chentu: { basemap } } as Descriptor, 'datapackage.json')

/** The default package with a base map in its descriptor. */
const openWith = (basemap: unknown) =>
  openFromDisk('', (file, text) => {
    if (file !== 'datapackage.json') return text
    const descriptor = JSON.parse(text)
    return JSON.stringify({ ...descriptor, chentu: { ...descriptor.chentu, basemap } })
  })

describe('the base map of a package', () => {
  it('is read with defaults for missing settings', () => {
    expect(read({ path: 'basemap.pmtiles', attribution: '© OpenStreetMap' }).value).toEqual({
      path: 'basemap.pmtiles',
      title: null,
      attribution: '© OpenStreetMap',
      schema: null,
      datum: 'wgs84',
    })
    expect(read(undefined)).toEqual({ value: null, problems: [] })
  })

  it.each([
    [{ path: '../other/basemap.pmtiles', attribution: 'x' }, /path/],
    [{ path: 'https://tiles.example/planet.pmtiles', attribution: 'x' }, /path/],
    [{ path: 'basemap.mbtiles', attribution: 'x' }, /path/],
    [{ path: 'basemap.pmtiles' }, /attribution/],
    [{ path: 'basemap.pmtiles', attribution: '' }, /attribution/],
    [{ path: 'basemap.pmtiles', attribution: 'x', schema: 'mapbox' }, /schema/],
    [{ path: 'basemap.pmtiles', attribution: 'x', datum: 'bd09' }, /datum/],
    ['basemap.pmtiles', /root/],
  ])('is refused with the fault: %j', (basemap, part) => {
    const { value, problems } = read(basemap)
    expect(value).toBe(null)
    expect(problems).toEqual([{ code: 'basemap-invalid', file: 'datapackage.json', seen: expect.stringMatching(part) }])
  })

  it('does not prevent the package from opening if it is wrong, and is not read with the tables', async () => {
    const wrong = await openWith({ path: 'basemap.pmtiles' })
    expect(wrong.value?.pack.basemap).toBe(null)
    expect(wrong.problems.map(({ code }) => code)).toContain('basemap-invalid')
    // The file does not exist: the package still opens.
    const right = await openWith({ path: 'basemap.pmtiles', attribution: 'x' })
    expect(right.value?.pack.basemap?.path).toBe('basemap.pmtiles')
    expect(right.problems.map(({ code }) => code)).not.toContain('file-unreachable')
  })
})
