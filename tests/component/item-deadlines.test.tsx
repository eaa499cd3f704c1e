import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { fieldsOf } from '@/domain/rules/rule'
import type { TeamObservation } from '@/domain/rules/team-observations'
import { Requirements } from '@/features/explore/detail/Requirements'
import { startI18n } from '@/i18n'
import { datasetOf } from '@/questions/dataset'
import { useChentu } from '@/store/chentu'
import { Desk } from '../fixtures/desk'
import { openFromDisk } from '../unit/package-from-disk'

afterEach(cleanup)

const opened = (await openFromDisk('')).value!
const desk = new Desk(opened)
const six = desk.rules.find(({ id }) => id === '23-six')!
const [first, second, ...others] = fieldsOf(six.check) as [string, string, ...string[]]
const { kind } = six

it('a requirement with several items names each failing item with its own deadline', async () => {
  await startI18n('zh-CN')
  const source = desk.rows().find((row) => row.kind === kind)!
  const observed = (deadlines: TeamObservation['deadlines']): TeamObservation => ({
    ...{ kind, code: source.code, day: '2022-10-31', deadlines },
    answers: { [first]: false, [second]: false, ...Object.fromEntries(others.map((item) => [item, true])) },
  })
  const show = (deadlines: TeamObservation['deadlines']) => {
    desk.judge('2022-10-31', [observed(deadlines)])
    const record = desk.record(kind, source.code)
    act(() =>
      useChentu.setState({ opened: { dataset: datasetOf(opened), evaluation: desk.evaluated.evaluation } as never }),
    )
    render(<Requirements record={record} />)
    const line = screen.getByText(/^不符合：.*、/).textContent
    cleanup()
    return line
  }
  expect(show({ [first]: '2022-11-07' })).toMatch(/^不符合：[^（、]+（期限 2022-11-07）、[^（、]+（未定期限）$/)
  expect(show({ [first]: '2022-11-07', [second]: '2022-11-09' })).toMatch(/（期限 2022-11-07）.*（期限 2022-11-09）$/)
  expect(show({ [first]: '2022-11-07', [second]: '2022-11-07' })).not.toContain('（')
})
