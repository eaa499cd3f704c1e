import { readFileSync } from 'node:fs'
import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import type { DoubtVerdict, DoubtVerdicts } from '@/domain/monitoring/doubts/verdict'
import { dayBegin } from '@/domain/monitoring/local-time'
import { textColumn } from '@/domain/table/build-column'
import { textAt } from '@/domain/table/column'
import type { CallResult } from '@/domain/warnings/standing'
import type { Warning } from '@/domain/warnings/warning'
import type { WarningResponse } from '@/features/meeting/use-warning'
import { hasOverApart, overLists, overTables } from '@/features/meeting/warning-over'
import { startI18n } from '@/i18n'
import type { Descriptor } from '@/io/package/descriptor'
import { heldFiles } from '@/io/package/package-files'
import { RangeFault } from '@/io/package/ranged-file'
import { MonitorHours } from '@/io/readings/monitor-hours'
import { packageReadings } from '@/io/readings/package-readings'
import { type EvaluatedPackage, evaluateRules } from '@/questions/evaluated-package'
import { runsWithin } from '@/questions/monitors/exceedances-within'
import { type CalledExceedance, calledExceedances } from '@/questions/warnings/called-exceedances'
import { calledRows } from '@/questions/warnings/warning-duties'
import { calledExceedanceText } from '@/store/warnings/exceedance-text'
import { openFromDisk } from '../package-from-disk'

const MONTH = '2022-10'
const PATH = `readings/hourly/${MONTH}.parquet`
const at = (day: string) => dayBegin(parseDay(day))
const WARNING: Warning = {
  ...{ code: 'W', name: '预警', level: 'red', issuer: '', counties: [] },
  // Not at a full hour: hours that began before are left out.
  from: at('2022-10-03') + 30,
  until: at('2022-10-25'),
}

let evaluated: EvaluatedPackage
let hours: MonitorHours
let known: readonly CallResult[]
beforeAll(async () => {
  await startI18n('zh-CN')
  const opened = (await openFromDisk('')).value!
  evaluated = evaluateRules({ ...opened, pack: { ...opened.pack, warnings: [WARNING] } }, '2022-10-31')
  const resources = [
    { name: MONTH, path: PATH, chentu: { role: 'readings-hourly', class: 'illustrative' as const, month: MONTH } },
  ]
  const held = new Map([[PATH, new Blob([readFileSync(`data/${PATH}`)])]])
  hours = await MonitorHours.ofPackage(
    packageReadings(heldFiles(held), { resources } as unknown as Descriptor, 'readings-hourly'),
    [],
  )
  known = calledRows(evaluated, 'W').map(({ kind, row }) => ({
    ...{ kind: kind.kind, code: textAt(kind.table, 'code', row) },
    ...{ standing: 'done' as const, unmet: false, failed: false },
  }))
})
const NONE: DoubtVerdicts = new Map()
const asked = async (of: readonly CallResult[], day = '2022-10-31', verdicts = NONE) =>
  (await calledExceedances(evaluated, hours, { code: 'W', known: of, day }, verdicts)).found

