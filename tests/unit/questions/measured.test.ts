import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { formatDay } from '@/domain/calendar'
import { STATUS_NAMES } from '@/domain/rules/status'
import type { TeamObservation } from '@/domain/rules/team-observations'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { textOf } from '@/domain/table/column'
import { departmentDemands } from '@/features/meeting/department-demands'
import { startI18n } from '@/i18n'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { unmetCells } from '@/questions/exports/export-cells'
import { handoverFinding } from '@/questions/exports/handover'
import { filteredFindingsOf, filterFindings } from '@/questions/filtered-findings'
import { filterSources } from '@/questions/filtered-sources'
import { sourcesInRing } from '@/questions/map/sources-in-ring'
import { evidenceOfFinding } from '@/questions/monitors/measured-facts'
import { monthProblems } from '@/questions/month/month-problems'
import type { OpenedPackage } from '@/questions/opened-package'
import { boardOf } from '@/questions/plan/board'
import { listedRows } from '@/questions/shown/shown-sources'
import { findSource } from '@/questions/source/find-source'
import { sourceRecord } from '@/questions/source/source-record'
import { storedCell } from '@/questions/table/stored-cell'
import { unmetCell, unmetOfCell } from '@/questions/unmet/unmet-cell'
import { openFromDisk } from '../package-from-disk'

beforeAll(() => startI18n('zh-CN').then(() => undefined))

/** Its readings stopped from 28 to 30 October; the office's cell says online. */
const STOPPED = 'GD2022-0238'
const ASKED = '23-online'
const FIELD = 'monitorOnline'

const delivered = await openFromDisk('')
const opened = delivered.value!

/** A package in which the office has confirmed the share and the days. */
const confirmedIn = (of: OpenedPackage): OpenedPackage => {
  const { monitoring } = of.pack
  return {
    ...of,
    pack: { ...of.pack, monitoring: { ...monitoring!, online: { ...monitoring!.online!, confirmed: true } } },
  }
}
const confirmed = confirmedIn(opened)

/** The default package with a changed table of valid hours. */
const withTable = async (change: (text: string) => string | null) =>
  await openFromDisk('', (file, text) => (file === 'readings/online.csv' ? change(text) : text))

/** The state of a site under the requirement on a day. */
function standing(of: OpenedPackage, code: string, asOf = '2022-10-31', seen: readonly TeamObservation[] = []) {
  const evaluated = evaluateRules(of, asOf, seen)
  const { source } = findSource(evaluated, 'construction-site', code)!
  const record = sourceRecord(evaluated, source)
  const finding = record.findings.find(({ rule }) => of.pack.rules[rule]!.id === ASKED)
  return {
    flag: record.values[FIELD],
    status: finding ? STATUS_NAMES[finding.status] : 'fine',
    since: finding?.since == null ? null : formatDay(finding.since),
    due: finding?.due == null ? null : formatDay(finding.due),
    online: record.measured.find(({ measured }) => measured === 'online'),
    calibrated: record.measured.find(({ measured }) => measured === 'calibrated'),
  }
}
const visit = (day: string, holds: boolean, due?: string): TeamObservation => ({
  ...{ kind: 'construction-site', code: STOPPED, day, answers: { [FIELD]: holds } },
  deadlines: due ? { [FIELD]: due } : {},
})

