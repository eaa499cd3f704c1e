import { act, render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useKept } from '@/store/answers/use-kept'

function Numbers({ found }: { readonly found: string | null }) {
  const { value, isOld } = useKept(found)
  return <p data-old={isOld}>{value ?? 'nothing yet'}</p>
}

it('keeps the previous answer while the next is loading, and marks it as old', () => {
  const { container, rerender } = render(<Numbers found={null} />)
  const said = () => [container.textContent, container.querySelector('p')!.dataset.old]
  expect(said()).toEqual(['nothing yet', 'false'])
  for (const [found, text, old] of [
    ['12', '12', 'false'],
    [null, '12', 'true'],
    ['7', '7', 'false'],
  ] as const) {
    act(() => rerender(<Numbers found={found} />))
    expect(said()).toEqual([text, old])
  }
})
