import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AssignedCase, RoundOrder } from '@/domain/field/round-order'
import { EndRound } from '@/features/field/around/EndRound'
import { MissingStops } from '@/features/field/around/MissingStops'
import { RoundTab } from '@/features/field/around/RoundTab'
import { SkipReason } from '@/features/field/around/SkipReason'
import { WaitingRounds } from '@/features/field/around/WaitingRounds'
import { DeliveredRounds } from '@/features/field/round/DeliveredRounds'
import { endRound, previousProgress, reportRound } from '@/features/field/round/round-acts'
import { useTakeRounds } from '@/features/field/round/use-take-rounds'
import { changeLanguage, startI18n } from '@/i18n'
import { writeRoundOrder, writeRoundOrders } from '@/io/field/round-order-file'
import { useChentu } from '@/store/chentu'
import { useReceivedRounds } from '@/store/device/received-rounds'
import { useRound } from '@/store/device/round'
import { today } from '@/store/device/today'
import { ledger, useLedger } from '@/store/ledger'

/** The sources that the package has: all but one, which was removed. */
const worker = {
  findSource: vi.fn(async (_: string, code: string) =>
    code === 'LOST' ? null : { source: code, name: `堆${code}`, position: [108, 34] },
  ),
  roundsOfPackage: vi.fn(async (): Promise<string | null> => null),
}
vi.mock('@/workers/client', async (original) => ({ ...(await original<object>()), datasetWorker: () => worker }))

const stops = (codes: readonly string[]) => codes.map((code) => ({ kind: 'stockpile', code, name: `名${code}` }))
const order = (name: string, change: Partial<RoundOrder> = {}): RoundOrder => ({
  name,
  team: '一组',
  day: today(),
  stops: stops(['A', 'B']),
  from: 'desk',
  ...change,
})
const round = () => useRound.getState()
const take = () => renderHook(() => useTakeRounds()).result.current

beforeEach(async () => {
  await startI18n('zh-CN')
  localStorage.clear()
  round().end()
  round().settle()
  useReceivedRounds.setState({ team: '', orders: [] })
  useChentu.setState({ opened: { dataset: { kinds: [], warnings: [] } } as never })
  await ledger().database.events.clear()
  await useLedger.getState().load()
})
afterEach(cleanup)

describe('rounds in the office’s shared folder', () => {
  it('are imported once: today’s round starts by itself, others wait until the user starts them', async () => {
    useReceivedRounds.getState().setTeam('一组')
    const text = writeRoundOrders([order('今日线'), order('明日线', { day: '2999-01-01' })])
    const said = await take().fromOffice([text, writeRoundOrder(order('今日线'))])
    expect(said).toContain('已读入内勤下达的路线“今日线”')
    expect(said).toContain('收到内勤下达的路线 1 条：明日线（2999-01-01）')
    expect(round()).toMatchObject({ name: '今日线', from: 'desk' })
    expect(useReceivedRounds.getState()).toMatchObject({
      team: '一组',
      orders: [{ name: '今日线' }, { name: '明日线' }],
    })
    expect(await take().fromOffice([text])).toBe('')
    render(<WaitingRounds isPrimary={false} />)
    fireEvent.click(screen.getByRole('button', { name: '开始路线“明日线”' }))
    await waitFor(() => expect(round()).toMatchObject({ name: '明日线', did: 'replaced' }))
  })

  it('do not replace a round in progress, and rounds of other teams are ignored', async () => {
    round().begin({ day: today(), stops: stops(['X']) })
    useReceivedRounds.getState().setTeam('二组')
    const said = await take().fromOffice([writeRoundOrders([order('一组线'), order('全体线', { team: '' })])])
    expect(said).toBe(`收到内勤下达的路线 1 条：全体线（${today()}）。请在“路线”里开始。`)
    expect(round()).toMatchObject({ from: 'own', did: null })
    render(<WaitingRounds isPrimary={false} />)
    expect(screen.getAllByRole('listitem')).toHaveLength(1)
  })

  it('start by themselves on a tablet without a team only if they are for all teams', async () => {
    expect(await take().fromOffice([writeRoundOrders([order('一组线')])])).toContain('收到内勤下达的路线 1 条：一组线')
    expect(round().stops).toHaveLength(0)
    expect(useReceivedRounds.getState().team).toBe('')
    expect(await take().fromOffice([writeRoundOrders([order('全体线', { team: '' })])])).toContain('已读入')
    expect(round().name).toBe('全体线')
  })

  it('can also come with the data package, and the tablet says so', async () => {
    // A folder that did not answer is requested again.
    render(<DeliveredRounds />)
    await waitFor(() => expect(worker.roundsOfPackage).toHaveBeenCalledOnce())
    cleanup()
    worker.roundsOfPackage.mockResolvedValueOnce(writeRoundOrders([order('随包线', { team: '' })]))
    render(<DeliveredRounds />)
    await screen.findByText(/已读入内勤下达的路线“随包线”/)
    expect(round().name).toBe('随包线')
  })
})

