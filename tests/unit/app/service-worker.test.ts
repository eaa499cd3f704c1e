import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { followUpdates } from '@/app/service-worker'

/** A window's service workers: `controller` is the one that it runs under. */
function aWindow(controller: object | null) {
  const registration = Object.assign(new EventTarget(), {
    waiting: null as { postMessage: ReturnType<typeof vi.fn> } | null,
    installing: null as EventTarget | null,
    update: async () => undefined,
  })
  const serviceWorker = Object.assign(new EventTarget(), { controller, register: async () => registration })
  const reload = vi.fn()
  vi.stubGlobal('navigator', { serviceWorker })
  vi.stubGlobal('document', new EventTarget())
  vi.stubGlobal('location', { reload })
  const told: string[] = []
  /** A newer one is there and waits. */
  const arrive = () => {
    registration.installing = new EventTarget()
    registration.dispatchEvent(new Event('updatefound'))
    registration.waiting = { postMessage: vi.fn() }
    registration.installing.dispatchEvent(new Event('statechange'))
  }
  const takenOver = () => serviceWorker.dispatchEvent(new Event('controllerchange'))
  return { following: followUpdates((update) => told.push(update)), registration, reload, told, arrive, takenOver }
}

describe('a newer app', () => {
  beforeEach(() => vi.unstubAllGlobals())
  afterEach(() => vi.unstubAllGlobals())

  it('is told, comes when it is let in, and then loads this window anew', async () => {
    const { following, registration, reload, told, arrive, takenOver } = aWindow({})
    const { letIn } = await following
    arrive()
    expect(told).toEqual(['waiting'])
    expect(reload).not.toHaveBeenCalled()
    letIn()
    expect(registration.waiting!.postMessage).toHaveBeenCalledWith({ type: 'SKIP_WAITING' })
    takenOver()
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it('that another window lets in loads this one not anew: it is told', async () => {
    const { following, reload, told, arrive, takenOver } = aWindow({})
    await following
    arrive()
    takenOver()
    expect(reload).not.toHaveBeenCalled()
    expect(told).toEqual(['waiting', 'elsewhere'])
  })

  it('is none on the first visit', async () => {
    const { following, told, arrive, takenOver } = aWindow(null)
    await following
    arrive()
    takenOver()
    expect(told).toEqual([])
  })
})
