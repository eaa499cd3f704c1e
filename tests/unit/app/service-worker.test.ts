import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { followUpdates } from '@/app/service-worker'

/** The parts of a service worker that a page sees. */
class Worker extends EventTarget {
  state = 'installing'
  readonly postMessage = vi.fn()
  becomes(state: string) {
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
}

class Registration extends EventTarget {
  installing: Worker | null = null
  waiting: Worker | null = null
  active: Worker | null = null
  readonly update = vi.fn(async () => undefined)
  /** A new worker starts to install. */
  begin(): Worker {
    this.installing = new Worker()
    this.dispatchEvent(new Event('updatefound'))
    return this.installing
  }
  /** A new worker finishes its installation and waits. */
  arrive() {
    const worker = this.begin()
    this.installing = null
    this.waiting = worker
    worker.becomes('installed')
  }
  activate() {
    this.active = this.installing
    this.installing = null
    this.active?.becomes('activated')
  }
  /** A file could not be fetched: the browser discards the worker. */
  fail() {
    const worker = this.installing
    this.installing = null
    worker?.becomes('redundant')
  }
}

/** The service workers of a window: `controller` controls its page; with `refused` the first registration fails. */
function aWindow(controller: Worker | null, refused = false) {
  let registration = new Registration()
  registration.active = controller
  const register = vi.fn(async () => registration)
  if (refused) register.mockRejectedValueOnce(new TypeError('no network'))
  const ready = new Promise<Registration>(() => undefined)
  const serviceWorker = Object.assign(new EventTarget(), { controller, register, ready })
  const [page, shown] = [new EventTarget(), Object.assign(new EventTarget(), { visibilityState: 'visible' })]
  const reload = vi.fn()
  vi.stubGlobal('navigator', { serviceWorker })
  vi.stubGlobal('document', shown)
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('location', { reload })
  const told: string[] = []
  const { activateUpdate } = followUpdates({
    onUpdate: (update) => told.push(update),
    onOffline: (state) => told.push(state),
  })
  return {
    register,
    registration: () => registration,
    /** Replaces the registration, as the browser does after a failed one. */
    renew: () => {
      registration = new Registration()
    },
    reload,
    activateUpdate,
    told,
    takenOver: () => serviceWorker.dispatchEvent(new Event('controllerchange')),
    online: () => page.dispatchEvent(new Event('online')),
    looked: () => shown.dispatchEvent(new Event('visibilitychange')),
    /** Advances the clock by so many milliseconds and runs the timers that are due. */
    pass: (ms = 0) => vi.advanceTimersByTimeAsync(ms),
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('a newer version of the app', () => {
  it('is announced, takes over when the user lets it, and then reloads this window', async () => {
    const { registration, reload, told, activateUpdate, takenOver, pass } = aWindow(new Worker())
    await pass()
    registration().arrive()
    expect(told).toEqual(['kept', 'waiting'])
    expect(reload).not.toHaveBeenCalled()
    activateUpdate()
    expect(registration().waiting!.postMessage).toHaveBeenCalledWith({ type: 'SKIP_WAITING' })
    takenOver()
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it('that another window activates does not reload this window, but is announced', async () => {
    const { registration, reload, told, takenOver, pass } = aWindow(new Worker())
    await pass()
    registration().arrive()
    takenOver()
    expect(reload).not.toHaveBeenCalled()
    expect(told).toEqual(['kept', 'waiting', 'elsewhere'])
  })

  it('is not announced on the first visit', async () => {
    const { registration, told, takenOver, pass } = aWindow(null)
    await pass()
    registration().begin()
    registration().activate()
    takenOver()
    expect(told).toEqual(['kept'])
  })

  it('is looked for when the page becomes visible or goes online; a failed update changes nothing', async () => {
    const { registration, register, told, looked, online, pass } = aWindow(new Worker())
    await pass()
    looked()
    registration().update.mockRejectedValueOnce(new TypeError('no network'))
    online()
    await pass()
    registration().begin()
    registration().fail()
    await pass(3_600_000)
    expect(registration().update).toHaveBeenCalledTimes(2)
    expect(register).toHaveBeenCalledTimes(1)
    expect(told).toEqual(['kept'])
  })
})

describe('an app that is not stored for offline use yet', () => {
  it('retries after growing pauses until it is stored, and then stops', async () => {
    const { registration, renew, register, told, pass } = aWindow(null)
    await pass()
    for (const seconds of [5, 10, 20]) {
      registration().begin()
      registration().fail()
      renew()
      const before = register.mock.calls.length
      await pass(seconds * 1000 - 1)
      expect(register).toHaveBeenCalledTimes(before)
      await pass(1)
      expect(register).toHaveBeenCalledTimes(before + 1)
    }
    expect(told).toEqual(['failed', 'failed', 'failed'])
    expect(console.warn).toHaveBeenCalledTimes(3)
    registration().begin()
    registration().activate()
    const before = register.mock.calls.length
    await pass(3_600_000)
    expect(register).toHaveBeenCalledTimes(before)
    expect(told.slice(3)).toEqual(['kept'])
  })

  it('retries at least every five minutes', async () => {
    const { register, pass } = aWindow(null)
    await pass(3_600_000)
    const before = register.mock.calls.length
    await pass(300_000)
    expect(register).toHaveBeenCalledTimes(before + 1)
  })

  it('retries if the browser drops the installation without an error', async () => {
    const { registration, renew, told, pass } = aWindow(null)
    await pass()
    registration().begin()
    renew()
    await pass(5000)
    registration().begin()
    registration().activate()
    expect(told).toEqual(['kept'])
  })

  it.each(['looked', 'online'] as const)('retries at once when the page is %s', async (how) => {
    const opened = aWindow(null, true)
    await opened.pass()
    expect(opened.told).toEqual(['failed'])
    opened[how]()
    expect(opened.register).toHaveBeenCalledTimes(2)
  })

  it('reports that it is stored if that happened in the meantime, although registering failed', async () => {
    const { registration, told, pass } = aWindow(null, true)
    await pass()
    registration().active = new Worker()
    await pass(5000)
    expect(told).toEqual(['failed', 'kept'])
  })
})
