import i18next from 'i18next'
import { DEFAULT_BULLETIN_TEMPLATE } from '@/domain/bulletin/default-bulletin'
import { formatDay, parseDay } from '@/domain/calendar'
import type { Decision } from '@/domain/meeting/decision'
import { coverTable } from '@/features/explore/handover/handover-summary'
import { withSmallPrint, yearEndTable } from '@/features/explore/plan/year-end/year-end-table'
import { minutesPaper } from '@/features/meeting/minutes'
import { monthlyPaper } from '@/features/meeting/monthly'
import { papersOf } from '@/features/meeting/papers'
import type { WrittenPaper } from '@/features/meeting/written-paper'
import { startI18n } from '@/i18n'
import type { MeetingSettings } from '@/io/package/descriptor'
import type { HandoverTable } from '@/io/papers/handover-table'
import type { OfficialPaper } from '@/io/papers/official-paper'
import type { MeetingPapers } from '@/io/papers/papers'
import { sheetPaper } from '@/io/papers/sheet-paper'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { handoverSheets } from '@/questions/exports/handover'
import { monthProblems } from '@/questions/month/month-problems'
import { targetValues } from '@/questions/plan/target-values'
import { yearEndOf } from '@/questions/plan/year-end'
import { changedMeeting } from '@/store/meeting/agenda'
import { membersOf } from '@/workers/current-steps'
import { Desk } from '../fixtures/desk'
import { openFromDisk } from '../unit/package-from-disk'

/** Texts that an office fills in. */
export const OFFICIAL: MeetingSettings['official'] = {
  head: '咸阳市生态环境局文件',
  to: '各县市区人民政府、管委会，市级有关部门',
  office: '咸阳市生态环境局',
  copyTo: '省生态环境厅，市委办公室，市人大常委会办公室，市政协办公室',
  issuedBy: '咸阳市生态环境局办公室',
  months: { '2022-10': { number: '咸环发〔2022〕45号', signedOn: '2022-11-09', issuedOn: '2022-11-10' } },
}

const opened = new Map<string, ReturnType<typeof openFromDisk>>()

/** The package of a folder, opened only once. */
async function packageOf(folder: string) {
  const opening = opened.get(folder) ?? openFromDisk(folder)
  opened.set(folder, opening)
  return (await opening).value!
}

/** Data of a package's last month, with these settings of the meeting. */
async function dataOf(folder: string, day: string, change: Partial<MeetingSettings>) {
  await startI18n('zh-CN')
  const value = await packageOf(folder)
  const read = datasetOf(value)
  const evaluated = evaluateRules(value, day)
  const settings = { ...read.settings, meeting: changedMeeting(read, change) }
  const members = membersOf(value, { radiusMetres: 25_000, basis: 'centre' })
  const targets = targetValues({ evaluated, members })
  return { dataset: { ...read, settings }, problems: monthProblems(evaluated), targets }
}

/** Papers of a package's last month, with these official lines of the bulletin. */
export async function makePapers(
  folder: string,
  day: string,
  official?: MeetingSettings['official'],
  template = DEFAULT_BULLETIN_TEMPLATE,
): Promise<MeetingPapers> {
  const data = await dataOf(folder, day, { template, ...(official ? { official } : {}) })
  return papersOf(data, data.dataset.reports.at(-1)!, i18next.getFixedT('zh-CN')).papers
}

/** Decisions of meetings; the last one is of October. */
export const DECISIONS: readonly Decision[] = [
  {
    id: 'a',
    month: '2022-09',
    decidedOn: '2022-10-09',
    county: '610430',
    task: '城区裸露地块全部覆盖或者绿化，覆盖网破损的于五日内更换',
    department: '市住房和城乡建设局',
    due: '2022-10-20',
    doneOn: '',
    note: '已覆盖3处，余2处',
  },
  {
    id: 'b',
    month: '2022-09',
    decidedOn: '2022-10-09',
    county: '',
    task: '国省干线每日洒水不少于三次',
    department: '市交通运输局',
    due: '2022-10-31',
    doneOn: '2022-10-25',
    note: '',
  },
  {
    id: 'c',
    month: '2022-10',
    decidedOn: '2022-11-09',
    county: '610430',
    task: '对连续超标原因开展排查，报送整改方案',
    department: '市生态环境局',
    due: '2022-11-30',
    doneOn: '',
    note: '',
  },
  {
    id: 'd',
    month: '2022-10',
    decidedOn: '2022-11-09',
    county: '',
    task: '各区县每周报送道路积尘走航监测结果',
    department: '',
    due: '',
    doneOn: '',
    note: '',
  },
]

const WRITERS = { monthly: monthlyPaper, minutes: minutesPaper }

/** 月报 or 会议纪要 of a package's last month. */
export async function makeWrittenPaper(
  kind: keyof typeof WRITERS,
  folder: string,
  day: string,
  official?: MeetingSettings['official'],
  decisions = DECISIONS,
  held: MeetingSettings['held'] = {},
): Promise<WrittenPaper> {
  const made = await dataOf(folder, day, {
    decisions: decisions.map((each) => ({ ...each })),
    held,
    ...(official ? { official } : {}),
  })
  // Long after the meeting, when minutes are read again.
  const data = { ...made, today: '2026-11-27' }
  return WRITERS[kind](data, data.dataset.reports.at(-1)!, i18next.getFixedT('zh-CN'))
}

/** The year-end document of a package's plan as of a day. */
export async function makeYearEnd(folder: string, day: string): Promise<OfficialPaper> {
  await startI18n('zh-CN')
  const value = await packageOf(folder)
  const dataset = datasetOf(value)
  const members = membersOf(value, { radiusMetres: 25_000, basis: 'centre' })
  const on = (asOf: string) => ({ evaluated: evaluateRules(value, asOf), members })
  const found = yearEndOf(on(day), on(formatDay(parseDay(day) + 1)))
  const speech = { t: i18next.getFixedT('zh-CN'), language: 'zh-CN', word: (text: string) => text }
  return sheetPaper(withSmallPrint(yearEndTable(speech, dataset, found)), {
    ...{ office: '', author: '咸阳市生态环境局', year: day.slice(0, 4), isNumbered: false },
  })
}

/** The cover of the hand-over sheets of a package, whose deadlines have as many digits as days can have. */
export async function makeCover(folder: string, day: string): Promise<HandoverTable> {
  await startI18n('zh-CN')
  const value = await packageOf(folder)
  const desk = new Desk(value, day)
  const sheets = handoverSheets(desk.show({ kinds: ['construction-site', 'stockpile'] }), 'counties', 'zh-CN').map(
    (sheet) => ({
      ...sheet,
      sources: sheet.sources.map((source) => ({
        ...source,
        findings: source.findings.map((finding) => ({ ...finding, due: day })),
      })),
    }),
  )
  const around = { subtitle: '', notes: [] }
  return coverTable(
    i18next.getFixedT('zh-CN'),
    datasetOf(value),
    sheets,
    sheets.map(({ name }) => name),
    around,
  )
}
