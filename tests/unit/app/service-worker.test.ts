import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { followUpdates } from '@/app/service-worker'

/** A service worker, as far as a page sees one. */
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
  /** A worker begins to install. */
  begin(): Worker {
    this.installing = new Worker()
    this.dispatchEvent(new Event('updatefound'))
    return this.installing
  }
  /** One that is being installed is there, and waits. */
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
  /** A file did not come: the browser drops the worker. */
  fail() {
    const worker = this.installing
    this.installing = null
    worker?.becomes('redundant')
  }
}

/** A window's service workers: `controller` is the one that it runs under; the first try to register may be `refused`. */
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
    /** What the browser makes in place of a registration that came to nothing. */
    renew: () => {
      registration = new Registration()
    },
    reload,
    activateUpdate,
    told,
    takenOver: () => serviceWorker.dispatchEvent(new Event('controllerchange')),
    online: () => page.dispatchEvent(new Event('online')),
    looked: () => shown.dispatchEvent(new Event('visibilitychange')),
    /** Lets so many milliseconds pass, and all that is due then happen. */
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

describe('a newer app', () => {
  it('is told, comes when it is let in, and then loads this window anew', async () => {
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

  it('that another window lets in loads this one not anew: it is told', async () => {
    const { registration, reload, told, takenOver, pass } = aWindow(new Worker())
    await pass()
    registration().arrive()
    takenOver()
    expect(reload).not.toHaveBeenCalled()
    expect(told).toEqual(['kept', 'waiting', 'elsewhere'])
  })

  it('is none on the first visit', async () => {
    const { registration, told, takenOver, pass } = aWindow(null)
    await pass()
    registration().begin()
    registration().activate()
    takenOver()
    expect(told).toEqual(['kept'])
  })

  it('is asked for when the page is looked at or online again; one that does not come leaves the app as it is', async () => {
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

describe('an app that is not kept yet', () => {
  it('is tried again after growing pauses until it is kept, and not after that', async () => {
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

  it('is tried again every five minutes at the least', async () => {
    const { register, pass } = aWindow(null)
    await pass(3_600_000)
    const before = register.mock.calls.length
    await pass(300_000)
    expect(register).toHaveBeenCalledTimes(before + 1)
  })

  it('is tried again where the browser drops the install without a word', async () => {
    const { registration, renew, told, pass } = aWindow(null)
    await pass()
    registration().begin()
    renew()
    await pass(5000)
    registration().begin()
    registration().activate()
    expect(told).toEqual(['kept'])
  })

  it.each(['looked', 'online'] as const)('is tried again at once when the page is %s', async (how) => {
    const opened = aWindow(null, true)
    await opened.pass()
    expect(opened.told).toEqual(['failed'])
    opened[how]()
    expect(opened.register).toHaveBeenCalledTimes(2)
  })

  it('is told where it was kept in the meantime, though registering fails', async () => {
    const { registration, told, pass } = aWindow(null, true)
    await pass()
    registration().active = new Worker()
    await pass(5000)
    expect(told).toEqual(['failed', 'kept'])
  })
})
