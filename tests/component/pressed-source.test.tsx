import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { usePressedSource } from '@/features/province/use-pressed-source'
import type { ProvinceIndex } from '@/io/province/province-file'
import type { SourceFacts } from '@/io/province/province-sources'
import type { AnswerOrProblem } from '@/workers/province.main'

const index = {} as ProvinceIndex
const source = (code: string) => ({ code }) as SourceFacts
const found = (code: string): AnswerOrProblem<SourceFacts> => ({ value: source(code), problem: null })
const UNREAD: AnswerOrProblem<SourceFacts> = { value: null, problem: { code: 'file-unreachable', file: 'a' } }
const pressed = () => renderHook(({ of }) => usePressedSource(of), { initialProps: { of: index } })

it('shows why a source could not be read, until the next press finds one or the index changes', async () => {
  const { result, rerender } = pressed()
  await act(async () => expect(await result.current.press(async () => UNREAD)).toBe(false))
  expect(result.current.problem).toEqual(UNREAD.problem)
  await act(async () => void (await result.current.press(async () => found('1'))))
  expect(result.current).toMatchObject({ source: { code: '1' }, problem: null })
  await act(async () => void (await result.current.press(async () => UNREAD)))
  rerender({ of: {} as ProvinceIndex })
  expect(result.current).toMatchObject({ source: null, problem: null })
})

it('discards an answer that was overtaken by another press or selection', async () => {
  const { result } = pressed()
  const answers: ((answer: AnswerOrProblem<SourceFacts> | null) => void)[] = []
  const slow = () => new Promise<AnswerOrProblem<SourceFacts> | null>((answer) => answers.push(answer))
  const [first, second] = await act(async () => [result.current.press(slow), result.current.press(slow)] as const)
  await act(async () => {
    answers[1]!(found('second'))
    answers[0]!(found('first'))
    expect(await Promise.all([first, second])).toEqual([false, false])
  })
  expect(result.current.source).toEqual(source('second'))
  const third = await act(async () => [result.current.press(slow)] as const)
  await act(async () => {
    result.current.leave()
    answers[2]!(null)
    // Nothing is there, but another county was selected since, and must stay selected.
    expect(await third[0]).toBe(false)
  })
  expect(result.current.source).toBeNull()
})
