import { readFileSync } from 'node:fs'
import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { countStandings, type Decision, sortByStanding } from '@/domain/meeting/decision'
import { minuteOf } from '@/domain/monitoring/minute-of'
import { decisionsHeadline } from '@/features/meeting/decisions-headline'
import { startI18n } from '@/i18n'
import { descriptorSchema, type MeetingSettings } from '@/io/package/descriptor'
import type { Dataset } from '@/questions/dataset'
import { agendaChange, agendaItems, agendaOf } from '@/store/meeting/agenda'

const decision = (id: string, over: Partial<Decision> = {}): Decision => ({
  ...{ id, month: '2022-09', decidedOn: '2022-10-08', county: '', task: id, department: '' },
  ...{ due: '', doneOn: '', note: '' },
  ...over,
})
type Meeting = Omit<Partial<MeetingSettings>, 'decisions'> & { readonly decisions?: readonly Decision[] }
const datasetWith = (meeting: Meeting) =>
  ({ warnings: [], settings: { meeting: { agenda: [], template: null, ...meeting } } }) as unknown as Dataset
const scenes = (dataset: Dataset, month = '2022-10') => agendaOf(dataset, month).map(({ scene }) => scene)

beforeAll(() => startI18n('zh-CN'))

it('an agenda of an earlier version gets the earlier decisions as its first item, if there are any', () => {
  const agenda = [{ scene: 'map', notes: '' }]
  const decisions = [decision('a')]
  expect(scenes(datasetWith({ agenda }))).toEqual(['map'])
  expect(scenes(datasetWith({ agenda, decisions }))).toEqual(['decisions', 'map'])
  expect(scenes(datasetWith({ agenda, decisions }), '2022-09')).toEqual(['map'])
  expect(agendaItems(datasetWith({ agenda, decisions }), '2022-10')).toHaveLength(2)
})

it('that item can be moved, removed permanently and put back', () => {
  const decisions = [decision('a')]
  const [map, own] = [
    { scene: 'map', notes: '' },
    { scene: 'decisions', notes: '' },
  ]
  const before = datasetWith({ agenda: [map!], decisions })
  const moved = datasetWith({ ...agendaChange(before, '2022-10', [map!, own!]), decisions })
  expect(scenes(moved)).toEqual(['map', 'decisions'])
  const left = datasetWith({ ...agendaChange(moved, '2022-10', [map!]), decisions })
  expect(scenes(left)).toEqual(['map'])
  // After a later change of something else it stays removed.
  expect(scenes(datasetWith({ ...agendaChange(left, '2022-10', [map!]), decisions }))).toEqual(['map'])
  expect(scenes(datasetWith({ ...agendaChange(left, '2022-10', [own!, map!]), decisions }))).toEqual([
    'decisions',
    'map',
  ])
})

it('a warning has a scene after all others in each month with one, until the scene is removed', () => {
  const warning = { code: 'W-1', name: '', level: 'red', counties: [], issuer: '' } as const
  const minute = (text: string) => minuteOf(text)!
  const dated = (meeting: Meeting, until: string | null) => ({
    ...datasetWith(meeting),
    warnings: [{ ...warning, from: minute('2022-09-29 12:00'), until: until === null ? null : minute(until) }],
  })
  const agenda = [{ scene: 'map', notes: '' }]
  const lasting = dated({ agenda }, null)
  expect(['2022-08', '2022-09', '2022-10'].map((month) => scenes(lasting, month))).toEqual([
    ['map'],
    ['map', 'warnings'],
    ['map', 'warnings'],
  ])
  expect(scenes(dated({ agenda }, '2022-10-01 00:00'))).toEqual(['map'])
  expect(scenes(dated({ agenda }, '2022-10-01 00:01'))).toEqual(['map', 'warnings'])
  const left = dated({ ...agendaChange(lasting, '2022-10', agenda), decisions: [] }, null)
  expect(scenes(left)).toEqual(['map'])
  const moved = dated(
    { ...agendaChange(left, '2022-10', [{ scene: 'warnings', notes: '' }, ...agenda]), decisions: [] },
    null,
  )
  expect(scenes(moved)).toEqual(['warnings', 'map'])
  // A scene stored at a certain place is not shown in a month without a warning.
  expect(scenes(moved, '2022-08')).toEqual(['map'])
})

it('the headline of earlier decisions counts them by meeting and by state on a day', () => {
  const decisions = [
    decision('a', { due: '2022-10-31', doneOn: '2022-11-05' }),
    decision('b', { due: '2022-10-31' }),
    decision('c', { due: '2022-12-31' }),
    decision('d', { month: '2022-10' }),
  ]
  const said = (all: readonly Decision[], day: string) =>
    decisionsHeadline(i18next.getFixedT('zh-CN'), all, '2022-10', day)
  expect(said(decisions, '2022-11-08')).toBe('上次会议 3 项：1 项完成、1 项逾期、1 项未完成')
  expect(said(decisions, '2022-10-31')).toBe('上次会议 3 项：3 项未完成')
  const older = decision('z', { month: '2022-08', due: '2022-09-30' })
  expect(said([older, decisions[0]!], '2022-11-08')).toBe('往次会议 2 项：1 项完成、1 项逾期')
  expect(said([], '2022-11-08')).toBe('此前会议没有遗留的议定事项。')
  expect(countStandings(decisions, '2022-11-08')).toEqual({ done: 1, late: 1, open: 2 })
  expect(sortByStanding(decisions, '2022-11-08').map(({ id }) => id)).toEqual(['b', 'c', 'd', 'a'])
})

it('data of meetings from another version opens: without days, or with additional fields', () => {
  const kept = JSON.parse(readFileSync('data/datapackage.json', 'utf8'))
  const meeting = { agenda: [], template: null }
  const opens = (change: object) =>
    descriptorSchema.safeParse({ ...kept, chentu: { ...kept.chentu, meeting: { ...meeting, ...change } } })
  expect(opens({ decisions: [decision('a')] }).success).toBe(true)
  const held = { '2022-10': { day: '2022-11-09', later: 1 }, '2022-09': { place: '三楼' }, '2022-08': { day: '' } }
  expect(opens({ held }).data?.chentu.meeting).toMatchObject({ held })
  expect(opens({ held: { '2022-10': { day: 'soon' } } }).success).toBe(false)
})

it('cases have a scene after all others in months with cases, or in every month once it was moved, until it is removed', () => {
  const dataset = datasetWith({ agenda: [{ scene: 'map', notes: '' }] })
  const months = new Set(['2022-10'])
  const of = (of: Dataset, month: string) => agendaOf(of, month, months).map(({ scene }) => scene)
  expect(['2022-09', '2022-10'].map((month) => of(dataset, month))).toEqual([['map'], ['map', 'cases']])
  const [map, cases] = [
    { scene: 'map', notes: '' },
    { scene: 'cases', notes: '' },
  ]
  const moved = datasetWith({ ...agendaChange(dataset, '2022-10', [cases!, map!], months), decisions: [] })
  expect(['2022-09', '2022-10'].map((month) => of(moved, month))).toEqual([
    ['cases', 'map'],
    ['cases', 'map'],
  ])
  const left = datasetWith({ ...agendaChange(moved, '2022-10', [map!], months), decisions: [] })
  expect(of(left, '2022-10')).toEqual(['map'])
})
