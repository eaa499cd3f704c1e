import i18next from 'i18next'
import { CUSTOMARY_TEMPLATE } from '@/domain/bulletin/customary'
import { meetingWith } from '@/features/meeting/agenda'
import { papersOf } from '@/features/meeting/papers'
import { startI18n } from '@/i18n'
import type { MeetingSettings } from '@/io/package/descriptor'
import type { MeetingPapers } from '@/io/papers/papers'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { monthProblems } from '@/questions/month-problems'
import { openFromDisk } from '../unit/package-from-disk'

/** What an office fills in. */
export const OFFICIAL: MeetingSettings['official'] = {
  head: '咸阳市生态环境局文件',
  to: '各县市区人民政府、管委会，市级有关部门',
  office: '咸阳市生态环境局',
  copyTo: '省生态环境厅，市委办公室，市人大常委会办公室，市政协办公室',
  issuedBy: '咸阳市生态环境局办公室',
  months: { '2022-10': { number: '咸环发〔2022〕45号', signedOn: '2022-11-09', issuedOn: '2022-11-10' } },
}

const opened = new Map<string, ReturnType<typeof openFromDisk>>()

/** A package of a folder, opened once. */
async function packageOf(folder: string) {
  const opening = opened.get(folder) ?? openFromDisk(folder)
  opened.set(folder, opening)
  return (await opening).value!
}

/** The papers of a package's last month, as its office has them with these lines around the bulletin. */
export async function papersMade(
  folder: string,
  day: string,
  official?: MeetingSettings['official'],
  template = CUSTOMARY_TEMPLATE,
): Promise<MeetingPapers> {
  await startI18n('zh-CN')
  const value = await packageOf(folder)
  const read = datasetOf(value)
  const settings = { ...read.settings, meeting: meetingWith(read, { template, ...(official ? { official } : {}) }) }
  const problems = monthProblems(evaluateRules(value, day))
  const data = { dataset: { ...read, settings }, problems }
  return papersOf(data, read.reports.at(-1)!, i18next.getFixedT('zh-CN')).papers
}
