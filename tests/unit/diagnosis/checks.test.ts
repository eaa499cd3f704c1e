import { describe, expect, it } from 'vitest'
import { checkAddress, checkBrowser } from '@/features/diagnosis/checks/browser'
import type { Checked } from '@/features/diagnosis/checks/check'
import { clockAgainst } from '@/features/diagnosis/checks/clock'

/** The key of the message and its values. */
const said = (checked: Checked) =>
  checked.says(((key: string, values?: object) => `${key} ${JSON.stringify(values ?? {})}`) as never)

describe('the browser', () => {
  const CHROME =
    'Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36'

  it('is accepted from the oldest version that the app supports', () => {
    expect(checkBrowser(CHROME).standing).toBe('fine')
    const old = checkBrowser(CHROME.replace('109', '86'))
    expect(old.standing).toBe('wrong')
    expect(said(old)).toContain('"oldest":109')
  })

  it('is recognised by its engine, whatever other names its user agent has', () => {
    const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
    expect(said(checkBrowser(firefox))).toContain('Firefox')
    const ipad =
      'Mozilla/5.0 (iPad; CPU OS 16_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.3 Safari/604.1'
    expect(checkBrowser(ipad).standing).toBe('wrong')
    expect(checkBrowser(ipad.replace('16.3 ', '17.1 ')).standing).toBe('fine')
    expect(checkBrowser('curl/8').standing).toBe('unknown')
  })
})

describe('the clock', () => {
  const now = new Date('2022-10-31T10:00:00+08:00')

  it('is wrong if it differs from the server’s by minutes, in either direction', () => {
    const ahead = clockAgainst(now.getTime() - 7 * 60_000, now)
    expect([ahead.standing, said(ahead)]).toEqual(['wrong', 'diagnosis.clock.fast {"minutes":7}'])
    expect(said(clockAgainst(now.getTime() + 8 * 3_600_000, now))).toBe('diagnosis.clock.slow {"minutes":480}')
  })

  it('is right if the server agrees; then only the time of a record is odd', () => {
    const fault = { by: 'record', day: '2022-11-09', today: '2022-10-31' } as const
    const agreed = clockAgainst(now.getTime(), now, fault)
    expect([agreed.standing, said(agreed)]).toEqual([
      'odd',
      'diagnosis.clock.later {"day":"2022-11-09","today":"2022-10-31"}',
    ])
    expect(clockAgainst(null, now, fault).standing).toBe('wrong')
    expect(clockAgainst(now.getTime() - 7 * 60_000, now, fault).standing).toBe('wrong')
  })

  it('is never reported as right without an answer of a server', () => {
    expect(clockAgainst(null, now).standing).not.toBe('fine')
  })
})

it('warns about an insecure address, and not about a secure one', () => {
  expect(checkAddress(true).standing).toBe('fine')
  expect(checkAddress(false).standing).toBe('odd')
})
