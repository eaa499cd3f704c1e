import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isTooShort, PassphraseField } from '@/features/field/office/PassphraseField'
import { startI18n } from '@/i18n'
import { usePassphrase } from '@/store/page/passphrase'

beforeEach(async () => {
  await startI18n('zh-CN')
  usePassphrase.setState({ passphrase: '' })
})
afterEach(cleanup)

it('the passphrase of a bundle says that it protects the file, not the tablet, and can be shown', () => {
  render(<PassphraseField />)
  expect(document.body.textContent).toContain('平板上的记录不加密')
  expect(document.body.textContent).not.toContain('平板丢失')
  const field = screen.getByLabelText(/^巡查包口令/) as HTMLInputElement
  expect(field.type).toBe('password')
  fireEvent.click(screen.getByRole('button', { name: '显示口令' }))
  expect(field.type).toBe('text')
})

it('a passphrase shorter than eight characters is refused, and none is needed', () => {
  render(<PassphraseField />)
  const type = (value: string) => fireEvent.change(screen.getByLabelText(/^巡查包口令/), { target: { value } })
  expect(screen.queryByRole('alert')).toBeNull()
  type('1234567')
  expect(screen.getByRole('alert').textContent).toMatch(/不足 8 位/)
  type('12345678')
  expect(screen.queryByRole('alert')).toBeNull()
  expect([isTooShort(''), isTooShort('渭城巡查一组口令'), isTooShort('渭城巡查')]).toEqual([false, false, true])
})
