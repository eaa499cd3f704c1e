import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { originOf, type Rule } from '@/domain/rules/rule'
import type { TeamObservation } from '@/domain/rules/team-observations'
import {
  clausesTable,
  endedNote,
  endedOnSiteNote,
  endedOnSiteText,
  endedText,
  notesOn,
  placeText,
  sheetCountsText,
  subjectOf,
} from '@/features/explore/handover/handover-summary'
import { startI18n } from '@/i18n'
import { POINTS, TEXT_WIDTH } from '@/io/papers/official-style'
import { linesOf } from '@/io/papers/slides/text-fit'
import { type HandoverSource, handoverSheets } from '@/questions/exports/handover'
import { byEvidenceText, evidenceLines } from '@/store/words/measured'
import { Desk } from '../../fixtures/desk'
import { openFromDisk } from '../package-from-disk'

const delivered = (await openFromDisk('')).value!
const monitoring = delivered.pack.monitoring!
// Nothing fails by an unconfirmed rule, and nothing is handed over.
const opened = {
  ...delivered,
  pack: { ...delivered.pack, monitoring: { ...monitoring, online: { ...monitoring.online!, confirmed: true } } },
}
const SIGNED = { by: '张三', why: '试', at: 1 }
const rules = opened.pack.rules.map((rule): Rule => {
  if (rule.id === '23-six') return { ...rule, changed: SIGNED, basis: '市住建局 2022 年第 3 号通知' }
  return rule.id === '23-video' ? { ...rule, changed: { ...SIGNED, added: true } } : rule
})
const desk = new Desk({ ...opened, pack: { ...opened.pack, rules } })
const t = () => i18next.getFixedT('zh-CN')

beforeAll(() => startI18n('zh-CN').then(() => undefined))