describe('rounds for cases on the same day', () => {
  const given = (id: string): AssignedCase => ({
    ...{ id, title: `案件${id}`, sort: '', reason: '', position: null, observed: '2022-11-01T00:00:00.000Z' },
    ...{ due: [], likely: [], knows: [] },
  })
  const codes = () => round().stops.map(({ code }) => code)
  const ofCase = order('案件一', { team: '', stops: stops(['B', 'C']), cases: [given('1')] })

  it('join the round in progress without repeating a stop, and can be removed from it again', async () => {
    await take().byHand(writeRoundOrder(order('日常')))
    round().skip(stops(['A'])[0]!, '大门锁闭')
    const said = await take().byHand(writeRoundOrder(ofCase))
    expect(said).toBe(
      '已将“案件一”并入今天的路线“日常”，现共 3 处，原有的点位都在；并入前的可在“路线”里撤销恢复。收到异常处置任务 1 件：案件1。',
    )
    expect(codes()).toEqual(['A', 'B', 'C'])
    expect(round()).toMatchObject({ name: '日常', did: 'changed', skipped: { 'stockpile/A': '大门锁闭' } })
    render(<WaitingRounds isPrimary={false} />)
    expect(screen.queryByRole('listitem')).toBeNull()
    // If the round is read again, or the day’s round is sent again, nothing is lost and no stop is there twice.
    expect(await take().byHand(writeRoundOrder(ofCase))).toContain('没有重复加入')
    await take().byHand(writeRoundOrder(order('日常', { stops: stops(['A', 'D']) })))
    expect(codes()).toEqual(['A', 'D', 'B', 'C'])
    round().undo()
    expect(codes()).toEqual(['A', 'B', 'C'])
  })

  it('add only their own stops, not those of an ordinary round sent with them; that round waits, and replaces the current one when started', async () => {
    const mixed = order('城北线', {
      ...{ team: '', stops: stops(['B', 'C', 'D']) },
      cases: [{ ...given('1'), stops: [{ kind: 'stockpile', code: 'C' }] }],
    })
    await take().byHand(writeRoundOrder(order('日常')))
    expect(await take().fromOffice([writeRoundOrder(mixed)])).toBe(
      `已将路线“城北线”中异常处置的点位并入今天的路线“日常”，现共 3 处，原有的点位都在；并入前的可在“路线”里撤销恢复。收到异常处置任务 1 件：案件1。收到内勤下达的路线 1 条：城北线（${today()}）。请在“路线”里开始。`,
    )
    expect(codes()).toEqual(['A', 'B', 'C'])
    expect(round().name).toBe('日常')
    round().skip(stops(['C'])[0]!, '大门锁闭')
    round().skip(stops(['B'])[0]!, '大门锁闭')
    render(<WaitingRounds isPrimary={false} />)
    fireEvent.click(screen.getByRole('button', { name: '开始路线“城北线”' }))
    await waitFor(() => expect(round()).toMatchObject({ name: '城北线', did: 'replaced' }))
    expect(codes()).toEqual(['B', 'C', 'D'])
    // The other way round: past stops of the ordinary round are not added either.
    round().skip(stops(['B'])[0]!, '道路封闭')
    round().skip(stops(['C'])[0]!, '道路封闭')
    await take().begin(order('城南线', { stops: stops(['B', 'E']) }))
    expect(codes()).toEqual(['B', 'E', 'C'])
    expect(round().skipped).toEqual({ 'stockpile/C': '道路封闭' })
  })

  it('are followed together whichever of them is started, also if they come from the folder', async () => {
    const other = order('案件二', { team: '', stops: stops(['C', 'E']), cases: [given('2')] })
    await take().fromOffice([writeRoundOrders([ofCase, other])])
    expect(codes()).toEqual([])
    await take().begin(ofCase)
    expect(codes()).toEqual(['B', 'C', 'E'])
    const third = order('案件三', { team: '', stops: stops(['F']), cases: [given('3')] })
    expect(await take().fromOffice([writeRoundOrder(third)])).toContain('并入今天的路线')
    expect(codes()).toEqual(['B', 'C', 'E', 'F'])
  })

  it('wait for the user if they are not part of their day’s round, because they were removed or came before rounds could join', async () => {
    const after = '2022-11-01T02:00:00.000Z'
    const [first, second] = stops(['A', 'C'])
    const again = { ...ofCase, stops: [{ ...first!, after }, second!] }
    await take().byHand(writeRoundOrder(order('日常')))
    await take().byHand(writeRoundOrder(again))
    render(<WaitingRounds isPrimary={false} />)
    expect(screen.queryByRole('listitem')).toBeNull()
    act(() => round().undo())
    expect(codes()).toEqual(['A', 'B'])
    const press = () => fireEvent.click(screen.getByRole('button', { name: '开始路线“案件一”' }))
    press()
    await waitFor(() => expect(codes()).toEqual(['A', 'B', 'C']))
    expect(screen.queryByRole('listitem')).toBeNull()
    // All places are in the round already, but a visit before the case was reopened would count.
    act(() => round().setStops(stops(['A', 'B', 'C'])))
    press()
    await waitFor(() => expect(round().stops[0]).toMatchObject({ code: 'A', after }))
    expect(screen.queryByRole('listitem')).toBeNull()
  })

  it('that have joined a round are not offered again', async () => {
    const many = [1, 2, 3, 4, 5, 6].map((n) => order(`案件${n}`, { stops: stops([`C${n}`]), cases: [given(`${n}`)] }))
    await take().byHand(writeRoundOrder(order('日常')))
    await take().fromOffice([writeRoundOrders([...many, order('明日线', { day: '2999-01-01' })])])
    expect(codes()).toHaveLength(8)
    render(<WaitingRounds isPrimary={false} />)
    expect(screen.getByRole('button', { name: '开始路线“明日线”' })).toBeTruthy()
  })

  it('keep skipped stops skipped in their day’s round, but not in rounds of other days', async () => {
    const [b, c] = stops(['B', 'C'])
    await take().byHand(writeRoundOrder(ofCase))
    round().skip(c!, '大门锁闭')
    await take().byHand(writeRoundOrder(order('明日线', { day: '2999-01-01', stops: [b!, c!] })))
    expect(round()).toMatchObject({ name: '明日线', skipped: {} })
    round().undo()
    await take().byHand(writeRoundOrder(order('日常')))
    expect(codes()).toEqual(['A', 'B', 'C'])
    expect(round()).toMatchObject({ name: '日常', did: 'replaced', skipped: { 'stockpile/C': '大门锁闭' } })
  })

  it('do not keep a stop skipped that their day’s round asks to visit again', async () => {
    const [b, c] = stops(['B', 'C'])
    await take().byHand(writeRoundOrder(ofCase))
    for (const stop of [b!, c!]) round().skip(stop, '大门锁闭')
    const after = '2022-11-01T02:00:00.000Z'
    await take().byHand(writeRoundOrder(order('日常', { stops: [{ ...b!, after }] })))
    expect(round().skipped).toEqual({ 'stockpile/C': '大门锁闭' })
  })

  describe('of another team', () => {
    const others = order('二组案件', { team: '二组', stops: stops(['X', 'Y']), cases: [given('2')] })

    it('do not join a team’s round that tells the tablet its team', async () => {
      await take().fromOffice([writeRoundOrders([order('一组线'), others])])
      await take().begin(order('一组线'))
      expect(codes()).toEqual(['A', 'B'])
      expect(useReceivedRounds.getState().team).toBe('一组')
    })

    it('wait beside a round for all teams on a tablet without a team, until the user says which team it is', async () => {
      const forAll = order('全体线', { team: '' })
      await take().fromOffice([writeRoundOrder(forAll)])
      expect(await take().fromOffice([writeRoundOrder(others)])).toContain('收到内勤下达的路线 1 条：二组案件')
      // Sending the round again does not add them either.
      await take().fromOffice([writeRoundOrder({ ...forAll, stops: stops(['A', 'B', 'C']) })])
      expect(codes()).toEqual(['A', 'B', 'C'])
      expect(useReceivedRounds.getState().team).toBe('')
      render(<WaitingRounds isPrimary={false} />)
      fireEvent.click(screen.getByRole('button', { name: '开始路线“二组案件”' }))
      await waitFor(() => expect(codes()).toEqual(['A', 'B', 'C', 'X', 'Y']))
      expect(round()).toMatchObject({ name: '全体线', did: 'changed' })
      expect(useReceivedRounds.getState().team).toBe('二组')
    })

    it('replace the round if the user imports one that names the team', async () => {
      await take().byHand(writeRoundOrder(order('一组线')))
      const said = await take().byHand(writeRoundOrder(others))
      expect(said).toContain('已读入内勤下达的路线“二组案件”')
      expect(said).toContain('下达给二组，本机为一组')
      expect(said).not.toContain('没有重复加入')
      expect(codes()).toEqual(['X', 'Y'])
      expect(round()).toMatchObject({ name: '二组案件', did: 'replaced' })
      // Another file imported for that team joins it, and is reported as already there.
      const more = { ...others, name: '二组案件二', stops: stops(['Z']), cases: [given('3')] }
      expect(await take().byHand(writeRoundOrder(more))).toContain('现共 3 处')
      expect(codes()).toEqual(['X', 'Y', 'Z'])
      expect(useReceivedRounds.getState().team).toBe('一组')
    })

    it('also replace a team’s round if the rounds of all teams are listed', async () => {
      await take().byHand(writeRoundOrder(order('一组线')))
      useReceivedRounds.getState().setTeam('')
      expect(await take().fromOffice([writeRoundOrder(others)])).toContain('请在“路线”里开始')
      await take().begin(others)
      expect(codes()).toEqual(['X', 'Y'])
      expect(useReceivedRounds.getState().team).toBe('二组')
    })
  })

  it('with stops to be visited again leave none of these skipped', async () => {
    await take().byHand(writeRoundOrder(ofCase))
    for (const stop of stops(['B', 'C'])) round().skip(stop, '大门锁闭')
    const after = '2022-11-01T02:00:00.000Z'
    const [first, second] = stops(['B', 'C'])
    await take().byHand(writeRoundOrder({ ...ofCase, stops: [first!, { ...second!, after }] }))
    expect(round().skipped).toEqual({ 'stockpile/B': '大门锁闭' })
    expect(round().stops[1]).toMatchObject({ code: 'C', after })
  })

  it('keep the stops that the team added to its round', async () => {
    await take().byHand(writeRoundOrder(ofCase))
    round().toggleStop({ kind: 'stockpile', code: 'OWN' })
    await take().byHand(writeRoundOrder({ ...ofCase, stops: stops(['B']) }))
    expect(codes()).toEqual(['B', 'OWN'])
  })
})