describe('readings below an unconfirmed share', () => {
  /** The default package with this value in the office’s cell for the site. */
  const written = (value: string) =>
    openFromDisk('', (file, text) => {
      if (file !== 'construction-site.csv') return text
      const [head, ...lines] = text.split('\n')
      const column = head!.split(',').indexOf('扬尘在线监测仪在线')
      return [head, ...lines.map((line) => changed(line, column, value))].join('\n')
    })
  const changed = (line: string, column: number, value: string) =>
    line.includes(STOPPED)
      ? line
          .split(',')
          .map((cell, i) => (i === column ? value : cell))
          .join(',')
      : line

  it('are not a failure: the state is unknown, and a person must verify it', () => {
    expect(standing(opened, STOPPED)).toMatchObject({
      ...{ flag: null, status: 'unknown', since: null, due: null },
      online: { hours: 120, of: 168, isOnline: false, role: 'verify', dataClass: 'illustrative' },
    })
    expect(standing(opened, STOPPED, '2022-10-27')).toMatchObject({ flag: true, status: 'fine' })
    const breaches = (of: OpenedPackage) => {
      const { total, toVerify } = monthProblems(evaluateRules(of, '2022-10-31'))
      return { failing: total.overdue + total.failing, toVerify: toVerify?.count ?? 0 }
    }
    const [now, then] = [breaches(opened), breaches(confirmed)]
    expect(now.toVerify).toBeGreaterThan(0)
    expect(then).toEqual({ failing: now.failing + now.toVerify, toVerify: 0 })
  })

  it('do not override a record that it is offline, and are shown beside it', async () => {
    const said = (await written('否')).value!
    expect(standing(said, STOPPED, '2022-10-27')).toMatchObject({ flag: true, status: 'fine' })
    // It was online after the office's entry: the later outage is a new one.
    expect(standing(said, STOPPED)).toMatchObject({ flag: null, status: 'unknown', online: { role: 'verify' } })
    const seen = [visit('2022-10-30', false)]
    expect(standing(opened, STOPPED, '2022-10-31', seen)).toMatchObject({
      ...{ flag: false, status: 'failing', since: '2022-10-30' },
      online: { isOnline: false, role: 'beside' },
    })
    const evaluated = evaluateRules(opened, '2022-10-31', seen)
    const { source } = findSource(evaluated, 'construction-site', STOPPED)!
    const rule = opened.pack.rules.findIndex(({ id }) => id === ASKED)
    expect(evidenceOfFinding(evaluated, { rule, source })).toBeNull()
  })

  it('are not a failure either if no valid readings arrived', async () => {
    const silent = (
      await withTable((text) =>
        text.replace(new RegExp(`^(${STOPPED},2022-10),.*$`, 'm'), `$1,${Array(31).fill('0').join(',')},`),
      )
    ).value!
    expect(standing(silent, STOPPED)).toMatchObject({ flag: null, status: 'unknown', online: { hours: 0 } })
  })

  it('are shown in table, board, lists and files', () => {
    const evaluated = evaluateRules(opened, '2022-10-31')
    const { source } = findSource(evaluated, 'construction-site', STOPPED)!
    const filtered = filterSources(evaluated, sourcesInRing(opened, opened.pack.settings.ring), {
      ...NO_FILTERS,
      requirements: [ASKED],
      statuses: ['toVerify'],
    })
    const rows = boardOf(filtered, 'clauses').flatMap(({ requirements }) => requirements)
    const verify = monthProblems(evaluated).toVerify!
    expect(rows.find(({ key }) => key === ASKED)?.tally.toVerify).toBe(verify.count)
    expect(filtered.total).toBe(verify.count)
    expect(verify.dataClass).toBe('illustrative')
    const rule = opened.pack.rules.findIndex(({ id }) => id === ASKED)
    expect(listedRows(filtered, [source])[0]?.requirements).toEqual([{ rule, items: [], isToVerify: true }])
    const { first, table } = evaluated.tables.find(({ kind }) => kind === 'construction-site')!
    const column = filtered.found.column('unmet', first, table.length)
    const cell = textOf(column, source - first)
    expect(unmetOfCell(cell)).toEqual([{ rule, items: [], isToVerify: true }])
    expect(unmetCell(unmetOfCell(cell))).toBe(cell)
    const cells = unmetCells(filtered, source, 'zh-CN', { toVerify: '（据监测或定位数据，待核实）' })
    expect(cells[0]).toBe('扬尘在线监测仪在线（据监测或定位数据，待核实）')
  })
})