describe('a hand-over sheet', () => {
  it('says of a source that the list calls completed or closed that this is to be verified first', () => {
    expect(endedText(t(), '竣工')).toBe('（台账记为“竣工”，请先核实）')
    expect(endedText(t(), '')).toBe('')
    const source = (code: string, ended: string) => ({ name: `工地${code}`, code, ended })
    expect(endedNote(t(), [source('1', ''), source('2', '竣工')])).toBe(
      '台账中有 1 处记为已竣工、关停等，请先核实是否仍需整改：工地2（2，竣工）。',
    )
    expect(endedNote(t(), [source('1', '')])).toBe('')
    // Nobody at an office knows a code that the import made.
    expect(endedNote(t(), [source('Z1-0001-CT', '竣工')])).toContain('（系统编号 Z1-0001-CT，竣工）')
    expect(
      endedNote(
        t(),
        ['1', '2', '3', '4', '5', '6'].map((code) => source(code, '关停')),
      ),
    ).toMatch(/^台账中有 6 处.*工地5（5，关停）等。$/)
  })

  it('says just as well that a team recorded it as completed, with the day, whatever the list calls it', () => {
    const sites = () => handoverSheets(desk.show({ kinds: ['construction-site'] }), 'counties', 'zh-CN')
    const [first, second] = sites()[0]!.sources
    const { kind, code } = first!
    const observed = { kind, code, answers: {}, deadlines: {} }
    const of = (seen: readonly TeamObservation[]) => {
      desk.judge('2022-10-31', seen)
      const { sources } = sites().find((sheet) => sheet.sources.some((each) => each.code === code))!
      return { own: sources.find((each) => each.code === code)!, note: endedOnSiteNote(t(), sources) }
    }
    const { own, note } = of([{ ...observed, day: '2022-10-30', ended: '已完工' }])
    expect(endedOnSiteText(t(), own.endedOnSite)).toBe('（2022年10月30日现场记录“已完工”，请先核实）')
    expect(note).toBe(`现场记录中有 1 处记为已完工等，请先核实是否仍需整改：${first!.name}（${code}，已完工）。`)
    // What it fails stays on the sheet, for a person to verify.
    expect(own.findings).toEqual(first!.findings)
    // A stop that was left out changes nothing of the source, and a later visit with answers goes first.
    const left = { ...observed, day: '2022-10-30', ended: '已完工', isLeftOut: true } as const
    expect(of([left]).own.endedOnSite).toEqual({ day: '2022-10-30', words: '已完工' })
    const again = of([left, { ...observed, day: '2022-10-31', answers: { enclosed: false } }])
    expect([again.own.endedOnSite, again.note, endedOnSiteText(t(), null)]).toEqual([null, '', ''])
    expect(second!.endedOnSite).toBeNull()
    desk.judge('2022-10-31')
  })

  it('has a position on two lines, so that a column of a quarter of the page breaks no number', () => {
    const letters = ((0.23 * TEXT_WIDTH) / 20 - 4) / POINTS.smallTable
    const lines = placeText(t(), [108.70123, 34.32911]).split('\n')
    expect(lines).toEqual(['经度 108.70123', '纬度 34.32911', '（WGS-84）'])
    for (const line of lines) expect(linesOf(line, letters)).toBe(1)
  })

  const sheets = handoverSheets(desk.show({ kinds: ['construction-site'] }), 'leads', 'zh-CN')
  const findings = sheets.flatMap(({ sources }) => sources.flatMap((source) => source.findings))

  const byReadings = findings.find(({ measured: [fact] }) => fact?.measured === 'online')!

  it('states for each finding what is required, by which source, and whether it is the plan’s own wording', () => {
    const of = (title: string) => findings.find(({ requirement }) => requirement === title)!
    expect(of('六个100%')).toMatchObject({ origin: 'changed', basis: '市住建局 2022 年第 3 号通知' })
    expect(of('视频监控全覆盖')).toMatchObject({ origin: 'added', basis: null })
    expect(of('扬尘在线监测全覆盖')).toMatchObject({ origin: null, basis: null })
    expect(notesOn(t(), of('六个100%'))).toBe('（本单位修改；依据：市住建局 2022 年第 3 号通知）')
    expect(notesOn(t(), of('扬尘在线监测全覆盖'))).toBe('')
    expect(notesOn(t(), byReadings)).toBe('（据监测读数：示例）')
  })

  it('states for findings by readings the days, the share and the rule, and whether the readings are real', () => {
    const { measured } = byReadings
    const [line, ...more] = evidenceLines(t(), measured, opened.pack.monitoring, 'zh-CN')
    expect(more).toEqual([])
    expect(line).toMatch(
      /^据监测读数：2022-10-25 至 2022-10-31 共 168 小时，有效 \d+ 小时，占 [\d.]+%，低于 90%，读数为示例；判定规则：方案第23条.*7 日为尘图取值$/,
    )
    const real = measured.map((fact) => ({ ...fact, dataClass: 'real' as const }))
    expect(evidenceLines(t(), real, opened.pack.monitoring, 'zh-CN')[0]).toMatch(/，低于 90%；判定规则：/)
    const told = (change: object) =>
      evidenceLines(
        t(),
        real.map((fact) => ({ ...fact, ...change })),
        monitoring,
        'zh-CN',
      )[0]
    expect(told({ role: 'verify' })).toMatch(/，占 [\d.]+%，低于参考值 90%（未经核实），需现场核实；判定规则：/)
    expect(told({ role: 'verify', hours: 0 })).toMatch(/，没有有效数据，需现场核实是否故障或断传；/)
    expect(told({ role: 'beside' })).toMatch(/，低于参考值 90%（未经核实）；判定规则：/)
    expect(byEvidenceText(t(), { by: 'readings', dataClass: 'real' })).toBe('据监测读数')
    const toVerify = { by: 'readings', dataClass: 'illustrative', isToVerify: true } as const
    expect(byEvidenceText(t(), toVerify)).toBe('据监测读数：示例、待核实')
    expect(byEvidenceText(t(), null)).toBe('')
  })

  it('names in its letter each requirement of a clause once', () => {
    const sheet = sheets.find(({ sources }) =>
      sources.some((each) => each.findings.some(({ clause }) => clause === 23)),
    )!
    const row = clausesTable(t(), opened.pack, sheet).rows.find(([clause]) => String(clause).startsWith('第23条'))!
    expect(row[0]).toMatch(/^第23条 \S+：.*六个100%（本单位修改；依据：市住建局 2022 年第 3 号通知）/)
    expect(row[0]).toContain('视频监控全覆盖（本单位增设）')
    expect(String(row[0]).split('六个100%')).toHaveLength(2)
  })
})

describe('the title and the count of a hand-over sheet', () => {
  const sheetOf = (...kinds: readonly string[]) => ({ sources: kinds.map((kind) => ({ kind }) as HandoverSource) })
  const subject = (...kinds: readonly string[]) => subjectOf(t(), opened.pack, [sheetOf(...kinds)])
  const whose = (...kinds: readonly string[]) => sheetCountsText(t(), opened.pack, sheetOf(...kinds))

  it('name the group of its problems, and no group if there are several', () => {
    expect(subject('construction-site', 'road')).toBe('扬尘问题')
    expect(subject('voc-unit', 'enterprise')).toBe('工业问题')
    expect(subject('plan-task')).toBe('工作方案任务')
    expect([subject('road', 'voc-unit'), subject('road', 'plan-task')]).toEqual(['大气污染问题', '大气污染问题'])
  })

  it('count tasks of the plan separately from sources', () => {
    expect(whose('road', 'road')).toBe('2 处污染源')
    expect(whose('plan-task')).toBe('1 项任务')
    expect(whose('road', 'plan-task', 'plan-task')).toBe('1 处污染源、2 项任务')
  })
})

it('treat a rule without an author as the plan’s own', () => {
  expect(
    [undefined, SIGNED, { ...SIGNED, added: true }].map((changed) => originOf(changed ? { changed } : {})),
  ).toEqual([...[null, 'changed', 'added']])
})
