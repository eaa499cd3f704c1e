import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { startI18n } from '@/i18n'
import { Change } from '@/ui/Change'
import { LimitBar } from '@/ui/LimitBar'
import { Switch } from '@/ui/Switch'
import { Why } from '@/ui/Why'

afterEach(cleanup)

describe('figures', () => {
  it('show the direction of a change by an arrow and its size with one decimal', () => {
    render(
      <p>
        <Change percent={-48.1} /> <Change percent={7} /> <Change percent={0} /> <Change percent={null} />
      </p>,
    )
    expect(screen.getByText(/▼/).closest('p')?.textContent).toBe('▼ 48.1 ▲ 7.0 — 0.0 —')
  })

  it('draw no bar without a value, but still the limit', () => {
    const { container } = render(<LimitBar value={null} of={0} dustfallLimit={7} top={10} />)
    expect(container.querySelectorAll('span span')).toHaveLength(0)
    expect(container.querySelector('i')?.style.left).toBe('70%')
  })

  it('name the figure that “why” explains', async () => {
    await startI18n('zh-CN')
    render(<Why of="淳化县 9.0">推导</Why>)
    expect(screen.getByRole('button', { name: '淳化县 9.0 计算依据' })).toBeTruthy()
  })

  it('announce to screen readers whether a switch is on', () => {
    render(<Switch on label="企业圈" onChange={() => undefined} />)
    expect(screen.getByRole('switch', { name: '企业圈' }).getAttribute('aria-checked')).toBe('true')
  })
})
