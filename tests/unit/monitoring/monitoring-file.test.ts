import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readMonitoring } from '@/io/package/monitoring-file'
import { openFromDisk } from '../package-from-disk'

const WRITTEN = JSON.parse(readFileSync('data/monitoring.json', 'utf8'))
const read = (value: unknown) => readMonitoring('monitoring.json', value)

describe('a city’s settings for judging readings', () => {
  it('are read from the default package, each with an unconfirmed source', async () => {
    const { value, problems } = await openFromDisk('')
    expect(problems).toEqual([])
    const monitoring = value!.pack.monitoring!
    expect(monitoring).toEqual(WRITTEN)
    const entries = [monitoring.hour, monitoring.day, ...monitoring.limits, ...Object.values(monitoring.doubts)]
    entries.push(monitoring.online!, monitoring.rose!, monitoring.besideDustfall!)
    expect(entries.length).toBe(20)
    for (const { source, confirmed } of entries)
      expect([source.zh !== '', source.en !== '', confirmed]).toEqual([true, true, false])
  })

  it('leave out a wrong entry, and report its position, content and what was expected', () => {
    const [limit] = WRITTEN.limits
    const { value, problems } = read({
      ...WRITTEN,
      limits: [
        limit,
        { ...limit, unit: 'g/m³' },
        { ...limit, value: undefined },
        { ...limit, background: { by: 'ratio', parameter: 'pm10', share: 2, alarm: 1.3 } },
      ],
      doubts: { ...WRITTEN.doubts, stuck: { ...WRITTEN.doubts.stuck, leastMinutes: 0 }, ghost: {} },
    })
    expect(value!.limits).toEqual([limit])
    expect(Object.keys(value!.doubts)).not.toContain('stuck')
    const wrong = { code: 'monitoring-part-wrong', file: 'monitoring.json' }
    expect(problems).toEqual([
      { ...wrong, column: 'limits.1.unit', seen: 'g/m³', expected: 'mg/m³、µg/m³、ng/m³' },
      { code: 'monitoring-part-missing', file: 'monitoring.json', column: 'limits.2.value' },
      { ...wrong, column: 'limits.3.background.alarm', seen: '1.3', expected: '> share' },
      { ...wrong, column: 'doubts.stuck.leastMinutes', seen: '0', expected: '≥ 1' },
      { ...wrong, column: 'doubts', seen: 'ghost', expected: expect.stringContaining('outage、flagged') },
    ])
  })

  it('judge nothing without rules for hours and days, or if they are not an object', () => {
    expect(read({ ...WRITTEN, hour: undefined })).toEqual({
      value: null,
      problems: [{ code: 'monitoring-part-missing', file: 'monitoring.json', column: 'hour' }],
    })
    expect(read([]).value).toBe(null)
    expect(read({ ...WRITTEN, limits: undefined, doubts: undefined }).value).toMatchObject({ limits: [], doubts: {} })
  })

  it('do not prevent the package from opening if they are wrong', async () => {
    const { value, problems } = await openFromDisk('', (file, text) =>
      file === 'monitoring.json' ? '{"hour": 1}' : text,
    )
    expect(value!.pack.monitoring).toBe(null)
    expect(problems.map(({ column }) => column)).toEqual(['hour', 'day'])
  })
})
