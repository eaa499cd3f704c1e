import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CheckItem } from '@/features/field/check/CheckItem'
import { PhotoStrip } from '@/features/field/record/PhotoStrip'
import { startI18n } from '@/i18n'
import type { Answer } from '@/ledger/event'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'

const item = { id: 'covered', title: { zh: '苫盖', en: 'Covered' }, clause: 1 } as never
const brought = vi.fn()
const opened = vi.fn()

function Item() {
  const [answer, setAnswer] = useState<Answer | undefined>()
  return (
    <ol>
      <CheckItem
        kind="stockpile"
        number={1}
        item={item}
        answer={answer}
        before={{ last: null, readings: null, soFar: null }}
        why={() => null}
        onAnswer={setAnswer}
      >
        <PhotoStrip
          photos={[]}
          name=""
          item="covered"
          position={null}
          onAdd={vi.fn()}
          onMarked={vi.fn()}
          onRemove={vi.fn()}
        />
      </CheckItem>
    </ol>
  )
}

beforeEach(async () => {
  await startI18n('zh-CN')
  useChentu.setState({ opened: { dataset: { rules: [], kinds: [] } } as never })
  Element.prototype.scrollIntoView = brought
  vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(opened)
  brought.mockReset()
  opened.mockReset()
  render(<Item />)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  usePreferences.setState({ cameraAtNo: false })
})
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

describe('the camera of an item that is not met', () => {
  it('scrolls into view when 不符合 is pressed, and opens by one press', () => {
    press('不符合')
    expect(brought).toHaveBeenCalledWith({ block: 'nearest' })
    expect(opened).not.toHaveBeenCalled()
    press('拍照')
    expect(opened).toHaveBeenCalledTimes(1)
    expect(screen.getByTestId('photos-covered').getAttribute('capture')).toBe('environment')
  })

  it('opens by the press on 不符合 itself if the tablet is set so, and only once', () => {
    usePreferences.setState({ cameraAtNo: true })
    press('符合')
    expect(opened).not.toHaveBeenCalled()
    press('不符合')
    // During the press: a browser refuses it later.
    expect(opened).toHaveBeenCalledTimes(1)
    press('不符合')
    expect(opened).toHaveBeenCalledTimes(1)
  })
})
