import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import { shownDevices } from '@/features/monitoring/shown-devices'
import type { MonitorLine } from '@/questions/monitors/monitor-list'
import { ALL_DEVICES, DEVICE_FILTERS, DEVICE_SORTS } from '@/store/view/device-list-filter'

const line = fc.record({
  device: fc.string({ unit: fc.constantFrom('a', 'b', '1', '2'), minLength: 1, maxLength: 4 }),
  place: fc.option(
    fc.record({
      ...{ kind: fc.constant('site'), code: fc.constant(''), stage: fc.constant(null), position: fc.constant(null) },
      ...{ source: fc.constant(0), listed: fc.constant(null) },
      name: fc.constantFrom('一工地', '二工地', 'A 工地'),
      county: fc.constantFrom('', '610402', '610404'),
    }),
  ),
  called: fc.constant(null),
  isKept: fc.boolean(),
  last: fc.constant(null),
  value: fc.option(fc.integer({ min: 0, max: 5 })),
  isOnline: fc.boolean(),
  share: fc.option(fc.constantFrom(0, 0.5, 1)),
  limit: fc.constant(null),
  course: fc.constant([]),
})
const finding = fc
  .record({
    over: fc.option(fc.nat(3)),
    limits: fc.constant([]),
    overHours: fc.constant([]),
    alarms: fc.nat(3),
    doubts: fc.array(fc.constant({} as Doubt), { maxLength: 2 }),
    wrong: fc.nat(3),
  })
  .map((each) => ({ ...each, wrong: Math.min(each.wrong, each.over ?? 0) }))
const city = fc.uniqueArray(fc.tuple(line, finding), { maxLength: 12, selector: ([{ device }]) => device })
const asked = fc.record({
  filter: fc.constantFrom(...DEVICE_FILTERS),
  county: fc.constantFrom(null, '', '610402'),
  text: fc.constantFrom('', ' a ', 'Ａ', '工地', '1'),
  sort: fc.constantFrom(...DEVICE_SORTS),
})

const rightHours = ({ over, wrong }: { readonly over: number | null; readonly wrong: number }) =>
  over === null ? null : over - wrong

it('applies all conditions, counts each filter within the others, and sorts missing values last', () => {
  fc.assert(
    fc.property(city, asked, (all, ask) => {
      const devices: readonly MonitorLine[] = all.map(([each]) => each)
      const findings = new Map(all.map(([each, found]) => [each.device, found]))
      const leaves = ({ device, place, isOnline }: MonitorLine, filter: string, county: string | null = ask.county) => {
        const found = findings.get(device)!
        // Hours that a person marked as wrong do not exceed a limit.
        if (filter === 'over' && (found.over ?? 0) <= found.wrong) return false
        if (filter === 'doubts' && found.doubts.length === 0) return false
        if (filter === 'offline' && isOnline) return false
        if (county !== null && (place?.county ?? '') !== county) return false
        const text = ask.text.trim().replace('Ａ', 'a')
        return `${(place?.name ?? device).toLowerCase()}\n${device}`.includes(text)
      }
      const { lines, counts, counties } = shownDevices(devices, findings, ask)
      const codes = (some: readonly MonitorLine[]) => some.map(({ device }) => device).sort()
      expect(codes(lines)).toEqual(codes(devices.filter((each) => leaves(each, ask.filter))))
      for (const filter of DEVICE_FILTERS)
        expect(counts[filter]).toBe(devices.filter((each) => leaves(each, filter)).length)
      for (const county of ['', '610402', '610404'])
        expect(counties.get(county) ?? 0).toBe(devices.filter((each) => leaves(each, ask.filter, county)).length)
      if (ask.sort === 'county') expect(lines).toEqual(devices.filter((each) => leaves(each, ask.filter)))
      const figures = lines.map((each) =>
        ask.sort === 'value' ? each.value : ask.sort === 'over' ? rightHours(findings.get(each.device)!) : each.share,
      )
      if (ask.sort === 'county' || ask.sort === 'name') return
      const known = figures.filter((each) => each !== null)
      expect(figures.slice(0, known.length)).toEqual(known)
      expect(known).toEqual([...known].sort((a, b) => (ask.sort === 'share' ? a - b : b - a)))
    }),
  )
})

it('has no counts of findings before these are known', () => {
  expect(shownDevices([], null, ALL_DEVICES).counts).toEqual({ all: 0, over: null, doubts: null, offline: 0 })
})
