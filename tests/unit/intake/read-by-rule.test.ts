import { expect, it } from 'vitest'
import { crcOf } from '@/domain/monitoring/hj212'
import { readExport } from '@/io/readings/read-export'
import { readByRule } from '@/workers/file-of-readings'
import { ruleWith } from '../../fixtures/readings'

const packet = (cn: string, minute: number, value: string) => {
  const text = `ST=22;CN=${cn};MN=P;CP=&&DataTime=2022100108${String(minute).padStart(2, '0')}00;${value}&&`
  return `##${String(text.length).padStart(4, '0')}${text}${crcOf(text).toString(16).padStart(4, '0')}`
}
const fives = Array.from({ length: 10 }, (_, i) => packet('2011', i * 5, 'a34001-Rtd=0.3'))
const packets = [packet('2061', 0, 'a34001-Avg=0.1'), ...fives]
const table = ['设备编号,日期,小时,TSP(mg/m3)', ...Array.from({ length: 24 }, (_, i) => `A,2022-10-01,${i + 1},0.1`)]

async function read(name: string, lines: readonly string[]) {
  const [file, rule] = [new File([lines.join('\n')], name), ruleWith()]
  return { file, said: {}, rule, read: { ...(await readExport(file, () => undefined, {}, rule))!, id: 1 } }
}

it('packets of hours are read again where other values make their means, a table only for its times', async () => {
  const strict = { ...ruleWith(), leastMinutes: 55 }
  const again = await readByRule(await read('p.txt', packets), strict, () => undefined)
  expect(Array.from(again.read.readings.series.tsp!.values)).toEqual([Math.fround(0.1)])
  const of = await read('a.csv', table)
  expect(await readByRule(of, strict, () => undefined)).toBe(of)
  expect((await readByRule(of, ruleWith('end'), () => undefined)).read.readings).not.toEqual(of.read.readings)
})
