import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, it, vi } from 'vitest'
import Meeting from '@/features/meeting/Meeting'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { FIRST_VIEW } from '@/store/view/view'
import { openMeeting } from './small-meeting'

vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ meetingFigures: async () => null, countyStory: async () => null }),
  onDatasetWorkerStopped: () => undefined,
}))

beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(cleanup)

it.each(['ranking', 'year', 'race', 'movers'])(
  'notes in the scene %s that the current limit is another one',
  (scene) => {
    openMeeting({ meeting: { agenda: [{ scene, notes: '' }] } })
    const { opened } = useChentu.getState()
    const { dataset } = opened!
    const reports = dataset.reports.map((report) => ({ ...report, limitNow: 5 }))
    useChentu.setState({
      opened: { ...opened, dataset: { ...dataset, reports } },
      view: { ...FIRST_VIEW, mode: 'meeting' },
    } as never)
    render(<Meeting />)
    screen.getByText('限值 7 为公布时的限值；按现行限值 5 现算，超标区县：甲县、乙县')
  },
)
