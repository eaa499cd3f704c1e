import { describe, expect, it } from 'vitest'
import { STATUS } from '@/domain/rules/status'
import { positionOf, rowOf } from '@/domain/sources/inventory'
import { textAt } from '@/domain/table/column'
import { evaluateRules } from '@/questions/evaluated-package'
import { knownMonitors, monitorsByCode } from '@/questions/monitors/known-monitors'
import { monitorsOfCard } from '@/questions/monitors/monitor-card'
import { monitorPlace } from '@/questions/monitors/monitors'
import type { OpenedPackage } from '@/questions/opened-package'
import { findSource } from '@/questions/source/find-source'
import { sourceRecord } from '@/questions/source/source-record'
import { openFromDisk } from '../package-from-disk'

const LIST = 'dust-monitor.csv'
const ONLINE = 'readings/online.csv'
const SITES = 'construction-site'
/** Its readings stopped from 28 to 30 October; the office's cell says online. */
const STOPPED = 'GD2022-0238'
const OTHER = 'GD2022-0001'
const AS_OF = '2022-10-31'
const HEAD = '编号,名称,区县,经度,纬度,设备编号(MN号),安装的污染源'

const delivered = (await openFromDisk('')).value!
const open = async (list: string, online = (text: string) => text) =>
  await openFromDisk('', (file, text) => {
    if (file === 'datapackage.json') return withClass(text, 'real')
    return file === LIST ? `${HEAD}\n${list}` : file === ONLINE ? online(text) : text
  })
/** The descriptor with a list of monitors of this data class. */
const withClass = (text: string, dataClass: string) => {
  const read = JSON.parse(text)
  for (const { name, chentu } of read.resources) if (name === 'dust-monitor') chentu.class = dataClass
  return JSON.stringify(read)
}
const withoutList = async (online = (text: string) => text) =>
  (await openFromDisk('', (file, text) => {
    if (file === ONLINE) return online(text)
    if (file !== 'datapackage.json') return text
    const read = JSON.parse(text)
    read.resources = read.resources.filter(({ name }: { name: string }) => name !== 'dust-monitor')
    return JSON.stringify(read)
  }))!.value!

/** The state of a site under the requirement that its monitor is online, and which monitor decides it. */
function standing(opened: OpenedPackage, code: string) {
  const evaluated = evaluateRules(opened, AS_OF)
  const { findings, measured } = sourceRecord(evaluated, findSource(evaluated, SITES, code)!.source)
  const found = findings.find(({ rule }) => opened.pack.rules[rule]!.id === '23-online')
  const fact = measured.find((each) => each.measured === 'online')
  return { isFailing: found !== undefined, hours: fact?.hours, device: fact?.device }
}
const nameOf = (opened: OpenedPackage, source: number | null | undefined) =>
  source == null ? null : textAt(opened.inventory.sources, 'code', source)
const placeOf = (opened: OpenedPackage, number: string) => {
  const place = monitorPlace(opened, number)
  return place && [place.kind, place.code, place.listed?.code ?? null]
}
const name = (code: string) => findSource(evaluateRules(delivered, AS_OF), SITES, code)!.name

