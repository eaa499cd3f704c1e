import 'fake-indexeddb/auto'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CasePlace } from '@/features/explore/cases/CasePlace'
import { OpenCase } from '@/features/explore/cases/OpenCase'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'

vi.mock('@/workers/client', async (original) => ({
  ...(await original<object>()),
  datasetWorker: () => ({
    likelySources: async () => null,
    searchSources: async (query: string) =>
      query === '堆场'
        ? [
            {
              source: 1,
              kind: 'stockpile',
              sameCode: null,
              name: '堆场甲',
              code: 'D1',
              county: '',
              position: [108.7, 34.3],
            },
            { source: 2, kind: 'stockpile', sameCode: null, name: '堆场乙', code: 'D2', county: '', position: null },
          ]
        : [],
  }),
}))

beforeEach(async () => {
  await startI18n('zh-CN')
  useChentu.setState({ opened: { dataset: { counties: [], outlines: { features: [] } } } as never })
})
afterEach(cleanup)

const NOWHERE = { position: null, source: null, reportedAt: null } as const

it('the place of a case is found by the name of a source that has a position', async () => {
  const typed = vi.fn()
  const { rerender } = render(<CasePlace {...NOWHERE} typed="堆场" onTyped={typed} />)
  const list = await screen.findByRole('list', { name: '按名称找到的污染源' })
  expect(list.textContent).not.toContain('堆场乙')
  expect(screen.getByText('请选择下面的一个污染源，或填写经纬度')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /^堆场甲.*D1$/ }))
  expect(typed).toHaveBeenCalledWith('108.7, 34.3', { kind: 'stockpile', code: 'D1', name: '堆场甲' })
  rerender(<CasePlace {...NOWHERE} typed="没有这处" onTyped={typed} />)
  await screen.findByText('不是经纬度，也没有找到有位置的污染源')
  rerender(<CasePlace {...NOWHERE} position={[108.7, 34.3]} typed="108.7, 34.3" onTyped={typed} />)
  expect(screen.queryByRole('list')).toBeNull()
  expect(screen.queryByRole('alert')).toBeNull()
})

it('a case is not opened while a name stands for its place: it would be opened elsewhere', async () => {
  const sort = { id: 's', title: { zh: '类', en: 'sort' }, from: {}, lead: [], terms: [], causes: [] }
  const dataset = {
    counties: [],
    outlines: { features: [] },
    cases: { sorts: [sort], likely: { source: { zh: '', en: '' } } },
  }
  useChentu.setState({ opened: { dataset, evaluation: { asOf: '2022-10-31' } } as never })
  render(<OpenCase opening="hand" />)
  const type = (name: string, value: string) => fireEvent.change(screen.getByLabelText(name), { target: { value } })
  type('经纬度或污染源名称', '堆场')
  expect(screen.getByText(/需要改正：位置/)).toBeTruthy()
  fireEvent.click(await screen.findByRole('button', { name: /^堆场甲.*D1$/ }))
  expect(screen.queryByText(/需要改正/)).toBeNull()
})

it('a case moved to a source tells its name, coordinates, and how far it is from where it was reported', () => {
  const source = { kind: 'stockpile' as never, code: 'D1', name: '堆场甲' }
  const at = { position: [108.7, 34.3] as const, source }
  const facts = () => [...screen.getByRole('status').children].map(({ textContent }) => textContent)
  const { rerender } = render(<CasePlace {...at} reportedAt={[108.7, 34.31]} typed="" onTyped={() => undefined} />)
  expect(facts()).toEqual(['堆场甲（D1）', '108.70000, 34.30000（WGS-84）', '距上报位置 1.1 公里'])
  rerender(<CasePlace {...at} reportedAt={[108.7, 34.3]} typed="" onTyped={() => undefined} />)
  expect(facts()).toEqual(['堆场甲（D1）', '108.70000, 34.30000（WGS-84）'])
})
