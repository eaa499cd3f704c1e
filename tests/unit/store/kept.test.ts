import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'

/** A browser's localStorage, and the event by which windows learn of each other's changes. */
const stored = new Map<string, string>()
const heard = new Set<(event: object) => void>()
vi.stubGlobal('localStorage', {
  getItem: (name: string) => stored.get(name) ?? null,
  setItem: (name: string, text: string) => stored.set(name, text),
  removeItem: (name: string) => stored.delete(name),
})
vi.stubGlobal('addEventListener', (_: string, hear: (event: object) => void) => heard.add(hear))
afterAll(() => vi.unstubAllGlobals())

const tell = (key: string) => {
  for (const hear of heard) hear({ key })
}
const write = (name: string, state: unknown) => stored.set(name, JSON.stringify({ state, version: 0 }))
const kept = (name: string) => JSON.parse(stored.get(name) ?? 'null')?.state

/** The stores of another window, with modules of their own. */
async function aWindow() {
  vi.resetModules()
  const [
    { useBasemaps },
    { usePreferences },
    { useRound },
    { useTrack },
    { useFix },
    { useOfficeFolder },
    { useNotices },
  ] = await Promise.all([
    import('@/store/device/basemaps'),
    import('@/store/device/preferences'),
    import('@/store/device/round'),
    import('@/store/device/track'),
    import('@/store/device/fix'),
    import('@/store/device/office-folder'),
    import('@/store/page/notices'),
  ])
  return { useBasemaps, usePreferences, useRound, useTrack, useFix, useOfficeFolder, useNotices }
}

const BASEMAP = {
  id: 'a',
  name: '影像',
  kind: 'tiles' as const,
  url: 'https://a.cn/{z}/{x}/{y}',
  layers: '',
  datum: 'wgs84' as const,
  attribution: '',
  on: true,
  opacity: 1,
}

beforeEach(() => {
  stored.clear()
  heard.clear()
})