describe('exceedances at sources called because of a warning', () => {
  it('are those of their monitors during the warning, by device and parameter, most hours first', async () => {
    const found = await asked(known)
    const codes = new Set(known.map(({ code }) => code))
    const runs = (
      await runsWithin(evaluated.opened, hours, { from: at('2022-10-03') + 60, until: WARNING.until! }, NONE)
    ).filter(({ device }) => codes.has(device))
    expect(found.length).toBeGreaterThan(0)
    const sum = (of: readonly { readonly hours: number }[]) => of.reduce((all, each) => all + each.hours, 0)
    expect(sum(found)).toBe(runs.reduce((all, { run }) => all + run.count, 0))
    expect(new Set(found.map(({ device }) => device))).toEqual(new Set(runs.map(({ device }) => device)))
    expect(found.map((each) => each.hours)).toEqual(found.map((each) => each.hours).sort((a, b) => b - a))
    for (const each of found) {
      expect(each.compared).toBeGreaterThan(each.allowedUpTo)
      expect(each.from >= WARNING.from && each.until <= WARNING.until!).toBe(true)
      expect([each.called.code, each.isIllustrative, each.standing]).toEqual([each.device, true, 'done'])
    }
    const said = calledExceedanceText(i18next.getFixedT('zh-CN') as never, found[0]!)
    expect(said).toContain(`设备 ${found[0]!.device}：TSP`)
    expect(said).toContain(`${found[0]!.hours} 小时超过限值`)
    expect(said).toMatch(/（限值未经核实）.*（示例）$/)
  })

  it('are on the wall, most hours first, and all in documents, with their basis', async () => {
    const found = await asked(known)
    const t = i18next.getFixedT('zh-CN')
    const [list] = overLists(t, { over: { found, untold: [], isPartly: false } }, 'below')
    const { lines, left } = list!
    expect(lines.map(({ name }) => name)).toEqual(found.slice(0, 3).map(({ called }) => called.name))
    expect(lines[0]).toMatchObject({
      ...{ answer: '已落实', hours: `TSP ${found[0]!.hours} 小时超过限值` },
      marks: expect.arrayContaining(['限值未经核实', '示例']),
    })
    expect(lines.length + left).toBe(found.length)
    const [table] = overTables(t, { over: { found, untold: [], isPartly: false } })
    expect(table!.rows.map((row) => row[4])).toEqual(found.map((each) => each.hours))
    expect(table!.rows.every((row) => String(row.at(-1)).includes('限值未经核实'))).toBe(true)
    expect(table!.rows.every((row) => row.length === table!.headings.length)).toBe(true)
    expect(overTables(t, { over: { found: [], untold: [], isPartly: false } })).toEqual([])
    // Those that nobody told stand apart.
    const both = overLists(t, { over: { found, untold: found.slice(0, 1), isPartly: false } }, 'below')
    expect(both.map(({ title, lines }) => [title, lines.length])).toEqual([
      [`预警期间超过限值的被通知单位（设备 ${found.length} 台次）`, Math.min(2, found.length)],
      ['预警期间超过限值的未通知单位（设备 1 台次）', 1],
    ])
  })

  it('have a step of their own on the wall where the counties of the table leave no room below it', async () => {
    const found = (await asked(known)).slice(0, 3)
    const of = (counties: number, told: readonly CalledExceedance[], untold: readonly CalledExceedance[] = []) =>
      ({
        over: { found: told, untold, isPartly: false },
        tally: { counties: new Map(Array.from({ length: counties }, (_, i) => [String(i), {}])) },
      }) as unknown as WarningResponse
    expect(hasOverApart(of(13, []))).toBe(false)
    expect(hasOverApart(of(7, found))).toBe(false)
    expect(hasOverApart(of(13, found))).toBe(true)
    expect(hasOverApart(of(13, found.slice(0, 1), found))).toBe(true)
  })

  it('of sources that nobody told, or could not reach, stand apart', async () => {
    const [first, ...others] = await asked(known)
    const untold = async (of: readonly CallResult[]) =>
      (await calledExceedances(evaluated, hours, { code: 'W', known: of, day: '2022-10-31' }, NONE)).untold
    expect(await untold(known)).toEqual([])
    // No call is known at all.
    const all = await untold([])
    expect(all.map(({ device, hours }) => [device, hours])).toEqual(
      [first!, ...others].map(({ device, hours }) => [device, hours]),
    )
    expect(new Set(all.map(({ standing }) => standing))).toEqual(new Set(['none']))
    const unreached = known.map((each) =>
      each.code === first!.device ? { ...each, standing: 'unreached' as const } : each,
    )
    expect((await untold(unreached)).map(({ device, standing }) => [device, standing])).toEqual([
      [first!.device, 'unreached'],
    ])
  })

  it('are of the source at which the monitor stands, also if another one has its code and was not told', async () => {
    const [first] = await asked(known)
    const rows = calledRows(evaluated, 'W').filter(({ duty, parts }) => duty.role === 'asked' && parts.length === 0)
    const isOwn = ({ kind, row }: (typeof rows)[number]) => textAt(kind.table, 'code', row) === first!.device
    const at = rows.findIndex(isOwn)
    const { kind, row } = rows[at]!
    const other = rows.findLast((each) => each.kind === kind && !isOwn(each))!
    expect(rows.indexOf(other)).toBeGreaterThan(at)
    const codes = Array.from({ length: kind.table.length }, (_, i) =>
      textAt(kind.table, 'code', i === other.row ? row : i),
    )
    const table = { ...kind.table, columns: { ...kind.table.columns, code: textColumn(codes) } }
    const sameCode = new Map([row, other.row].map((each, i) => [kind.first + each, { nth: i + 1, of: 2 }]))
    const shared = {
      ...evaluated,
      opened: { ...evaluated.opened, sameCode },
      tables: evaluated.tables.map((each) => (each === kind ? { ...kind, table } : each)),
    }
    const told = known.filter(({ code }) => code === first!.device)
    const { found, untold } = await calledExceedances(
      shared,
      hours,
      { code: 'W', known: told, day: '2022-10-31' },
      NONE,
    )
    expect(found.map(({ device, called }) => [device, called.source])).toEqual([[first!.device, kind.first + row]])
    expect(untold.some(({ device }) => device === first!.device)).toBe(false)
  })

  it('leave out sources that were not told, hours after the day, and other periods', async () => {
    const [first] = await asked(known)
    const without = (standing: CallResult['standing']) =>
      asked(known.map((each) => (each.code === first!.device ? { ...each, standing } : each)))
    for (const standing of ['none', 'unreached'] as const)
      expect((await without(standing)).some(({ device }) => device === first!.device)).toBe(false)
    expect((await without('refused')).find(({ device }) => device === first!.device)?.standing).toBe('refused')
    expect(await asked([])).toEqual([])
    expect(await asked(known, '2022-10-02')).toEqual([])
    const early = await asked(known, '2022-10-10')
    for (const { until } of early) expect(until).toBeLessThanOrEqual(at('2022-10-11'))
    expect(early.length).toBeLessThanOrEqual((await asked(known)).length)
    expect((await calledExceedances(evaluated, hours, { code: 'gone', known, day: '2022-10-31' }, NONE)).found).toEqual(
      [],
    )
  })

  it('leave out hours marked as wrong, and show no doubt about hours found valid', async () => {
    const { opened } = evaluated
    const { monitoring } = opened.pack
    // With this range everything above a limit is doubted.
    const implausible = { ...monitoring!.doubts.implausible!, ranges: { tsp: [0, 500] as const } }
    const pack = { ...opened.pack, monitoring: { ...monitoring!, doubts: { implausible } } }
    const doubting = { ...evaluated, opened: { ...opened, pack } }
    const of = async (verdict: string | null) => {
      const told: DoubtVerdict[] =
        verdict === null
          ? []
          : [
              {
                doubt: 'implausible',
                parameter: 'tsp',
                from: WARNING.from - 9999,
                until: WARNING.until! + 9999,
                verdict,
              },
            ]
      const request = { code: 'W', known, day: '2022-10-31' } as const
      return (await calledExceedances(doubting, hours, request, new Map(known.map(({ code }) => [code, told])))).found
    }
    const open = await of(null)
    expect(open.map(({ isDoubted }) => isDoubted)).toEqual(open.map(() => true))
    expect(open.length).toBeGreaterThan(0)
    expect(await of('valid')).toEqual(open.map((each) => ({ ...each, isDoubted: false })))
    expect(await of('invalid')).toEqual([])
  })

  it('leave out the hour in which the warning was lifted', async () => {
    const [first] = await asked(known)
    // Lifted in the middle of an hour above the limit: the last full hour is the one before.
    const lifted = { ...WARNING, until: first!.until - 30 }
    const { opened } = evaluated
    const of = { ...evaluated, opened: { ...opened, pack: { ...opened.pack, warnings: [lifted] } } }
    const { found } = await calledExceedances(of, hours, { code: 'W', known, day: '2022-10-31' }, NONE)
    const [same] = found.filter(({ device, parameter }) => device === first!.device && parameter === first!.parameter)
    expect(same!.hours).toBe(first!.hours - 1)
    for (const { until } of found) expect(until).toBeLessThanOrEqual(first!.until - 60)
  })

  it('report that some may be missing if a file of the period can’t be read', async () => {
    const whole = await calledExceedances(evaluated, hours, { code: 'W', known, day: '2022-10-31' }, NONE)
    expect(whole.isPartly).toBe(false)
    const asked = { code: 'W', known, day: '2022-10-31' } as const
    const unopened = new MonitorHours([], [{ code: 'readings-unreadable', file: PATH }])
    expect(await calledExceedances(evaluated, unopened, asked, NONE)).toEqual({ found: [], untold: [], isPartly: true })
    const [file] = hours.files
    const broken = { ...file!.file, read: () => Promise.reject(new RangeFault({ code: 'file-changed', file: PATH })) }
    const unread = new MonitorHours([{ ...file!, file: broken }], [])
    expect(await calledExceedances(evaluated, unread, asked, NONE)).toEqual({ found: [], untold: [], isPartly: true })
  })
})
