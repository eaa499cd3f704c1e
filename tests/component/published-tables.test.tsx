import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { SceneContent } from '@/features/meeting/SceneContent'
import { startI18n } from '@/i18n'
import type { SceneName } from '@/io/package/descriptor'
import { evaluateRules } from '@/questions/evaluated-package'
import { countyStory } from '@/questions/month/county-story'
import { targetValues } from '@/questions/plan/target-values'
import { useChentu } from '@/store/chentu'
import { FIRST_VIEW } from '@/store/view/view'
import { membersOf } from '@/workers/current-steps'
import { CITIES_2_PLUS_26, publishedRows, TONGCHUAN } from '../fixtures/published-tables'
import { meetingWithTable } from '../unit/meeting/published'

const worker = vi.hoisted(() => ({ asked: {} as object }))
vi.mock('@/workers/client', () => ({
  datasetWorker: () => worker.asked,
  onDatasetWorkerStopped: () => undefined,
}))
// Replaced, because this simulated page can’t draw a map.
vi.mock('@/map/picture/use-ground-picture', () => ({ useGroundPicture: () => null }))

beforeAll(() => startI18n('zh-CN'))
afterEach(cleanup)

/** All text of a scene, without separators. */
const textOf = (scene: HTMLElement) => (scene.textContent ?? '').replace(/\s/g, '')

describe.each([TONGCHUAN, CITIES_2_PLUS_26])('the table of $city.zh on the wall', (table) => {
  const given = publishedRows(table).filter((cells) => cells.at(-1) !== '')
  const figureOf = (cells: readonly string[]) => (cells.length > 3 ? cells[4]! : cells[2]!)
  const highest = figureOf(given.at(-1)!)

  const ring = { radiusMetres: 25_000, basis: 'centre' as const }

  beforeAll(async () => {
    const { opened, dataset, problems } = await meetingWithTable(table)
    worker.asked = {
      meetingFigures: async (day: string) => {
        const evaluated = evaluateRules(opened, day)
        return { problems, targets: targetValues({ evaluated, members: membersOf(opened, ring) }) }
      },
      countyStory: async (code: string, month: string, day: string, count: number, language: string) =>
        countyStory(evaluateRules(opened, day), code, month, count, language),
    }
    const shown = { dataset, ring, shown: { total: 0 }, counts: { byKind: new Map() } }
    useChentu.setState({ view: FIRST_VIEW, opened: shown as never })
  })

  const show = (scene: SceneName) =>
    render(<SceneContent item={{ scene, notes: '' }} step="all" place="1/7" />).container

  it('the ranking has every row with its place, figure and change as published, and those without a figure last', () => {
    show('ranking')
    for (const cells of given) {
      const row = screen.getByRole('rowheader', { name: cells[1]! }).closest('tr')!
      const texts = within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent)
      // Its rank, then the figure behind the bar.
      expect(texts.slice(texts.indexOf(cells[0]!))[0], cells[1]).toBe(cells[0])
      expect(texts).toContain(figureOf(cells))
    }
    const without = table.counties.filter((name) => !given.some((cells) => cells[1] === name))
    const names = screen.getAllByRole('rowheader').map((cell) => cell.textContent)
    expect(names).toHaveLength(table.counties.length)
    expect(new Set(names.slice(given.length))).toEqual(new Set(without))
  })

  it.each([
    ['map', `最高`],
    ['year', '仅 1 个月数据'],
    ['race', '没有上月排名可比'],
    ['movers', table.city.code === TONGCHUAN.city.code ? '无同期数据可比' : '同比改善 14 个区县，升高 0 个'],
    ['county', highest],
    ['tasks', '没有逾期问题'],
    ['decisions', ''],
  ] as const)('the scene %s is shown with its content', async (scene, said) => {
    const shown = show(scene)
    await waitFor(() => expect(textOf(shown)).toContain(said.replace(/\s/g, '')))
    expect(textOf(shown).length).toBeGreaterThan(10)
    expect(shown.innerHTML).not.toMatch(/NaN|undefined|Infinity/)
  })
})
