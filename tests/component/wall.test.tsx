import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import i18next from 'i18next'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Notices } from '@/app/Notices'
import type { Decision } from '@/domain/meeting/decision'
import Meeting from '@/features/meeting/Meeting'
import { useRace } from '@/features/meeting/race-state'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { useNotices } from '@/store/page/notices'
import { FIRST_VIEW } from '@/store/view/view'
import { openMeeting } from './small-meeting'

vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({
    publishMonth: async () => undefined,
    meetingFigures: async () => null,
    countyStory: async () => null,
  }),
  onDatasetWorkerStopped: () => undefined,
}))
const nextPicture = vi.hoisted(() => vi.fn(() => null))
vi.mock('@/features/meeting/NextPicture', () => ({ NextPicture: nextPicture }))
vi.mock('@/map/instance/paint-now', () => ({ paintNow: async () => undefined }))

const CHANNEL = 'chentu-meeting https://office.example/data/'
const AGENDA = ['ranking', 'race', 'year'].map((scene) => ({ scene, notes: '' }))

/** The message channels of other windows. */
const others: BroadcastChannel[] = []
function anotherWindow(name = CHANNEL) {
  const channel = new BroadcastChannel(name)
  others.push(channel)
  const heard: unknown[] = []
  channel.onmessage = ({ data }: MessageEvent) => heard.push(data)
  return { heard, say: (data: unknown) => channel.postMessage(data) }
}

function show(change: Partial<typeof FIRST_VIEW> = {}, meeting: object = {}) {
  openMeeting({ meeting: { agenda: AGENDA, ...meeting } })
  useChentu.setState({ phase: 'ready', view: { ...FIRST_VIEW, mode: 'meeting', ...change } })
  return render(<Meeting />)
}
const sceneShown = () => document.querySelector<HTMLElement>('[data-scene]')?.dataset.scene
const wallState = (change: object = {}) => ({ scene: 0, step: 0, month: null, county: null, black: false, ...change })
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })

beforeAll(async () => {
  await startI18n('zh-CN')
  // Loads the code that would come with the press.
  await import('@/features/meeting/PublishDialog')
})
beforeEach(() => useRace.setState({ at: null, playing: false, speed: 1, by: 'rank' }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  for (const each of others.splice(0)) each.close()
})

describe('notices about the shown data', () => {
  it('are small in the foot of the first scene only, and not in a bar', () => {
    useNotices.setState({ codes: ['kind-shown', 'worker-restarted'] })
    show({ scene: 1 })
    render(<Notices />)
    const said = () => document.querySelector('[data-scene] footer [role=status]')?.textContent
    expect(said()).toBe(i18next.t('notice.kind-shown'))
    expect(screen.getByRole('region', { name: '提示' }).textContent).not.toContain(said())
    press('PageDown')
    expect([sceneShown(), said()]).toEqual(['year', undefined])
    press('PageUp')
    expect(said()).toBeTruthy()
    useNotices.setState({ codes: [] })
  })
})

describe('the way out of the meeting', () => {
  it('needs its key pressed twice, and forgets a single press', () => {
    vi.useFakeTimers()
    // happy-dom lacks full screen, which differs from a window that is not in full screen now.
    Object.assign(document, { fullscreenElement: null })
    show()
    const mode = () => useChentu.getState().view.mode
    press('Escape')
    expect(screen.getByRole('status').textContent).toBe('再按一次 Esc 键退出放映')
    act(() => void vi.advanceTimersByTime(5000))
    expect(screen.getByRole('status').textContent).toBe('')
    press('Escape')
    // A held key counts as one press.
    fireEvent.keyDown(document.body, { key: 'Escape', repeat: true })
    expect(mode()).toBe('meeting')
    press('Escape')
    expect(mode()).toBe('explore')
  })
})

