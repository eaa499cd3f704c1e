import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Notices } from '@/app/Notices'
import { useUpdates } from '@/app/use-updates'
import { startI18n } from '@/i18n'
import { BasemapNotice } from '@/map/basemap/BasemapNotice'
import { useChentu } from '@/store/chentu'
import { usePackageBasemap } from '@/store/device/package-basemap'
import { usePreferences } from '@/store/device/preferences'
import { withLinkOrigin } from '@/store/page/link-origin'
import { notice, useNotices } from '@/store/page/notices'
import { useWindows } from '@/store/steps/windows'
import { bindAddress } from '@/store/view/address'

vi.mock('@/workers/client', () => ({
  // The worker answers nothing: only the notices of the page itself matter here.
  datasetWorker: () => new Proxy({}, { get: () => () => new Promise(() => undefined) }),
  onDatasetWorkerStopped: () => undefined,
  datasetReopened: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))

beforeAll(async () => {
  await startI18n('zh-CN')
})
beforeEach(() => useNotices.setState({ codes: [] }))
afterEach(cleanup)

describe('notices', () => {
  it('are in one region in order of arrival, once each, and disappear when outdated', () => {
    render(<Notices />)
    expect(screen.queryByRole('region')).toBeNull()
    act(() => {
      useUpdates.setState({ update: 'waiting' })
      useWindows.setState({ elsewhere: { code: 'changed-elsewhere', file: '堆场.csv', seen: '2022-10-01T00:00:00Z' } })
      for (const code of ['elsewhere', 'update', 'worker-restarted', 'elsewhere'] as const) notice(code)
    })
    const said = () => [...screen.getByRole('region', { name: '提示' }).children].map((each) => each.textContent)
    expect(said()).toEqual([
      expect.stringContaining('其他窗口已更改数据：堆场.csv'),
      expect.stringContaining('尘图有新版本'),
      expect.stringContaining('已自动重新启动'),
    ])
    expect(screen.getAllByRole('alert').length).toBe(2)
    screen.getByRole('status')
    act(() => notice('elsewhere', false))
    expect(said().length).toBe(2)
  })
})

describe('the notice of stored data', () => {
  const start = (online: boolean, mode: 'field' | 'explore') => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online)
    const problems = [{ code: 'kept-copy', file: 'x', seen: '2022-11-03T01:00:00.000Z' }] as const
    useChentu.setState({ problems, view: { ...useChentu.getState().view, mode } } as never)
    useNotices.setState({ codes: ['kept-copy'] })
    render(<Notices />)
  }
  afterEach(() => {
    vi.restoreAllMocks()
    usePreferences.setState({ keptTold: '' })
    useChentu.setState({ problems: [], view: { ...useChentu.getState().view, mode: 'explore' } })
  })

  it('is short in the field, and once closed does not come back offline while the data is the same', () => {
    start(false, 'field')
    screen.getByText('没有联网，数据存于 2022-11-03 09:00')
    fireEvent.click(screen.getByRole('button', { name: '关闭' }))
    cleanup()
    start(false, 'field')
    expect(screen.queryByText(/没有联网/)).toBeNull()
    cleanup()
    start(true, 'field')
    screen.getByRole('button', { name: '重新加载页面' })
  })
})

describe('a link and its data', () => {
  const codes = () => useNotices.getState().codes
  const ring = { basis: 'centre', radiusMetres: 10_000 }
  const open = (checksum: string) => {
    const dataset = { checksum, formerChecksums: [], settings: { asOf: '2022-10-31', ring } }
    useChentu.setState({ opened: { dataset, ring, evaluation: { asOf: '2022-10-31' } } as never })
  }
  const LINK = '#/explore?data=00000000'

  it('is reported as of other data if somebody else made it, also in an open page', () => {
    history.replaceState(null, '', LINK)
    const stop = bindAddress()
    expect(useChentu.getState().view.data).toBe('00000000')
    open('11111111')
    dispatchEvent(new PopStateEvent('popstate'))
    expect(codes()).toEqual(['other-data'])
    // From now on it is the page’s own link.
    expect(location.hash).toContain('data=11111111')
    stop()
  })

  it('shows its plan and day beside the current ones', () => {
    const of = (year: number, asOf: string) => ({
      dataset: {
        checksum: '11111111',
        formerChecksums: [],
        settings: { asOf, ring, year },
        earlierPlans: [],
        kinds: [],
      },
      evaluation: { asOf },
      ring,
    })
    const link = withLinkOrigin(`https://office.example/${LINK}`, of(2022, '2022-10-31').dataset, '2022-10-31')
    history.replaceState(null, '', new URL(link).hash)
    const stop = bindAddress()
    useChentu.setState({ opened: of(2023, '2023-03-28') as never })
    act(() => notice('other-data'))
    render(<Notices />)
    screen.getByText(/当时按2022年方案，现按2023年方案；当时截至 2022-10-31，现截至 2023-03-28/)
    // Equal values are left out.
    act(() => useChentu.setState({ opened: of(2022, '2023-03-28') as never }))
    screen.getByText(/（当时截至 2022-10-31，现截至 2023-03-28）/)
    act(() => useChentu.setState({ opened: of(2022, '2022-10-31') as never }))
    screen.getByText('这个链接来自另一份数据：筛选和位置照旧，但数字可能不同。')
    // The page’s own address shows no notice.
    expect(location.hash).not.toContain('made')
    stop()
  })

  it('is not reported as foreign after a reload of the own page, though the data has changed', () => {
    useChentu.setState({ opened: null })
    history.replaceState({ depth: 0 }, '', LINK)
    const stop = bindAddress()
    expect(useChentu.getState().view.data).toBeNull()
    open('11111111')
    dispatchEvent(new PopStateEvent('popstate'))
    expect(codes()).toEqual([])
    stop()
  })
})

describe('without a network', () => {
  const goes = (isOnline: boolean) =>
    act(() => {
      vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline)
      dispatchEvent(new Event(isOnline ? 'online' : 'offline'))
    })

  it('all notices agree, and change as soon as it comes or goes', () => {
    const problems = [{ code: 'kept-copy', file: 'x', seen: '2022-11-03T01:00:00.000Z' }] as const
    useChentu.setState({ problems, wasOffline: true })
    usePackageBasemap.setState({ archive: null, refused: { fault: 'unreachable', bytes: null } })
    act(() => notice('kept-copy'))
    goes(false)
    render(
      <>
        <Notices />
        <BasemapNotice broken={[]} />
      </>,
    )
    screen.getByText(/^没有联网：显示的是 2022-11-03/)
    screen.getByText('没有联网，底图没有打开，其余照常；联网后自动打开')
    expect(screen.queryByRole('button', { name: '重新加载页面' })).toBeNull()
    goes(true)
    expect(screen.queryByText(/没有联网/)).toBeNull()
    screen.getByText(/^网络已恢复：显示的仍是 2022-11-03/)
    screen.getByRole('button', { name: '重新加载页面' })
    goes(false)
    expect(screen.getAllByText(/^没有联网/).length).toBe(2)
    useChentu.setState({ problems: [], wasOffline: false })
    usePackageBasemap.setState({ refused: null })
    vi.restoreAllMocks()
  })
})
