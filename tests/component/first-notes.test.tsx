import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { FirstNotes } from '@/features/meeting/FirstNotes'
import { SceneContext } from '@/features/meeting/scene-context'
import { startI18n } from '@/i18n'

const notes = Array.from({ length: 8 }, (_, i) => `※ 第${i + 1}县：说明${i + 1}`)

beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(cleanup)

it('a scene says how many notes it has besides those below it, and a press lists all', async () => {
  render(<FirstNotes notes={notes} />)
  fireEvent.click(screen.getByRole('button', { name: /^另有 6 条说明，点此查看/ }), { detail: 1 })
  const dialog = await screen.findByRole('dialog', { name: '说明（8 条）' })
  expect([...dialog.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual(notes)
  // A remote's keys still go to the scene.
  fireEvent.click(screen.getByRole('button', { name: '关闭' }))
  expect(document.activeElement).toBe(document.body)
})

it('a scene with few notes gives all of them', () => {
  const { container } = render(<FirstNotes notes={notes.slice(0, 2)} />)
  expect(container.textContent).toBe('※ 第1县：说明1※ 第2县：说明2')
})

it('the speaker’s small picture of a scene has nothing to press', () => {
  const setting = { item: { scene: 'ranking', notes: '' }, step: 'all', place: '', ahead: false, small: true } as const
  render(
    <SceneContext.Provider value={{ ...setting, begins: false }}>
      <FirstNotes notes={notes} />
    </SceneContext.Provider>,
  )
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByText('另有 6 条说明，见会议材料')).toBeTruthy()
})