describe('whether a monitor is online, by a confirmed share', () => {
  it('is decided by the package’s readings, whatever the office’s cell says', () => {
    expect(standing(confirmed, STOPPED)).toMatchObject({
      ...{ flag: false, status: 'failing', since: '2022-10-29', due: null },
      online: { hours: 120, of: 168, isOnline: false, dataClass: 'illustrative' },
    })
    expect(standing(confirmed, STOPPED, '2022-10-27')).toMatchObject({
      flag: true,
      status: 'fine',
      online: { hours: 168 },
    })
  })

  it('depends on the cell if the package has no readings of the device, or none for these days', async () => {
    const none = (await withTable((text) => text.replaceAll(STOPPED, 'another'))).value!
    expect(standing(none, STOPPED)).toMatchObject({ flag: true, status: 'fine', online: undefined })
    expect(standing(confirmed, STOPPED, '2022-11-06')).toMatchObject({ flag: false, status: 'failing' })
    expect(standing(confirmed, STOPPED, '2022-11-07')).toMatchObject({ flag: true, status: 'fine', online: undefined })
  })

  it('depends on the cell without the table, the setting or the kind’s property', async () => {
    const descriptor = (text: string) => {
      const read = JSON.parse(text)
      read.resources = read.resources.filter(({ name }: { name: string }) => name !== 'readings-online')
      return JSON.stringify(read)
    }
    const changes: readonly ((file: string, text: string) => string)[] = [
      (file, text) => (file === 'datapackage.json' ? descriptor(text) : text),
      (file, text) => (file === 'monitoring.json' ? text.replace('"days": 7,', '') : text),
      (file, text) => (file === 'kinds.json' ? text.replace('"measured":"online",', '') : text),
    ]
    for (const change of changes) {
      const { value, problems } = await openFromDisk('', change)
      expect(problems).toEqual([])
      expect(standing(value!, STOPPED)).toMatchObject({ flag: true, status: 'fine', online: undefined })
    }
  })

  it('is not decided by illustrative readings for a real source', async () => {
    const { value } = await openFromDisk('', (file, text) => {
      if (file !== 'datapackage.json') return text
      const read = JSON.parse(text)
      for (const { name, chentu } of read.resources) if (name === 'construction-site') chentu.class = 'real'
      return JSON.stringify(read)
    })
    expect(standing(value!, STOPPED)).toMatchObject({ flag: true, online: undefined, calibrated: undefined })
  })

  it('is as seen by a team that was there on the last of the days or later', () => {
    expect(standing(opened, STOPPED, '2022-10-31', [visit('2022-10-31', true)])).toMatchObject({
      ...{ flag: true, status: 'fine', online: undefined },
    })
    expect(standing(confirmed, STOPPED, '2022-10-31', [visit('2022-10-30', true)])).toMatchObject({ flag: false })
    expect(standing(opened, STOPPED, '2022-10-27', [visit('2022-10-20', false)])).toMatchObject({
      ...{ flag: true, status: 'fine' },
    })
  })

  it('stays overdue if it failed before and readings show no good day in between', async () => {
    const stopped = (
      await withTable((text) =>
        text
          .split('\n')
          .filter((line) => !line.startsWith(STOPPED) || line.includes('2022-10'))
          .map((line) => (line.startsWith(STOPPED) ? `${STOPPED},2022-10,${Array(31).fill('0').join(',')},` : line))
          .join('\n'),
      )
    ).value!
    const never = confirmedIn(stopped)
    const seen = [visit('2022-10-03', false, '2022-10-10')]
    expect(standing(never, STOPPED, '2022-10-31', seen)).toMatchObject({
      ...{ status: 'overdue', since: '2022-10-03', due: '2022-10-10' },
    })
    // The month's documents count it as failing by readings too.
    const evaluated = evaluateRules(never, '2022-10-31', seen)
    const clause23 = ({ clause }: { readonly clause: number }) => clause === 23
    expect(monthProblems(evaluated).clauses.find(clause23)).toMatchObject({
      readings: { overdue: 1, dataClass: 'illustrative' },
    })
    expect(monthProblems(evaluateRules(confirmed, '2022-10-31')).clauses.find(clause23)?.readings).toBeNull()
    const demand = departmentDemands(never.pack, monthProblems(evaluated), i18next.getFixedT('zh-CN') as never)
    expect(demand.join()).toContain('（其中1项据监测读数：示例）')
    // It was online until the 28th: the failure to be rectified by the 10th was over.
    expect(standing(confirmed, STOPPED, '2022-10-31', seen)).toMatchObject({
      ...{ status: 'failing', since: '2022-10-29', due: null },
    })
  })

  it('is stated with the finding that is handed over, and its cell can’t be edited in the table', () => {
    const evaluated = evaluateRules(confirmed, '2022-10-31')
    const { source } = findSource(evaluated, 'construction-site', STOPPED)!
    const found = filteredFindingsOf(filterFindings(evaluated, NO_FILTERS), source)
    const handed = found.map((finding) => handoverFinding(evaluated, finding, 'zh-CN'))
    expect(handed.filter(({ measured }) => measured.length > 0)).toMatchObject([
      { requirement: '扬尘在线监测仪在线', measured: [{ measured: 'online', hours: 120, dataClass: 'illustrative' }] },
    ])
    expect(storedCell(evaluated, source, FIELD)).toBe('overlaid')
    expect(storedCell(evaluated, source, 'calibratedOn')).not.toBe('overlaid')
  })
})

describe('calibration flags in readings', () => {
  const CALIBRATED = 'GD2022-0173'

  it('are evidence for the quarter up to the day', () => {
    expect(standing(opened, CALIBRATED).calibrated).toMatchObject({ dataClass: 'illustrative' })
    expect(standing(opened, CALIBRATED, '2022-10-20').calibrated).toBeUndefined()
  })

  it('change no finding, whether present or not', async () => {
    const without = (await withTable((text) => text.replace(/,[^,\n]*$/gm, ','))).value!
    for (const device of opened.pack.onlineDays.keys()) {
      const [one, other] = [opened, without].map((of) => {
        const evaluated = evaluateRules(of, '2022-10-31')
        const { source } = findSource(evaluated, 'construction-site', device)!
        return sourceRecord(evaluated, source).findings
      })
      expect(one).toEqual(other)
    }
  })
})

describe('the table of valid hours per day', () => {
  it('stays in the worker, and is not part of the checksum in links', async () => {
    expect(delivered.problems).toEqual([])
    expect(datasetOf(opened)).not.toHaveProperty('onlineDays')
    const other = (await withTable((text) => text.replace(',24,', ',23,'))).value!
    expect(datasetOf(other).checksum).not.toBe(datasetOf(opened).checksum)
  })
})
