import i18next from 'i18next'
import { addMonths } from '@/domain/calendar'
import { papersOf } from '@/features/meeting/papers'
import type { MeetingPapers } from '@/io/papers/papers'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { monthProblems } from '@/questions/month/month-problems'
import { type PublishedTable, placesOf, publishedText } from '../../fixtures/published-tables'
import { Office } from '../intake/office'

/** An office that imported a published table, and last year's figures derived from the changes in it. */
export async function officeWith(table: PublishedTable) {
  const office = await Office.open(placesOf(table))
  const item = await office.read(table.name, publishedText(table))
  await office.takeOver(item)
  const before = item.taken!.groups.find(({ code }) => code === 'change-unchecked')?.first ?? []
  if (before.length > 0) {
    const names = publishedText(table)
      .split('\n')
      .map((line) => line.split(',')[1])
    const rows = before.map(({ row, expected }) => `${names[row! - 1]},${expected}`)
    const month = addMonths(table.month, -12)
    await office.takeOver(await office.read(`${month}降尘量.csv`, `区县,降尘量\n${rows.join('\n')}\n`, { month }))
  }
  return { office, item }
}

/** The meeting's documents from it. */
export async function meetingWithTable(table: PublishedTable) {
  const { opened } = (await officeWith(table)).office
  const day = `${table.month}-28`
  return { opened, dataset: datasetOf(opened), problems: monthProblems(evaluateRules(opened, day)) }
}

export async function papersWithTable(table: PublishedTable): Promise<MeetingPapers> {
  const data = await meetingWithTable(table)
  return papersOf(data, data.dataset.reports.at(-1)!, i18next.getFixedT('zh-CN')).papers
}
