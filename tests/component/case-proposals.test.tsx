import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { CaseProposals } from '@/features/explore/cases/CaseProposals'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { FIRST_VIEW } from '@/store/view/view'

const problems: { code: string; file: string }[] = []
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ caseProposals: async () => ({ proposed: [], problems }) }),
  onDatasetWorkerStopped: () => undefined,
  datasetReopened: () => undefined,
  datasetGivenUp: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))
afterEach(cleanup)

it('proposed cases say which readings can’t be read, since these propose none', async () => {
  await startI18n('zh-CN')
  useChentu.setState({
    view: FIRST_VIEW,
    opened: { dataset: { cases: { sorts: [] } }, evaluation: { asOf: '2022-10-31' }, shown: {} } as never,
  })
  const { rerender } = render(<CaseProposals key="whole" cases={[]} />)
  await screen.findByText('没有新的线索')
  expect(screen.queryByRole('alert')).toBeNull()
  problems.push({ code: 'kept-readings-lost', file: '2022-10' })
  rerender(<CaseProposals key="lost" cases={[]} />)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toMatch(/^有监测数据文件无法读取，以下结果不含其中的数据：2022-10/)
})