describe('the source at which a monitor stands', () => {
  it('is given by the code in its row, or by the name if only one source has it', async () => {
    const { value, problems } = await open(
      [
        `YC-1,一号,,,,MN0001,${STOPPED}`,
        `YC-2,二号,,,,MN0002,${name(OTHER)}`,
        `YC-3,三号,,,,MN0003,没有这个工地`,
        `YC-4,四号,,,,,${OTHER}`,
        `YC-5,五号,,,,MN0001,${OTHER}`,
      ].join('\n'),
    )
    const opened = value!
    expect(placeOf(opened, 'MN0001')).toEqual([SITES, STOPPED, 'YC-1'])
    expect(placeOf(opened, 'MN0002')).toEqual([SITES, OTHER, 'YC-2'])
    // A listed monitor is known, wherever it stands.
    expect(placeOf(opened, 'MN0003')).toEqual(['dust-monitor', 'YC-3', 'YC-3'])
    expect([placeOf(opened, 'YC-1'), placeOf(opened, 'YC-4')]).toEqual([
      [SITES, STOPPED, 'YC-1'],
      [SITES, OTHER, 'YC-4'],
    ])
    expect(problems).toMatchObject([
      { code: 'monitor-place-unknown', file: LIST, row: 4, column: '安装的污染源', seen: '没有这个工地' },
      { code: 'device-number-twice', file: LIST, row: 6, seen: 'MN0001', earlier: { row: 2, value: '一号' } },
    ])
    // Of several monitors at one site each has its own name.
    expect(monitorPlace(opened, 'MN0002')!.name).toBe('二号')
    expect(monitorPlace(opened, 'MN0001')!.name).toBe(name(STOPPED))
    const evaluated = evaluateRules(opened, AS_OF)
    const site = monitorsOfCard(evaluated, findSource(evaluated, SITES, OTHER)!.source)
    expect(site.monitors.map(({ listed }) => listed?.code)).toEqual(['YC-2', 'YC-4', 'YC-5', undefined])
  })

  it('is the source with its number if no list has it, or its row gives no source', async () => {
    const opened = (await open(`YC-1,一号,,,,${STOPPED},`)).value!
    expect(placeOf(opened, STOPPED)).toEqual([SITES, STOPPED, 'YC-1'])
    expect(placeOf(opened, OTHER)).toEqual([SITES, OTHER, null])
    expect(placeOf(opened, 'MN0009')).toBeNull()
    expect(placeOf(await withoutList(), OTHER)).toEqual([SITES, OTHER, null])
  })

  it('provides position and county if its row has no position', async () => {
    const opened = (await open(`YC-1,一号,,,,MN0001,${STOPPED}\nYC-2,二号,秦都区,108.7,34.3,MN0002,${STOPPED}`)).value!
    const { sources } = opened.inventory
    const [first, second] = [...opened.ties.bySource.keys()]
    const site = opened.ties.bySource.get(first!)!.at!
    expect(nameOf(opened, site)).toBe(STOPPED)
    expect(positionOf(sources, first!)).toEqual(positionOf(sources, site))
    expect(textAt(sources, 'county', first!)).toBe(textAt(sources, 'county', site))
    expect(positionOf(sources, second!)).toEqual([108.7, 34.3])
    expect([opened.lons[first!], opened.lats[first!]]).toEqual(positionOf(sources, site))
    const { kind, row } = rowOf(opened.inventory, first!)
    expect(positionOf(kind.table, row)).toEqual(positionOf(sources, site))
  })
})

it('is unknown for illustrative monitors whose illustrative sites were replaced by the office’s own', async () => {
  const { value, problems } = await openFromDisk('', (file, text) =>
    file === 'construction-site.csv' ? text.split('\n').slice(0, 2).join('\n') : text,
  )
  expect(problems).toEqual([])
  expect([...value!.ties.bySource.values()].filter(({ at }) => at !== null)).toHaveLength(1)
})

describe('whether the monitor of a site is online', () => {
  it('is decided as before in a package without a list, finding by finding', async () => {
    const before = evaluateRules(await withoutList(), AS_OF)
    const now = evaluateRules(delivered, AS_OF)
    const ids = ({ opened, findings }: typeof now) =>
      findings
        .filter(({ rule }) => opened.pack.rules[rule]!.kind === SITES)
        .map(({ rule, status, at }) => [
          opened.pack.rules[rule]!.id,
          ...Array.from(status, (each, row) => (each === STATUS.fine ? null : { ...at(row), rule: null })),
        ])
    expect(ids(now)).toEqual(ids(before))
    expect(standing(await withoutList(), STOPPED)).toEqual({ isFailing: true, hours: 120, device: undefined })
  })

  it('is decided by the number in the list, whether or not that is the site’s code', async () => {
    const renamed = (text: string) => text.replaceAll(STOPPED, 'MN0001')
    const opened = (await open(`YC-1,一号,,,,MN0001,${STOPPED}`, renamed)).value!
    expect(standing(opened, STOPPED)).toEqual({ isFailing: true, hours: 120, device: undefined })
    expect(standing(await withoutList(renamed), STOPPED)).toEqual({
      isFailing: false,
      hours: undefined,
      device: undefined,
    })
    // The same readings at another site count for that site.
    const moved = (await open(`YC-1,一号,,,,MN0001,${OTHER}`, renamed)).value!
    expect(standing(moved, STOPPED).hours).toBeUndefined()
  })

  it('is failing if one of several monitors is, and states which', async () => {
    const opened = (await open(`YC-1,一号,,,,${STOPPED},${OTHER}\nYC-2,二号,,,,${OTHER},${OTHER}`)).value!
    expect(standing(opened, OTHER)).toEqual({ isFailing: true, hours: 120, device: STOPPED })
    expect(standing(opened, STOPPED)).toMatchObject({ hours: undefined })
  })
})

