import { describe, expect, it } from 'vitest'
import { textAt } from '@/domain/table/column'
import { DESCRIPTOR, heldFiles } from '@/io/package/package-files'
import { evaluateRules } from '@/questions/evaluated-package'
import { type OpenedPackage, openSources } from '@/questions/opened-package'
import { warningDuties } from '@/questions/warning-duties'
import { asBlobs, dustTexts } from '../../fixtures/dust-package'

const SITES = `编号,名称,区县,联系人,联系电话
GD-1,一号工地,秦都区,张三,029-1
GD-2,二号工地,旬邑县,李四,029-2
GD-3,三号工地,,,
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
  return warningDuties(evaluated, code).map(({ source, role, asked, unclear, contact, phone }) => ({
    role,
    code: textAt(sources, 'code', source),
    asked: ids(asked),
    unclear: ids(unclear),
    contact,
    phone,
  }))
}

describe('whom a warning asks for what', () => {
  it('asks sources of its counties, by level and scope, and says whom to call', async () => {
    const found = await duties('W-1')
    expect(found.find(({ code }) => code === 'GD-1')).toEqual({
      ...{ code: 'GD-1', role: 'asked', asked: ['building'], unclear: [], contact: '张三', phone: '029-1' },
    })
    expect(found.some(({ code }) => code === 'GD-2')).toBe(false)
  })

  it('says of a source without a county, or without the field that would say it, that nobody knows', async () => {
    const found = await duties('W-1')
    const of = (code: string) => found.find((each) => each.code === code)
    expect(of('GD-3')).toMatchObject({ role: 'unclear', asked: [], unclear: ['building'] })
    expect(of('QY-1')).toMatchObject({ role: 'voluntary', asked: ['grade-top'], unclear: [] })
    expect(of('QY-2')).toMatchObject({ asked: ['grade-others'], unclear: [] })
    expect(of('QY-3')).toBeUndefined()
    expect(of('QY-4')).toMatchObject({ asked: [], unclear: ['grade-top', 'grade-others'] })
    expect(of('QY-5')).toMatchObject({ asked: [], unclear: ['grade-others'] })
  })

  it('asks the whole city where no area is named, and nobody for a warning that is not there', async () => {
    const found = await duties('W-2')
    expect(found.filter(({ asked }) => asked.includes('building')).map(({ code }) => code)).toEqual([
      ...['GD-1', 'GD-2', 'GD-3'],
    ])
    expect(await duties('W-9')).toEqual([])
  })
})