describe('a round imported by the user', () => {
  it('is started, and the tablet says which of its sources it does not have', async () => {
    const text = writeRoundOrder(order('城北线', { stops: stops(['A', 'LOST']) }))
    expect(await take().byHand(text)).toContain('其中 1 处（共 2 处）不在本机数据中：名LOST。')
    const onSkip = vi.fn()
    const missing = { stop: round().stops[1]!, why: 'lost', state: 'open', reason: '' } as const
    const { rerender } = render(<MissingStops missing={[missing]} onSkip={onSkip} onDrop={() => null} />)
    fireEvent.click(screen.getByRole('button', { name: '跳过名LOST' }))
    expect(onSkip).toHaveBeenCalledWith(missing)
    expect(screen.getByRole('alert').textContent).toContain('这条路线有 1 处不在本机数据中')
    // The desk’s stop stays; the tablet’s own can be removed.
    expect(screen.queryByRole('button', { name: '从路线去掉名LOST' })).toBeNull()
    const onDrop = vi.fn()
    rerender(<MissingStops missing={[missing]} onSkip={onSkip} onDrop={() => onDrop} />)
    fireEvent.click(screen.getByRole('button', { name: '从路线去掉名LOST' }))
    expect(onDrop).toHaveBeenCalledOnce()
    expect(await take().byHand('{"format":"chentu-receipt-2"}')).toBeNull()
  })

  it('is reported if it is already here or belongs to another team', async () => {
    await take().byHand(writeRoundOrder(order('城北线')))
    expect(await take().byHand(writeRoundOrder(order('城北线')))).toContain('没有重复读入')
    expect(await take().byHand(writeRoundOrder(order('城南线', { team: '二组' })))).toContain('下达给二组，本机为一组')
  })
})