describe('a blacked-out wall', () => {
  it('covers an open dialog, and the dialog stays open with what is typed in it', async () => {
    show()
    const other = anotherWindow()
    fireEvent.click(screen.getByRole('button', { name: '公布值登记与更正' }))
    const day = (await screen.findByLabelText('日期')) as HTMLElement
    const dialog = day.closest('dialog')!
    dialog.dataset.typed = 'yes'
    other.say(wallState({ black: true }))
    const light = await screen.findByRole('button', { name: '按 B 键或点一下继续' })
    expect(light.closest('dialog')!.open).toBe(true)
    expect([dialog.isConnected, dialog.open]).toEqual([true, true])
    // Its keys still control the wall.
    fireEvent.keyDown(light, { key: 'b' })
    await waitFor(() => expect(screen.queryByText('按 B 键或点一下继续')).toBeNull())
    expect(document.querySelector<HTMLElement>('dialog[open]')!.dataset.typed).toBe('yes')
  })

  it.each(['PageDown', 'PageUp', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'])(
    'returns by %s unchanged, because nothing moves on while it is black',
    (key) => {
      show({ scene: 1 })
      const { month, county } = useChentu.getState().view
      const isBlack = () => screen.queryByRole('button', { name: '按 B 键或点一下继续' }) !== null
      for (const scene of [1, 2]) {
        if (scene === 2) press('3')
        press('b')
        expect(isBlack()).toBe(true)
        press(key)
        expect(isBlack()).toBe(false)
        expect(useChentu.getState().view).toMatchObject({ scene, month, county })
      }
      expect(useRace.getState().at).toBeNull()
      press('PageUp')
      expect(sceneShown()).toBe('race')
    },
  )

  it('is not left by the speaker’s keys and buttons either', () => {
    show({ scene: 1, speaker: true })
    for (const way of [
      () => press('ArrowDown'),
      () => fireEvent.click(screen.getByRole('button', { name: '下一屏' })),
    ]) {
      press('b')
      screen.getByText('大屏已黑屏')
      way()
      expect(screen.queryByText('大屏已黑屏')).toBeNull()
      expect([useChentu.getState().view.scene, useRace.getState().at]).toEqual([1, null])
    }
  })

  it('does not play the race', () => {
    vi.useFakeTimers()
    useRace.setState({ playing: true, at: '2022-01' })
    show({ scene: 1 })
    press('b')
    screen.getByRole('button', { name: '按 B 键或点一下继续' })
    act(() => vi.advanceTimersByTime(20_000))
    expect(useRace.getState().at).toBe('2022-01')
  })
})

describe('two windows', () => {
  it('of one package follow each other, and those of different packages do not', async () => {
    show()
    const [same, another] = [anotherWindow(), anotherWindow('chentu-meeting https://office.example/changzhi/')]
    another.say(wallState({ scene: 2 }))
    same.say(wallState({ scene: 1 }))
    await waitFor(() => expect(sceneShown()).toBe('race'))
    press('PageDown')
    await waitFor(() => expect(same.heard).toContainEqual(expect.objectContaining({ scene: 2 })))
    expect(another.heard).toEqual([])
  })

  it('ignore messages that they do not know', async () => {
    show()
    const other = anotherWindow()
    const wrong = [
      null,
      'x',
      {},
      wallState({ scene: -1 }),
      wallState({ month: 10 }),
      { race: { at: null, by: 'x' } },
      { later: 1 },
    ]
    for (const each of wrong) other.say(each)
    other.say(wallState({ scene: 1 }))
    await waitFor(() => expect(sceneShown()).toBe('race'))
    expect(useChentu.getState().view).toMatchObject({ mode: 'meeting', month: null, scene: 1 })
  })

  it('both select a county pressed in one', async () => {
    show({ scene: 2 })
    const other = anotherWindow()
    fireEvent.click(screen.getByRole('button', { name: '甲县' }))
    await waitFor(() => expect(other.heard).toContainEqual(wallState({ scene: 2, county: 'a' })))
    expect(useChentu.getState().view.county).toBe('a')
  })

  it('let the speaker choose what the race is drawn by', async () => {
    show({ scene: 1, speaker: true })
    const wall = anotherWindow()
    press('v')
    await waitFor(() => expect(wall.heard).toContainEqual({ race: expect.objectContaining({ by: 'value' }) }))
  })
})

it('shows the same scene in another month, also if that begins with decisions of earlier meetings', () => {
  const decision: Decision = {
    id: '1',
    month: '2022-09',
    decidedOn: '2022-10-08',
    county: 'a',
    task: '洒水',
    department: '',
    due: '',
    doneOn: '',
    note: '',
  }
  show({ scene: 0, month: '2022-09' }, { decisions: [decision] })
  expect(sceneShown()).toBe('ranking')
  press('ArrowUp')
  press('ArrowDown')
  press('ArrowDown')
  expect(useChentu.getState().view.month).toBe('2022-10')
  expect(sceneShown()).toBe('ranking')
  press('ArrowUp')
  expect([useChentu.getState().view.month, sceneShown()]).toEqual(['2022-09', 'ranking'])
})

it('continues with figures if V is pressed while the race plays', () => {
  vi.useFakeTimers()
  useRace.setState({ playing: true, at: '2022-01' })
  show({ scene: 1 })
  screen.getByRole('img', { name: /至2022年1月/ })
  press('v')
  act(() => vi.advanceTimersByTime(1700))
  expect(useRace.getState()).toMatchObject({ at: '2022-02', by: 'value', playing: true })
  act(() => vi.advanceTimersByTime(1600 * 9))
  expect(useRace.getState()).toMatchObject({ at: '2022-10', by: 'value', playing: false })
})

it('redraws only the clock of the speaker’s window each second', () => {
  vi.useFakeTimers()
  show({ speaker: true })
  // Work that waits until the window is idle.
  act(() => vi.advanceTimersByTime(1000))
  screen.getByText('0:01')
  nextPicture.mockClear()
  act(() => vi.advanceTimersByTime(3000))
  screen.getByText('0:04')
  expect(nextPicture).not.toHaveBeenCalled()
})

it('is controlled by the few keys of a remote: forward, back, and Enter, which presses the focused button', () => {
  show({}, { agenda: ['race', 'year'].map((scene) => ({ scene, notes: '' })) })
  press('PageDown')
  expect(sceneShown()).toBe('year')
  press('PageUp')
  expect(sceneShown()).toBe('race')
  press('Enter')
  expect(sceneShown()).toBe('year')
  press('PageUp')
  screen.getByRole('button', { name: '公布值登记与更正' }).focus()
  press('Enter')
  expect(sceneShown()).toBe('race')
})

it('wraps its headline only between phrases, and screen readers read it as one text', () => {
  show()
  const heading = screen.getByRole('heading', { level: 2 })
  expect(heading.textContent).toBe('乙县超标（8.0），至少连续 12 个月，丙县无有效数据')
  const phrases = [...heading.querySelectorAll('span')].map((span) => span.textContent)
  expect(phrases.length).toBeGreaterThan(1)
  expect(phrases.filter((phrase) => /^[，；：]/.test(phrase!))).toEqual([])
})