it('identifies devices in files by number, code or name in a list, otherwise by the sources', async () => {
  const opened = (await open(`YC-1,一号监测仪,,,,MN0001,${STOPPED}`)).value!
  const evaluated = evaluateRules(opened, AS_OF)
  const asked = ['MN0001', 'YC-1', '一号监测仪', name(STOPPED), OTHER, 'MN0009']
  const known = knownMonitors(evaluated, asked)
  const listed = { kind: 'dust-monitor', code: 'MN0001', name: '一号监测仪', at: name(STOPPED) }
  expect(known).toEqual([
    ...asked.slice(0, 4).map((each) => ({ asked: each, ...listed })),
    { asked: OTHER, kind: SITES, code: OTHER, name: name(OTHER) },
  ])
})

it('takes the longest code of a list at the beginning of a file name for its device', async () => {
  const list = [
    `XY-014,十四号,,,,,${STOPPED}`,
    `XY-014-B,十四号乙,,,,MN0002,${OTHER}`,
    '2026,年,,,,,',
    '8,八,,,,,',
    '一号,甲,,,,,',
  ]
  const evaluated = evaluateRules((await open(list.join('\n'))).value!, AS_OF)
  const codeOf = (fileName: string) =>
    knownMonitors(evaluated, [fileName], [fileName]).map(({ code, isOfFileName }) => [code, isOfFileName ?? false])
  expect(codeOf('XY-014 八月')).toEqual([['XY-014', true]])
  expect(codeOf('XY-014_2026-08')).toEqual([['XY-014', true]])
  expect(codeOf('XY-014八月')).toEqual([['XY-014', true]])
  expect(codeOf('XY-014（北门）')).toEqual([['XY-014', true]])
  // Its readings are kept under the device number.
  expect(codeOf('XY-014-B 八月')).toEqual([['MN0002', true]])
  expect(codeOf(`${OTHER}-2026`)).toEqual([[OTHER, true]])
  // The file's whole name is a code: there is nothing to check.
  expect(codeOf('XY-014')).toEqual([['XY-014', false]])
  for (const none of ['XY-0145 八月', 'XY-014B', '2026-08', '2026年8月', '8月数据', '一号工地', 'XY 014'])
    expect([none, codeOf(none).filter(([, isOfFileName]) => isOfFileName)]).toEqual([none, []])
  // A device column that names a device is taken as it is.
  expect(knownMonitors(evaluated, ['XY-014 八月']).some(({ isOfFileName }) => isOfFileName)).toBe(false)
})

it('says which listed device has a code that the user entered, and looks up no names', async () => {
  const evaluated = evaluateRules((await open(`YC-1,一号监测仪,,,,MN0001,${STOPPED}`)).value!, AS_OF)
  const listed = { kind: 'dust-monitor', code: 'MN0001', name: '一号监测仪', at: name(STOPPED) }
  expect(monitorsByCode(evaluated, ['MN0001', 'YC-1', OTHER, '一号监测仪', 'MN0009'])).toEqual([
    { asked: 'MN0001', ...listed },
    { asked: 'YC-1', ...listed },
    { asked: OTHER, kind: SITES, code: OTHER, name: name(OTHER) },
  ])
})

it('guesses a device by an abbreviated or extended name, if exactly one is similar', async () => {
  const opened = (await open(`YC-1,一号监测仪,,,,MN0001,${STOPPED}`)).value!
  const evaluated = evaluateRules(opened, AS_OF)
  const full = name(STOPPED)
  const guess = (...asked: readonly string[]) => knownMonitors(evaluated, asked).filter(({ isGuess }) => isGuess)
  const short = full.slice(0, -1)
  expect(guess(`${full}（东门）扬尘监测点`)).toEqual([
    {
      asked: `${full}（东门）扬尘监测点`,
      kind: 'dust-monitor',
      code: 'MN0001',
      name: '一号监测仪',
      at: full,
      isGuess: true,
    },
  ])
  // A known device is not guessed, nor one that is similar to several.
  expect(guess(full, '工地', full.slice(0, 1))).toEqual([])
  for (const { code } of guess(short)) expect(code).toBe('MN0001')
})
