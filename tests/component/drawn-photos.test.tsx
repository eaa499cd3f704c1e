import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ReviewPhoto } from '@/features/explore/visits/review/ReviewPhoto'
import { startI18n } from '@/i18n'
import type { PhotoRef } from '@/ledger/references'

const [bare, drawn] = ['a'.repeat(64), 'b'.repeat(64)]
vi.mock('@/store/ledger', () => ({
  ledger: () => ({
    photo: async (hash: string) => ({ hash, original: null, shown: new Blob([hash.startsWith('a') ? '1' : '12']) }),
  }),
}))
const ref: PhotoRef = { hash: drawn, bytes: 2, at: '2022-10-31T08:00:00Z', position: null, taken: null }

beforeEach(async () => {
  await startI18n('zh-CN')
  URL.createObjectURL = vi.fn((blob) => `blob:${(blob as Blob).size}`)
  URL.revokeObjectURL = vi.fn()
})
afterEach(cleanup)
const picture = async (url: string) => vi.waitFor(() => expect(screen.getByRole('img').getAttribute('src')).toBe(url))

describe('a photo at the desk', () => {
  it('shows the drawing, and the original on a press', async () => {
    render(
      <ReviewPhoto
        photo={{ ...ref, markOf: bare }}
        name=""
        doubts={[]}
        isNew={false}
        isLarge={false}
        onEnlarge={() => undefined}
      />,
    )
    await picture('blob:2')
    fireEvent.click(screen.getByRole('button', { name: '看原图' }))
    await picture('blob:1')
    fireEvent.click(screen.getByRole('button', { name: '看标注' }))
    await picture('blob:2')
  })

  it('has no button for the original if nothing was drawn', async () => {
    render(<ReviewPhoto photo={ref} name="" doubts={[]} isNew={false} isLarge={false} onEnlarge={() => undefined} />)
    await picture('blob:2')
    expect(screen.queryByRole('button', { name: '看原图' })).toBeNull()
  })
})