describe('what the tablet reports of a round to the desk', () => {
  const told = () => useLedger.getState().rounds.map(({ body }) => body)

  it('contains the names of its stops and the reasons for skipped ones, and is written once as long as nothing changes', async () => {
    await take().byHand(writeRoundOrder(order('城北线')))
    round().skip({ kind: 'stockpile', code: 'B' }, '大门锁闭')
    await reportRound()
    await reportRound()
    expect(useLedger.getState().events?.size).toBe(1)
    expect(told()).toEqual([
      {
        type: 'round',
        name: '城北线',
        team: '一组',
        since: today(),
        from: 'desk',
        ended: false,
        stops: [
          { kind: 'stockpile', code: 'A', name: '堆A', skipped: '' },
          { kind: 'stockpile', code: 'B', name: '堆B', skipped: '大门锁闭' },
        ],
      },
    ])
    endRound()
    await waitFor(() => expect(told()).toMatchObject([{ ended: true }]))
    // Started again, it still has the skipped stops.
    await take().begin(order('城北线'))
    expect(round().skipped).toEqual({ 'stockpile/B': '大门锁闭' })
  })

  it('is written once even if requested twice, also before the records are read', async () => {
    await take().byHand(writeRoundOrder(order('城北线', { day: '2999-01-01' })))
    await reportRound()
    const { load } = useLedger.getState()
    useLedger.setState({ events: null, rounds: [] })
    const both = Promise.all([reportRound(), reportRound()])
    await load()
    await both
    expect(useLedger.getState().events?.size).toBe(1)
    round().skip({ kind: 'stockpile', code: 'B' }, '大门锁闭')
    await Promise.all([reportRound(), reportRound()])
    expect(useLedger.getState().events?.size).toBe(2)
    expect(told()).toMatchObject([{ since: '2999-01-01', begun: today() }])
    // Started again on its day, it counts from the first start.
    endRound()
    await waitFor(() => expect(told()).toMatchObject([{ ended: true }]))
    round().settle()
    expect(previousProgress({ name: '城北线', team: '一组', day: '2999-01-01' })).toMatchObject({ begun: today() })
  })

  it('is stored in the office’s language, whatever the language of the screen', async () => {
    await changeLanguage('en')
    const onReason = vi.fn()
    render(<SkipReason title="A" act="" onReason={onReason} onClose={() => undefined} />)
    fireEvent.click(screen.getByRole('button', { name: 'Gate locked' }))
    expect(onReason).toHaveBeenCalledWith('大门锁闭')
  })

  it('gives the reasons for stops that a finished round left out', async () => {
    await take().byHand(writeRoundOrder(order('城北线')))
    round().skip({ kind: 'stockpile', code: 'B' }, '大门锁闭')
    const end = () => fireEvent.click(screen.getByRole('button', { name: '结束路线' }))
    render(<EndRound open={[{ kind: 'stockpile', code: 'A' }]} />)
    end()
    screen.getByRole('dialog', { name: '还有 1 站未查，原因是？' })
    expect(round().stops).toHaveLength(2)
    fireEvent.click(screen.getByRole('button', { name: '时间不够' }))
    await waitFor(() =>
      expect(told()).toMatchObject([{ ended: true, stops: [{ skipped: '时间不够' }, { skipped: '大门锁闭' }] }]),
    )
    expect(round().stops).toEqual([])
    // Undoing the end means that the team goes there after all.
    act(() => round().undo())
    expect(round().skipped).toEqual({ 'stockpile/B': '大门锁闭' })
    act(() => round().end())
    // Nobody needs to ask for the reason of an own stop.
    act(() => void round().begin({ day: today(), stops: stops(['X']) }))
    end()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(round().stops).toEqual([])
    // The same if the round is started again.
    await take().begin(order('城北线'))
    expect(round().skipped).toEqual({ 'stockpile/B': '大门锁闭' })
  })

  it('contains nothing of a round that was only tried out on the tablet', async () => {
    round().begin({ day: today(), stops: stops(['X']) })
    endRound()
    await reportRound()
    expect(told()).toEqual([])
  })
})

