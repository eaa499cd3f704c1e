import type { TFunction } from 'i18next'
import i18next from 'i18next'
import { expect, it } from 'vitest'
import type { Limit } from '@/domain/monitoring/settings'
import { seriesTable } from '@/features/monitoring/series-table'
import { startI18n } from '@/i18n'
import { exportTable } from '@/io/export/export'
import { readExport } from '@/io/readings/read-export'
import type { MonitorSeries } from '@/questions/monitors/monitor-series'
import { minuteOn, ruleWith } from '../../fixtures/readings'

const t = ((key: string) => key) as unknown as TFunction<'texts'>
const limit: Limit = {
  ...{ parameter: 'tsp', averaging: 60, value: 0.7, unit: 'mg/m³', source: { zh: '', en: '' }, confirmed: false },
}
const from = minuteOn('2022-10-08', 8 * 60)
const SERIES: MonitorSeries = {
  from,
  values: Float32Array.of(120.04, Number.NaN, 880),
  county: { values: Float32Array.of(100, 110, Number.NaN), devices: Uint16Array.of(3, 4, 2) },
  city: { values: Float32Array.of(90, 95, 99), devices: Uint16Array.of(20, 21, 22) },
  limits: [{ limit, value: 700 }],
  exceedances: [
    {
      ...{
        device: 'a',
        limit,
        from: from + 120,
        until: from + 180,
        value: 880,
        background: 130,
        backgroundOf: 3,
        compared: 750,
      },
      ...{ allowedUpTo: 700, isOver: true, isAlarm: true, ofDay: 1, isAllowed: false },
    },
  ],
  untried: [],
  explained: [
    {
      ...{ device: 'a', limit, from, until: from + 60, value: 720, background: 100, backgroundOf: 3, compared: 620 },
      ...{ allowedUpTo: 700, isOver: false, isAlarm: false, ofDay: 1, isAllowed: false },
    },
  ],
  gaps: [{ from: from + 60, until: from + 120, hours: 1, why: 'flag', flag: 'M' }],
  flagged: [],
  doubts: [
    {
      ...{ kind: 'outage', device: 'a', parameter: null, from: from + 60, until: from + 120 },
      figures: { minutes: 60 },
    },
  ],
}

it('has a row for each displayed hour with its comparison; an hour without a mean has an empty cell', () => {
  const { headings, rows } = seriesTable(t, 'a', SERIES, 'tsp', new Map(), 'a', [])
  expect(headings[2]).toBe('monitoring.names.tsp (µg/m³)')
  expect(rows).toEqual([
    ['a', '2022-10-08 08:00', 120, 100, 3, 90, 20, 700, 'monitoring.table.explained', 100, 620, null, null, null],
    [
      'a',
      '2022-10-08 09:00',
      null,
      110,
      4,
      95,
      21,
      700,
      null,
      null,
      null,
      'monitoring.gapWhy.flag',
      'monitoring.doubt.outage',
      'monitoring.verdict.words.pending',
    ],
    [
      'a',
      '2022-10-08 10:00',
      880,
      null,
      2,
      99,
      22,
      700,
      'monitoring.table.overui.semicolonmonitoring.table.alarm',
      130,
      750,
      null,
      null,
      null,
    ],
  ])
  expect(rows.every((row) => row.length === headings.length)).toBe(true)
})

it('has nothing subtracted, and no result, for an hour with an unknown background', () => {
  const [above] = SERIES.exceedances
  const alone = { ...above!, background: null, backgroundOf: null, compared: 880 }
  const { headings, rows } = seriesTable(t, 'a', { ...SERIES, exceedances: [alone] }, 'tsp', new Map(), 'a', [])
  const at = headings.indexOf('monitoring.table.takenOff')
  expect(headings[at + 1]).toBe('monitoring.table.compared')
  expect(rows[2]!.slice(at, at + 2)).toEqual([null, null])
})

it('gives the same device and hours when imported, in both languages and as CSV and workbook', async () => {
  for (const language of ['zh-CN', 'en'] as const) {
    await startI18n(language)
    const words = i18next.getFixedT(language, 'texts')
    for (const format of ['csv', 'xlsx'] as const) {
      const table = seriesTable(words, '61040220220238', SERIES, 'tsp', new Map(), '一号工地 TSP', [['a', 'b']])
      const file = new File([await exportTable(table, format, 'wgs84')], `一号工地 TSP.${format}`)
      const read = await readExport(file, () => undefined, {}, ruleWith())
      expect(read?.readings.devices, `${language} ${format}`).toEqual(['61040220220238'])
      expect(read?.asDevices).toEqual([])
      expect([...(read?.readings.minute ?? [])]).toEqual([from, from + 120])
      expect(read?.readings.series.tsp?.values[0]).toBeCloseTo(120)
      // The heading states the begin of hours, so a package whose times are ends gets the same hours.
      const [begins, ends] = [
        await readExport(file, () => undefined, {}, ruleWith()),
        await readExport(file, () => undefined, {}, ruleWith('end')),
      ]
      expect([...(begins?.readings.minute ?? [])]).toEqual([from, from + 120])
      expect([...(ends?.readings.minute ?? [])]).toEqual([from + 60, from + 180])
    }
  }
})
