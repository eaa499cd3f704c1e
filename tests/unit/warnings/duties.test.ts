import { describe, expect, it } from 'vitest'
import { textAt } from '@/domain/table/column'
import type { CallResult, CallStanding } from '@/domain/warnings/standing'
import { DESCRIPTOR, heldFiles } from '@/io/package/package-files'
import { evaluateRules } from '@/questions/evaluated-package'
import { type OpenedPackage, openSources } from '@/questions/opened-package'
import { calledRows, calledSource, dutiesOf } from '@/questions/warnings/warning-duties'
import {
  type CalledRequest,
  NO_CALLED_FILTERS,
  warningLines,
  warningOverview,
} from '@/questions/warnings/warning-overview'
import { asBlobs, dustTexts } from '../../fixtures/dust-package'

const SITES = `编号,名称,区县,联系人,联系电话,状态
GD-1,一号工地,秦都区,张三,029-1,完工
GD-2,二号工地,旬邑县,李四,029-2,在建
GD-3,三号工地,,,,
`
const PLANTS = `编号,名称,区县,绩效等级,应急减排措施
QY-1,甲厂,秦都区,A,是
QY-2,乙厂,秦都区,C,是
QY-3,丙厂,秦都区,C,否
QY-4,丁厂,秦都区,,是
QY-5,戊厂,秦都区,C,
`
const WARNINGS = `预警编号,预警名称,预警等级,启动时间,解除时间,预警区域
W-1,第1号,黄色,2022-10-29 12:00,,秦都区
W-2,第2号,橙色,2022-11-03 12:00,,
`

async function opened(): Promise<OpenedPackage> {
  const { descriptor, files } = dustTexts()
  const kept = ['construction-site', 'enterprise']
  const kinds = ['stockpile', 'demolition-site', 'linear-works', 'muck-trucks']
  const resources = descriptor.resources.filter(({ chentu }) => !kinds.includes(chentu.role))
  const texts = new Map([
    ...files,
    ['construction-site.csv', SITES],
    ['enterprise.csv', PLANTS],
    ['warnings.csv', WARNINGS],
  ])
  expect(resources.filter(({ chentu }) => kept.includes(chentu.role))).toHaveLength(2)
  const all = asBlobs(new Map([[DESCRIPTOR, JSON.stringify({ ...descriptor, resources })], ...texts]))
  const { value, problems } = await openSources(heldFiles(all), DESCRIPTOR)
  if (!value) throw new Error(JSON.stringify(problems))
  return value
}

async function duties(code: string) {
  const evaluated = evaluateRules(await opened(), '2022-10-31')
  const { sources } = evaluated.opened.inventory
  const ids = (numbers: readonly number[]) => numbers.map((number) => evaluated.opened.pack.warningMeasures[number]!.id)
  const called = calledRows(evaluated, code).map((each) => calledSource(evaluated, each))
  return called.map(({ source, role, asked, unclear, contact, phone }) => ({
    role,
    code: textAt(sources, 'code', source),
    asked: ids(asked),
    unclear: ids(unclear),
    contact,
    phone,
  }))
}

describe('the measures required by a warning', () => {
  it('apply to sources of its counties by level and scope, with a contact', async () => {
    const found = await duties('W-1')
    expect(found.find(({ code }) => code === 'GD-1')).toEqual({
      ...{ code: 'GD-1', role: 'asked', asked: ['building'], unclear: [], contact: '张三', phone: '029-1' },
    })
    expect(found.some(({ code }) => code === 'GD-2')).toBe(false)
  })

  it('come with the words of the list if it says that a source is no more', async () => {
    const evaluated = evaluateRules(await opened(), '2022-10-31')
    const ended = calledRows(evaluated, 'W-2').map((each) => calledSource(evaluated, each))
    const of = (code: string) => ended.find((each) => each.code === code)!.ended
    expect([of('GD-1'), of('GD-2'), of('QY-1')]).toEqual(['完工', '', ''])
  })

  it('are unknown for a source without a county, or without the deciding field', async () => {
    const found = await duties('W-1')
    const of = (code: string) => found.find((each) => each.code === code)
    expect(of('GD-3')).toMatchObject({ role: 'unclear', asked: [], unclear: ['building'] })
    expect(of('QY-1')).toMatchObject({ role: 'voluntary', asked: ['grade-top'], unclear: [] })
    expect(of('QY-2')).toMatchObject({ asked: ['grade-others'], unclear: [] })
    expect(of('QY-3')).toBeUndefined()
    expect(of('QY-4')).toMatchObject({ asked: [], unclear: ['grade-top', 'grade-others'] })
    expect(of('QY-5')).toMatchObject({ asked: [], unclear: ['grade-others'] })
  })

  it('apply to the whole city if no area is named, and to nobody for an unknown warning', async () => {
    const found = await duties('W-2')
    expect(found.filter(({ asked }) => asked.includes('building')).map(({ code }) => code)).toEqual([
      ...['GD-1', 'GD-2', 'GD-3'],
    ])
    expect(await duties('W-9')).toEqual([])
  })
})

