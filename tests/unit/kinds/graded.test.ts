import { describe, expect, it } from 'vitest'
import { formatDay } from '@/domain/calendar'
import { lineAlong } from '@/domain/sources/view/area'
import { paletteOf } from '@/layers/palette'
import { letterOf } from '@/layers/symbols'
import { lineFeatures, namedThings } from '@/map/style/map-features'
import { datasetOf } from '@/questions/dataset'
import { sourceScene } from '@/questions/map/source-scene'
import { countyStory } from '@/questions/month/county-story'
import { shownGrades } from '@/questions/shown/shown-grades'
import { lineKey, lineSources } from '@/questions/source/line-sources'
import { Desk } from '../../fixtures/desk'
import { openTwoKinds, twoKinds } from '../../fixtures/two-kinds'
import { Office } from '../intake/office'

describe('a kind with lines and surveys, and one with a ladder, both unknown to the code', async () => {
  const { desk } = await openTwoKinds({ graded: true })
  const kindOf = (id: string) => desk.kinds.find((kind) => kind.id === id)!
  const of = (code: string, day: string) => {
    const { lineGrades } = desk.judge(day).evaluation
    const { values } = desk.record('canal', code)
    return [
      values.clarity,
      values.turbidity,
      typeof values.watchedOn === 'number' ? formatDay(values.watchedOn) : null,
      lineGrades.get(lineKey('canal', code)),
    ]
  }

  it('has the values of the latest survey up to the day, from any file, graded by the package’s limits', () => {
    expect(of('QD-01', '2022-09-30')).toEqual(['清', 3, '2022-09-10', '清'])
    // A stated grade takes precedence over the one derived from the value.
    expect(of('QD-01', '2022-10-31')).toEqual(['微浊', 40, '2022-10-10', '微浊'])
    expect(of('QD-02', '2022-09-30')).toEqual(['微浊', 12, '2022-09-11', '微浊'])
    expect(of('QD-02', '2022-10-31')).toEqual(['清', 4, '2022-10-11', '清'])
    expect(of('QD-03', '2022-09-30')).toEqual(['浑', 30, '2022-09-12', '浑'])
    expect(of('QD-08', '2022-10-31')).toEqual([null, null, null, ''])
  })

  it('keeps fields that its surveys do not measure', () => {
    desk.judge('2022-10-31')
    const { values } = desk.record('canal', 'QD-01')
    expect([values.lining, values.lengthMetres]).toEqual(['衬砌', 3200])
  })

  it('fails by its grade since the first survey of the run below the best', () => {
    desk.judge('2022-10-31')
    const { findings } = desk.record('canal', 'QD-03')
    expect(findings.map(({ rule, since }) => [desk.rules[rule]!.id, since && formatDay(since)])).toEqual([
      ['48-clear', '2022-09-12'],
    ])
  })

  it('is drawn along its lines, three grades in the best, a middle and the worst colour', () => {
    const { lineGrades } = desk.judge('2022-09-30').evaluation
    desk.show({})
    const dataset = datasetOf(desk.opened)
    const lines = dataset.lines.filter(({ kind }) => kind === 'canal')
    expect(lines).toHaveLength(8)
    const shown = new Set(lines.map(({ kind, code }) => lineKey(kind, code)))
    const { grades } = paletteOf('light')
    const { features } = lineFeatures(dataset, lineGrades, shown, grades.length)
    const colours = Object.fromEntries(features.map(({ properties }) => [properties!.key, properties!.colour]))
    expect(colours).toMatchObject({ 'canal/QD-01': 0, 'canal/QD-02': 2, 'canal/QD-03': 3, 'canal/QD-08': -1 })
    // Two lines with one code stay separate, each with its name.
    const twins = lines.slice(0, 2).map((line, i) => ({ ...line, code: 'Z', nth: i + 1 }))
    const named = (keys: readonly string[]) =>
      namedThings(
        { ...dataset, lines: twins },
        { type: 'FeatureCollection', features: [] },
        new Map(),
        { type: 'FeatureCollection', features: [] },
        lineGrades,
        new Set(keys),
        'zh-CN',
      ).lines.map(({ text }) => text)
    expect(named(['canal/Z', 'canal/Z\t2'])).toEqual(twins.map(({ name }) => name))
    expect(named(['canal/Z\t2'])).toEqual([twins[1]!.name])
    expect(lineAlong(twins, { kind: 'canal', code: 'Z', nth: 2 })).toBe(twins[1])
    expect(lineAlong(twins, { kind: 'canal', code: 'Z' })).toBe(twins[0])
    expect(lineAlong(twins, { code: 'Z', nth: 9 })).toBe(twins[0])
    // Lines are not drawn as symbols.
    const world = { west: 0, north: 0, east: 1, south: 1 }
    desk.show({ kinds: ['canal'] })
    const scene = sourceScene(desk.filtered, {
      window: world,
      zoom: 13,
      hidden: [],
      look: null,
      density: { form: 'auto', of: 'count' },
    })
    expect(scene.symbols.rows).toHaveLength(0)
    desk.show({})
  })

  it('appears in the story of its county beside the roads', () => {
    desk.judge('2022-10-31')
    const { surveyed, graded } = countyStory(desk.evaluated, '610422', '2022-10', 3)
    expect(surveyed.map(({ kind, best }) => `${kind} ${best}`)).toEqual(['road 优', 'canal 清'])
    expect(surveyed[1]!.below).toEqual([{ name: '三原干渠3', grade: '微浊' }])
    expect(graded.map(({ kind }) => kind)).toEqual(['enterprise', 'car-wash'])
  })

  it('counts grades and moves separately for each kind with a ladder', () => {
    desk.show({})
    const [enterprises, washes] = shownGrades(desk.filtered)
    expect(enterprises!.total).toBe(498)
    expect(washes).toMatchObject({
      kind: 'car-wash',
      total: 12,
      grades: ['三星', '二星', '一星', '未评'],
      advanced: ['三星'],
    })
    expect(washes!.industries.map(({ industry }) => industry).sort()).toEqual(['人工', '自助'])
    expect([...washes!.moves.values()].reduce((sum, count) => sum + count, 0)).toBe(12)
    expect(desk.show({ grades: ['三星'] }).total).toBe(3)
    expect(letterOf(kindOf('car-wash'), '三星')).toBe('3')
    expect(letterOf(kindOf('car-wash'), '未评')).toBe('洗')
    desk.show({})
  })

  it('imports a survey by the name of the surveyed source, and keeps earlier files', async () => {
    const office = await Office.open(twoKinds({ graded: true }), '2022-12-01')
    const text = '渠道名称,巡测时间,浊度(NTU)\n淳化干渠5,2022-11-20,33\n没有的渠,2022-11-20,1\n'
    const item = await office.read('渠道巡测11月.csv', text, { dataClass: 'illustrative' })
    expect(item.recognised.plan.role).toBe('canal-surveys')
    expect(item.taken!.counts).toMatchObject({ taken: 1, refused: 1 })
    await office.takeOver(item)
    const after = new Desk(office.opened)
    after.judge('2022-11-30')
    const values = (code: string) => after.record('canal', code).values
    expect(values('QD-05')).toMatchObject({ turbidity: 33, clarity: '浑' })
    expect(values('QD-02')).toMatchObject({ turbidity: 4, clarity: '清' })
    after.judge('2022-09-30')
    expect(values('QD-02')).toMatchObject({ turbidity: 12 })
  })

  it('imports lines of its kind, and keeps those of sources in a list without lines', async () => {
    const office = await Office.open(twoKinds({ graded: true }), '2022-12-01')
    const line = {
      type: 'LineString',
      coordinates: [
        [108.7, 34.3],
        [108.8, 34.4],
      ],
    }
    const file = {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { 编号: 'QD-09', 名称: '新渠', 区县: '秦都区' }, geometry: line }],
    }
    const item = await office.read('渠道.geojson', JSON.stringify(file), { dataClass: 'illustrative', role: 'canal' })
    await office.takeOver(item)
    const lines = lineSources(office.opened).filter(({ kind }) => kind === 'canal')
    expect(lines.map(({ code }) => code).sort()).toEqual([
      'QD-01',
      'QD-02',
      'QD-03',
      'QD-04',
      'QD-05',
      'QD-06',
      'QD-07',
      'QD-08',
      'QD-09',
    ])
    const list = await office.read('渠道清单.csv', '渠道编号,编号,名称,责任单位\n,QD-09,新渠,新管理站\n', {
      dataClass: 'illustrative',
      role: 'canal',
    })
    await office.takeOver(list)
    const after = new Desk(office.opened)
    after.judge('2022-10-31')
    expect(after.record('canal', 'QD-09').values.operator).toBe('新管理站')
    expect(lineSources(after.opened).filter(({ kind }) => kind === 'canal')).toHaveLength(9)
  })
})
