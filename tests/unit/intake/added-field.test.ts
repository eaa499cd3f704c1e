import { expect, it } from 'vitest'
import { DESCRIPTOR } from '@/io/package/package-files'
import { emptyPackage, Office } from './office'

const PATH = 'dustfall-published.csv'

/** What an earlier version stored of a file with a further column that is a field by now. */
async function storedBefore(): Promise<Map<string, Blob>> {
  const office = await Office.open(emptyPackage())
  await office.takeOver(await office.read('a.csv', '2026年3月降尘\n区县,降尘量\n秦都区,5.1\n渭城区,6.1\n'))
  const lines = (await office.text(PATH)).trim().split('\n')
  const csv = lines.map((line, i) => `${line},${['原因', '沙尘影响'][i] ?? ''}`).join('\n')
  const descriptor = JSON.parse(await office.text(DESCRIPTOR))
  for (const { path, chentu } of descriptor.resources) if (path === PATH) chentu.columns.原因 = '+原因'
  return new Map(office.files).set(PATH, new Blob([csv])).set(DESCRIPTOR, new Blob([JSON.stringify(descriptor)]))
}

it('a further column that an earlier version stored stays beside a field that was added with its heading', async () => {
  const office = await Office.open(await storedBefore())
  const stopped = '2026年4月降尘\n区县,降尘量,备注\n秦都区,停测,设备检修停测\n渭城区,6.3,\n'
  await office.takeOver(await office.read('b.csv', stopped))
  await office.takeOver(await office.read('c.csv', stopped.replaceAll('4月', '2月').replace('秦都区', '兴平市')))
  expect(await office.text(PATH)).toContain('沙尘影响')
  const { rows } = office.opened.reports.find(({ month }) => month === '2026-04')!
  expect(rows.find(({ county }) => county === '610402')!.figure).toMatchObject({ value: null, reason: '设备检修停测' })
})
