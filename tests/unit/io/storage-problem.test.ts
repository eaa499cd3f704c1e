import { afterEach, describe, expect, it, vi } from 'vitest'
import { refuseLaterSchema } from '@/io/versions/later-schema'
import { storageProblem } from '@/io/versions/version-store'

const named = (name: string, message = 'English of the browser') => Object.assign(new Error(message), { name })
afterEach(() => vi.unstubAllGlobals())

describe('a failure of the browser to store something', () => {
  it.each([
    ['QuotaExceededError', 'storage-full'],
    ['DataCloneError', 'storage-private'],
    ['SecurityError', 'storage-denied'],
    ['DatabaseClosedError', 'storage-shut'],
    ['VersionError', 'database-later'],
  ])('with %s has its own message', (name, code) => {
    expect(storageProblem(named(name))).toEqual({ code, file: 'datapackage.json' })
  })
  it('with an unknown error includes the error’s message', () => {
    expect(storageProblem(named('Error', 'x'))).toMatchObject({ code: 'storage-failed', seen: 'x' })
  })
  it('does not stop the start if the browser throws on access to its databases', () => {
    const forbidden = {
      get: () => {
        throw named('SecurityError')
      },
      configurable: true,
    }
    const before = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB')
    Object.defineProperty(globalThis, 'indexedDB', forbidden)
    expect(refuseLaterSchema(4)).toEqual({})
    if (before) Object.defineProperty(globalThis, 'indexedDB', before)
    else Reflect.deleteProperty(globalThis, 'indexedDB')
  })
})