describe('lists stored in a browser', () => {
  it('are read entry by entry: broken ones are dropped, the rest stays', async () => {
    write('chentu-preferences', {
      language: 'fr',
      theme: 'dark',
      singleKeys: 'yes',
      toured: true,
      wording: { 咸阳: { 23: '原文', 24: 5 }, 坏: 'x' },
      views: { 咸阳: { 早会: '/explore', 坏: null } },
      hiddenColumns: { all: ['name', 3], road: 'x' },
      __proto__: { sun: true },
      setTheme: 'no function',
    })
    write('chentu-basemaps', { basemaps: [BASEMAP, { ...BASEMAP, id: 'b', url: 'https://*/' }, 5, { id: 'c' }] })
    write('chentu-round', { stops: [{ kind: 'road', code: 'R1' }, { kind: 'no castle', code: 'x' }, null] })
    write('chentu-track', {
      on: 1,
      points: [
        [108.7, 34.3],
        [999, 0],
        ['1', 2],
        [108.8, 34.4],
      ],
    })
    write('chentu-fix', { fix: { position: [108, 34], accuracyMetres: 'near', headingDegrees: null, at: 0 } })
    write('chentu-office-folder', { url: 7, user: '队一' })
    const all = await aWindow()
    const preferences = all.usePreferences.getState()
    expect(preferences).toMatchObject({
      language: 'zh-CN',
      theme: 'dark',
      singleKeys: true,
      toured: true,
      sun: false,
      wording: { 咸阳: { 23: '原文' } },
      views: { 咸阳: { 早会: '/explore' } },
      hiddenColumns: { all: ['name'] },
    })
    expect(preferences.setTheme).toBeTypeOf('function')
    expect(all.useBasemaps.getState().basemaps[0]).toEqual(BASEMAP)
    expect(all.useRound.getState().stops).toEqual([{ kind: 'road', code: 'R1' }])
    expect(all.useTrack.getState()).toMatchObject({
      on: false,
      points: [
        [108.7, 34.3],
        [108.8, 34.4],
      ],
    })
    expect(all.useFix.getState().fix).toBeNull()
    expect(all.useOfficeFolder.getState()).toMatchObject({ url: '', user: '队一' })
  })

  it('keep a base map whose host can’t be in a policy, switched off, whatever else is written', async () => {
    const url = 'http://gis_server/{z}/{x}/{y}'
    write('chentu-basemaps', { basemaps: [{ ...BASEMAP, id: 'b', url }, BASEMAP] })
    const { useBasemaps } = await aWindow()
    const off = { ...BASEMAP, id: 'b', url, on: false }
    expect(useBasemaps.getState().basemaps).toEqual([off, BASEMAP])
    useBasemaps.getState().change('b', { on: true })
    useBasemaps.getState().change('a', { opacity: 0.5 })
    expect(kept('chentu-basemaps').basemaps).toEqual([off, { ...BASEMAP, opacity: 0.5 }])
  })

  it.each(['', '{', 'null', '5', '[]', '{"state":null}', '{"state":"x"}', '{"state":{"basemaps":{}}}'])(
    'may have any contents: %j',
    async (text) => {
      const names = ['preferences', 'basemaps', 'round', 'track', 'fix', 'office-folder']
      for (const name of names) stored.set(`chentu-${name}`, text)
      const all = await aWindow()
      expect(all.usePreferences.getState().language).toBe('zh-CN')
      expect(all.useBasemaps.getState().basemaps).toEqual([])
      all.useRound.getState().toggleStop({ kind: 'road', code: 'R1' })
      expect(kept('chentu-round')).toMatchObject({ stops: [{ kind: 'road', code: 'R1' }] })
    },
  )

  it('can be extended by two windows without losing entries', async () => {
    const [a, b] = [await aWindow(), await aWindow()]
    await a.useBasemaps.getState().add(BASEMAP, null)
    await b.useBasemaps.getState().add({ ...BASEMAP, id: 'b' }, null)
    a.useBasemaps.getState().change('a', { opacity: 0.5 })
    expect(kept('chentu-basemaps').basemaps.map(({ id }: { id: string }) => id)).toEqual(['a', 'b'])
    a.usePreferences.getState().keepView('咸阳', '早会', '/explore')
    b.usePreferences.getState().keepView('咸阳', '周会', '/meeting')
    a.usePreferences.getState().renameView('咸阳', '周会', '例会')
    b.usePreferences.getState().renameView('咸阳', '例会', '周会')
    b.usePreferences.getState().setTheme('dark')
    a.usePreferences.getState().setSun(true)
    expect(kept('chentu-preferences')).toMatchObject({
      views: { 咸阳: { 早会: '/explore', 周会: '/meeting' } },
      theme: 'dark',
      sun: true,
    })
    a.useRound.getState().toggleStop({ kind: 'road', code: 'R1' })
    b.useRound.getState().toggleStop({ kind: 'road', code: 'R2' })
    expect(kept('chentu-round').stops.map(({ code }: { code: string }) => code)).toEqual(['R1', 'R2'])
  })

  it('are updated at once when another window changes them', async () => {
    const [a, b] = [await aWindow(), await aWindow()]
    a.useRound.getState().toggleStop({ kind: 'road', code: 'R1' })
    expect(b.useRound.getState().stops).toEqual([])
    tell('chentu-round')
    expect(b.useRound.getState().stops).toEqual([{ kind: 'road', code: 'R1' }])
  })

  it('are reported as not stored if the browser has no space', async () => {
    const { useRound, useNotices } = await aWindow()
    vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    useRound.getState().toggleStop({ kind: 'road', code: 'R1' })
    expect(useRound.getState().stops).toHaveLength(1)
    expect(useNotices.getState().codes).toEqual(['not-kept'])
    vi.restoreAllMocks()
  })
})