describe('a tablet without a round', () => {
  const near = (count: number) =>
    stops(Array.from({ length: count }, (_, i) => String(i))).map((stop, source) => ({
      ...{ ...stop, source, sameCode: null, status: 0, overdueDays: 0, metres: source },
      position: [108.7, 34.3 + source / 100],
    })) as never
  const origin = { position: [108.7, 34.3], kind: 'measured', accuracyMetres: 5, headingDegrees: null } as const
  const show = (count: number) => render(<RoundTab origin={origin} near={near(count)} km={1} />)
  const primary = () => [...document.querySelectorAll('button[data-weight="primary"]')].map((each) => each.textContent)

  it('offers one main action, and says what each other one does', () => {
    show(20)
    expect(primary()).toEqual(['自排路线：最严重的 8 处'])
    expect(screen.getByRole('button', { name: '改为最严重的 5 处' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '改为最严重的 12 处' })).toBeTruthy()
    cleanup()
    // With few sources nearby, several sizes would give the same list.
    show(3)
    expect(screen.getAllByRole('button', { name: /最严重的/ })).toHaveLength(1)
    cleanup()
    show(0)
    expect(primary()).toEqual(['读入路线文件'])
    cleanup()
    useReceivedRounds.setState({ orders: [order('明日线', { team: '', day: '2999-01-01' })] })
    show(20)
    expect(primary()).toEqual(['开始'])
  })

  it('imports a round from a file, and says where a receipt belongs', async () => {
    show(20)
    const give = (file: File) => fireEvent.change(screen.getByTestId('rounds'), { target: { files: [file] } })
    give(new File(['{"format":"chentu-receipt-2"}'], '回执.json'))
    await screen.findByText(/^回执\.json 是内勤的回执。这里只读路线/)
    give(new File([writeRoundOrder(order('北线'))], '北线.json'))
    await screen.findByText(/^北线\.json 是巡查路线。已读入内勤下达的路线“北线”/)
    expect(round()).toMatchObject({ name: '北线', from: 'desk' })
  })
})
