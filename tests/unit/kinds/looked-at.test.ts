import { describe, expect, it } from 'vitest'
import { checklistOf } from '@/domain/rules/checklist'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { valueAt } from '@/domain/table/column'
import type { FoundEvent } from '@/ledger/discovery'
import type { Discovery, LedgerEvent } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { foundFile } from '@/ledger/found-file'
import { seenOf } from '@/ledger/seen'
import { decodeView, encodeView } from '@/store/view/link'
import { FIRST_VIEW } from '@/store/view/view'
import { openTwoKinds, twoKinds } from '../../fixtures/two-kinds'
import { Office } from '../intake/office'
import { inspection, write } from '../ledger/records'

const target = { kind: 'restaurant', code: 'CY-005', name: '文林食堂' } as const

describe('a kind unknown to the code, in the field', async () => {
  const { desk } = await openTwoKinds()
  const { rules } = desk.opened.pack
  const list = checklistOf(rules, 'restaurant')

  it('has a checklist from its rules, whose version changes only with them', () => {
    expect(list.items.map(({ id, field, clause }) => [id, field, clause])).toEqual([
      ['purifier', 'purifier', 46],
      ['46-cleaned', null, 46],
    ])
    expect(checklistOf(rules, 'restaurant').version).toBe(list.version)
    expect(
      checklistOf(
        rules.filter(({ kind }) => kind !== 'fuel-station'),
        'restaurant',
      ).version,
    ).toBe(list.version)
    expect(
      checklistOf(
        rules.filter(({ id }) => id !== '46-cleaned'),
        'restaurant',
      ).version,
    ).not.toBe(list.version)
    expect(checklistOf(rules, 'fuel-station').items.map(({ id }) => id)).toEqual(['47-tanks', '47-vapour'])
  })

  it('has a finding closed by a team’s record, from its day on', () => {
    const found = (asOf: string, events: readonly LedgerEvent[]) => {
      desk.judge(asOf, seenOf(foldLedger(events)))
      const { findings } = desk.record('restaurant', 'CY-005')
      return findings.map(({ rule }) => rules[rule]!.id)
    }
    const yes = inspection({ target, checklist: list.version, answers: { purifier: 'yes', '46-cleaned': 'yes' } })
    const events = [write('a', null, yes, '2022-11-02T02:00:00Z')]
    expect(found('2022-11-03', [])).toEqual(['46-purifier'])
    expect(found('2022-11-03', events)).toEqual([])
    expect(found('2022-11-01', events)).toEqual(['46-purifier'])
    const record = desk.record('restaurant', 'CY-005')
    expect(record.values.purifier).toBe(false)
    desk.judge('2022-10-31')
    desk.show({})
  })

  it('can be recorded as a found source, and the file of found sources is imported as that kind', async () => {
    const body: Discovery = {
      type: 'discovery',
      target: { kind: 'restaurant', code: 'XC20221102', name: '餐饮单位 108.7000,34.3400' },
      position: [108.7, 34.34],
      accuracyMetres: 8,
      placed: 'stood',
      outline: [],
      note: '',
      photos: [],
    }
    const kind = desk.kinds.find(({ id }) => id === 'restaurant')!
    const blob = foundFile(kind, [write('a', null, body, '2022-11-02T02:00:00Z') as FoundEvent])
    const { features } = JSON.parse(await blob.text())
    expect(features[0].properties).toEqual({
      编号: 'XC20221102',
      名称: '餐饮单位 108.7000,34.3400',
      检查日期: '2022-11-02',
      问题发现日期: '2022-11-02',
      '定位误差(米)': '8',
      定位方式: '登记时所在处',
    })
    const office = await Office.open(twoKinds(), '2022-11-03')
    const item = await office.read('发现的餐饮单位.geojson', blob)
    expect(item.recognised.plan.role).toBe('restaurant')
    expect(valueAt(item.taken!.table, 'lon', 0)).toBeCloseTo(108.7, 6)
    expect(desk.kinds.filter(({ findable }) => findable).map(({ id }) => id)).not.toContain('fuel-station')
  })

  it('is kept in links: selected, filtered by its columns, coloured, hidden', () => {
    const view = {
      ...FIRST_VIEW,
      selected: { kind: 'restaurant', code: 'CY-005' },
      hidden: ['fuel-station'],
      opacity: { restaurant: 0.5 },
      filters: {
        ...NO_FILTERS,
        kinds: ['restaurant', 'fuel-station'],
        columns: [{ column: 'purifierCleanedOn', from: 19_000, to: null }],
      },
      look: {
        kind: 'restaurant',
        method: 'quantile' as const,
        classes: 4,
        breaks: [],
        fixedBreak: null,
        colour: 'seats',
        size: null,
      },
    }
    expect(decodeView(encodeView(view))).toEqual(view)
  })
})
