import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useChentu } from '@/store/chentu'
import { today } from '@/store/device/today'
import { useMayOfferFirstTasks } from '@/store/page/first-tasks'
import { bindAddress } from '@/store/view/address'
import { datasetOf, pendingTasks, fakeDatasetWorker as worker } from '../fixtures/fake-dataset-worker'

vi.mock('@/workers/client', async () => (await import('../fixtures/fake-dataset-worker')).fakeDatasetWorker.client)

const FIRST_STATE = useChentu.getState()
const state = () => useChentu.getState()
let stop = () => {}

beforeEach(() => {
  worker.forget()
  useChentu.setState(FIRST_STATE, true)
})
afterEach(() => stop())

describe('the address', () => {
  it('adds a history entry for every choice, and none for moving the map', async () => {
    history.replaceState(null, '', '#/explore')
    stop = bindAddress()
    await state().show({ value: datasetOf('0a1b2c3d'), problems: [] })
    const steps = history.length
    state().setView({ camera: { lon: 108.7, lat: 34.3, zoom: 11 } })
    expect(history.length).toBe(steps)
    state().setView({ month: '2022-10' })
    expect(history.length).toBe(steps + 1)
    expect(location.hash).toBe('#/explore?month=2022-10&at=108.70000,34.30000,11.00&data=0a1b2c3d')
  })

  it('names the open case only while its panel is shown, and names it again when the panel is reopened', async () => {
    history.replaceState(null, '', '#/explore')
    stop = bindAddress()
    state().setView({ panel: 'cases', case: 'a-1' })
    expect(location.hash).toBe('#/explore?case=a-1&panel=cases')
    state().setView({ panel: 'filters' })
    expect(location.hash).toBe('#/explore?panel=filters')
    state().setView({ panel: 'cases' })
    expect(location.hash).toBe('#/explore?case=a-1&panel=cases')
    // Also after a step back to where the other panel was shown.
    history.replaceState({ depth: 2 }, '', '#/explore?panel=filters')
    window.dispatchEvent(new PopStateEvent('popstate'))
    expect(state().view.panel).toBe('filters')
    state().setView({ panel: 'cases' })
    expect(location.hash).toBe('#/explore?case=a-1&panel=cases')
    // Another person’s link does not get the case of this page.
    history.replaceState(null, '', '#/explore?panel=filters')
    window.dispatchEvent(new PopStateEvent('popstate'))
    expect(state().view.case).toBeNull()
  })

  it('makes one history entry for entering the field, whose day is today, and leaves the date of the map as it was', async () => {
    history.replaceState(null, '', '#/explore?date=2022-06-30')
    stop = bindAddress()
    await state().show({ value: datasetOf('0a1b2c3d'), problems: [] })
    const judged = async () => {
      await pendingTasks()
      return (state().opened!.evaluation as { readonly asOf?: string }).asOf
    }
    const back = (hash: string) => {
      history.replaceState({ depth: 1 }, '', hash)
      window.dispatchEvent(new PopStateEvent('popstate'))
    }
    expect(await judged()).toBe('2022-06-30')
    const steps = history.length
    state().setView({ mode: 'field' })
    expect(history.length).toBe(steps + 1)
    expect(await judged()).toBe(today())
    state().setView({ mode: 'explore' })
    expect(await judged()).toBe('2022-06-30')
    // Whatever the address says, back or by a link.
    for (const hash of ['#/field', '#/field?date=2022-06-30']) {
      back(hash)
      expect(await judged()).toBe(today())
    }
    back('#/explore')
    expect(await judged()).toBe('2022-10-31')
    expect(location.hash).toBe('#/explore?data=0a1b2c3d')
  })

  it('offers the first tasks only on an address without filters, and not on a link that somebody opened', () => {
    for (const [hash, offered] of [
      ['#/explore', true],
      ['', true],
      ['#/explore?requirement=23-six', false],
    ] as const) {
      useMayOfferFirstTasks.setState({ offered: true })
      history.replaceState(null, '', hash || location.pathname)
      stop = bindAddress()
      expect(useMayOfferFirstTasks.getState().offered, hash).toBe(offered)
      stop()
    }
    // The page’s own address after a reload.
    useMayOfferFirstTasks.setState({ offered: true })
    history.replaceState({ depth: 1 }, '', '#/explore?requirement=23-six')
    stop = bindAddress()
    expect(useMayOfferFirstTasks.getState().offered).toBe(true)
  })

  it('keeps what the opened package lacks, and adds no history entry for it', async () => {
    history.replaceState(null, '', '#/explore?kind=boiler,yard&source=boiler/1')
    stop = bindAddress()
    const steps = history.length
    await pendingTasks()
    expect(location.hash).toBe('#/explore?kind=boiler,yard&source=boiler/1')
    await state().show({ value: datasetOf('0a1b2c3d'), problems: [] })
    expect(location.hash).toBe('#/explore?kind=boiler,yard&source=boiler/1&data=0a1b2c3d')
    expect(history.length).toBe(steps)
  })
})
