import i18next from 'i18next'
import { expect, it } from 'vitest'
import { incidentLine } from '@/features/diagnosis/report'
import { startI18n } from '@/i18n'

it('describes a slow answer by the user’s action', async () => {
  await startI18n('zh-CN')
  const late = (name: string) =>
    incidentLine(i18next.t, { at: 0, what: 'slow-answer', name, places: [], ms: 3049 }).split('  ').slice(1)
  expect(late('open')).toEqual(['响应缓慢', '打开数据（open）', '3 秒'])
  expect(late('truckCard')[1]).toBe('渣土车（truckCard）')
  expect(late('scene')[1]).toBe('筛选和地图（scene）')
  expect(late('rereadReadings')[1]).toBe('读入文件（rereadReadings）')
  expect(late('whatever')[1]).toBe('其他操作（whatever）')
  expect(incidentLine(i18next.t, { at: 0, what: 'error', name: 'TypeError', places: ['a.js:1:2'] })).toMatch(
    /出错 {2}TypeError {2}a\.js:1:2$/,
  )
})

it('knows the names of questions of this version and of stored incidents', async () => {
  await startI18n('zh-CN')
  const actionOf = (name: string) =>
    incidentLine(i18next.t, { at: 0, what: 'slow-answer', name, places: [], ms: 3049 }).split('  ')[2]
  const late = (action: 'find' | 'card', name: string) =>
    i18next.t('diagnosis.asked', { what: i18next.t(`diagnosis.question.${action}`), name })
  for (const name of ['papers', 'meetingPapersFile']) expect(actionOf(name)).toBe(`生成文稿（${name}）`)
  for (const name of ['table', 'tableOutline']) expect(actionOf(name)).toBe(`表格和导出（${name}）`)
  for (const name of ['unlistedNow', 'currentUnlistedPlaces']) expect(actionOf(name)).toBe(`渣土车（${name}）`)
  for (const name of ['board', 'boardEntries', 'scene', 'sourceScene', 'grades', 'shownGrades'])
    expect(actionOf(name)).toBe(`筛选和地图（${name}）`)
  for (const name of ['place', 'placeTowardsRing', 'find', 'findSource', 'nearest', 'nearestSources'])
    expect(actionOf(name)).toBe(late('find', name))
  for (const name of ['record', 'sourceRecord', 'county', 'countyStory', 'wording', 'planWording', 'upwindSources'])
    expect(actionOf(name)).toBe(late('card', name))
})