describe('the sources that must respond', () => {
  const known = (code: string, standing: CallStanding, failed = false): CallResult => ({
    ...{ kind: code.startsWith('GD') ? 'construction-site' : 'enterprise', code, standing, unmet: false, failed },
  })
  const REQUEST: CalledRequest = { code: 'W-2', by: 'county', narrowing: NO_CALLED_FILTERS, known: [], held: [] }
  const asked = async (change: Partial<CalledRequest> = {}) => {
    const evaluated = evaluateRules(await opened(), '2022-10-31')
    const request = { ...REQUEST, ...change }
    const codes = (group: string, count?: number) =>
      warningLines(evaluated, request, group, count).map(({ code }) => code)
    return { codes, ...warningOverview(evaluated, request) }
  }
  const QINDU = '610402'

  it('are counted by role, and by answer', async () => {
    const { roles, counts, groups } = await asked({ known: [known('GD-1', 'done'), known('GD-2', 'refused', true)] })
    expect(roles).toEqual({ asked: 4, voluntary: 1, unclear: 2, finished: 0 })
    expect(counts).toEqual({ asked: 4, done: 1, refused: 1, none: 2, doing: 0, unreached: 0, unmet: 0, failed: 1 })
    const of = groups.find(({ key }) => key === QINDU)!
    expect(of.counts).toMatchObject({ asked: 2, done: 1, none: 1 })
    expect(of.roles).toEqual({ asked: 2, voluntary: 1, unclear: 2, finished: 0 })
    // One has an unknown county, which is last.
    expect(groups.at(-1)).toMatchObject({ key: '', lines: 1 })
    expect(groups.reduce((sum, { lines }) => sum + lines, 0)).toBe(7)
  })

  it('begin with those that must act first, limited to the requested number', async () => {
    const held = [known('QY-4', 'refused'), known('GD-1', 'done')]
    const { codes } = await asked({ held })
    expect(codes(QINDU)).toEqual(['QY-4', 'QY-1', 'QY-2', 'QY-5', 'GD-1'].sort((a, b) => place(a) - place(b)))
    expect(codes(QINDU, 2)).toEqual(codes(QINDU).slice(0, 2))
    function place(code: string) {
      return code === 'QY-4' ? 0 : code === 'GD-1' ? 9 : Number(code.at(-1))
    }
  })

  it('are filtered by their answer at the time of ordering, so that no row disappears while in use', async () => {
    const narrowing = { ...NO_CALLED_FILTERS, standing: 'none' as const }
    const before = await asked({ narrowing })
    const after = await asked({ narrowing, known: [known('GD-1', 'done')] })
    expect(after.lines).toBe(before.lines)
    expect(after.codes(QINDU)).toEqual(before.codes(QINDU))
    expect(after.counts.done).toBe(1)
    const anew = await asked({ narrowing, known: [known('GD-1', 'done')], held: [known('GD-1', 'done')] })
    expect(anew.lines).toBe(before.lines - 1)
  })

  it('are filtered by county, department, failed check, and a part of a name or contact', async () => {
    const left = async (narrowing: Partial<typeof NO_CALLED_FILTERS>, held: readonly CallResult[] = []) =>
      (await asked({ held, narrowing: { ...NO_CALLED_FILTERS, ...narrowing } })).lines
    expect(await left({ county: QINDU })).toBe(5)
    expect(await left({ county: '' })).toBe(1)
    expect(await left({ lead: '市住房和城乡建设局' })).toBe(3)
    expect(await left({ standing: 'failed' }, [known('GD-2', 'none', true)])).toBe(1)
    expect(await left({ text: ' 二号 ' })).toBe(1)
    expect(await left({ text: '李四' })).toBe(1)
    expect(await left({ text: 'gd-' })).toBe(3)
    expect(await left({ text: '029-1', county: '' })).toBe(0)
  })

  it('are grouped by department and measure, and include called sources that need not do anything now', async () => {
    const evaluated = evaluateRules(await opened(), '2022-10-31')
    const number = evaluated.opened.pack.warningMeasures.findIndex(({ id }) => id === 'building')
    const { groups, codes, unasked } = await asked({
      by: 'measure',
      known: [known('QY-3', 'done'), known('GD-1', 'done')],
    })
    expect(groups.map(({ key }) => key)).toContain(String(number))
    expect(codes(String(number))).toHaveLength(3)
    expect(unasked).toEqual([{ kind: 'enterprise', code: 'QY-3' }])
    expect((await asked({ by: 'lead' })).groups.map(({ key }) => key).sort()).toEqual(
      ['市住房和城乡建设局', '市生态环境局'].sort(),
    )
  })

  it('can be looked up for single sources and given warnings', async () => {
    const evaluated = evaluateRules(await opened(), '2022-10-31')
    const { sources } = evaluated.opened.inventory
    const all = Array.from({ length: sources.length }, (_, source) => source)
    const found = dutiesOf(evaluated, all, ['W-1'])
    const codes = [...found.keys()].map((source) => textAt(sources, 'code', source))
    expect(codes.sort()).toEqual((await duties('W-1')).map(({ code }) => code).sort())
    expect(dutiesOf(evaluated, all, []).size).toBe(0)
  })
})
