import { beforeEach, describe, expect, it, vi } from 'vitest'

const kept = new Map<string, string>()
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
})
beforeEach(() => {
  kept.clear()
  vi.resetModules()
})
const people = () => import('@/store/device/people')
const DAY = '2022-10-31'

describe('the people on a tablet', () => {
  it('are each remembered once by name, with a PIN', async () => {
    const { usePeople } = await people()
    const { remember, setPin } = usePeople.getState()
    remember('张三')
    remember('李四')
    remember('张三')
    const pin = { salt: '0'.repeat(32), hash: 'a'.repeat(64), rounds: 1000 }
    setPin('张三', pin)
    expect(usePeople.getState().people).toEqual([
      { name: '张三', pin, cleared: null },
      { name: '李四', pin: null, cleared: null },
    ])
    expect(kept.get('chentu-people')).toContain('a'.repeat(64))
  })

  it('go along only on the day for which it was set, and not with themselves', async () => {
    const { usePeople, companionsOn } = await people()
    usePeople.getState().setCompanions(DAY, ['李四', '王五'])
    expect(companionsOn(usePeople.getState(), DAY, '王五')).toEqual(['李四'])
    expect(companionsOn(usePeople.getState(), '2022-11-01', '王五')).toEqual([])
    usePeople.getState().beginShift(DAY)
    expect(usePeople.getState().companions).toEqual(['李四', '王五'])
    usePeople.getState().beginShift('2022-11-01')
    expect(usePeople.getState().companions).toEqual([])
  })

  it('have a note, only on that day, that a PIN was removed, why and by whom', async () => {
    const { usePeople, pinClearedOn } = await people()
    const { clearPin } = usePeople.getState()
    clearPin('张三', { at: '2022-10-31T04:00:00Z', reason: '本人忘记', by: '李四' })
    const { people: all } = usePeople.getState()
    expect(all[0]!.pin).toBeNull()
    expect(pinClearedOn(all, '张三', DAY)).toBe('本人忘记，李四')
    expect(pinClearedOn(all, '张三', '2022-11-01')).toBe('')
    expect(pinClearedOn(all, '李四', DAY)).toBe('')
  })

  it('are read without a PIN that is stored incorrectly', async () => {
    const broken = { name: '张三', pin: { salt: 'x', hash: 7 } }
    kept.set(
      'chentu-people',
      JSON.stringify({ state: { people: [broken, { name: '' }, 'x'], shift: DAY }, version: 0 }),
    )
    const { usePeople } = await people()
    expect(usePeople.getState().people).toEqual([{ name: '张三', pin: null, cleared: null }])
    expect(usePeople.getState().shift).toBe(DAY)
  })
})

describe('a PIN', () => {
  it('is stored as a salted hash that distinguishes it from others', async () => {
    const { isCorrectPin, isPinForm, keepPin } = await import('@/store/device/person-pin')
    const [once, again] = [await keepPin('2580', 1000), await keepPin('2580', 1000)]
    expect(once.hash).not.toBe(again.hash)
    expect(JSON.stringify(once)).not.toContain('"2580"')
    expect(await isCorrectPin('2580', once)).toBe(true)
    expect(await isCorrectPin('2581', once)).toBe(false)
    // As calculated elsewhere: PBKDF2, HMAC, SHA-256.
    const known = { salt: '00'.repeat(16), rounds: 1, hash: '' }
    expect(
      await isCorrectPin('1234', {
        ...known,
        hash: (await import('node:crypto')).pbkdf2Sync('1234', Buffer.alloc(16), 1, 32, 'sha256').toString('hex'),
      }),
    ).toBe(true)
    expect([isPinForm('1234'), isPinForm('123'), isPinForm('12a4'), isPinForm('123456789')]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})
