import 'fake-indexeddb/auto'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Inspections } from '@/features/explore/detail/Inspections'
import { History } from '@/features/field/record/History'
import { Tablets } from '@/features/import/records/Tablets'
import { startI18n } from '@/i18n'
import { isLater, type LedgerEvent } from '@/ledger/event'
import { nextEvent } from '@/ledger/event-chain'
import { tabletsOf } from '@/ledger/tablets'
import type { SourceSummary } from '@/questions/source/source-summary'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'

const device = 'a1b2c3d4e5f60718'
const target = { kind: 'stockpile', code: 'DC-1', name: '煤堆' }
const event = nextEvent(null, {
  device,
  at: '2022-10-31T08:00:00Z',
  author: '张三',
  body: { type: 'measurement', target, value: 7 } as unknown as LedgerEvent['body'],
})
const source = { ...target, row: 0 } as unknown as SourceSummary
const LINE_TEXT = /张三.*由更新版本写入，本版本不显示其内容/

beforeAll(async () => {
  await startI18n('zh-CN')
  useChentu.setState({ opened: { dataset: { rules: [], kinds: [] } } as never })
  const later = [event].filter(isLater)
  useLedger.setState({ later, tablets: tabletsOf([event], new Set(), new Map()), device: 'another' })
})
afterEach(cleanup)

describe('a record of a later version', () => {
  it.each([
    ['on the tablet', History],
    ['at the desk', Inspections],
  ])('is in the history of its source %s, and in no other', (_, List) => {
    render(<List source={source} />)
    expect(screen.getByText(LINE_TEXT)).toBeTruthy()
    cleanup()
    const { container } = render(<List source={{ ...source, code: 'DC-2' }} />)
    expect(container.textContent).toBe('')
  })

  it('is counted and listed among the tablets, whatever its content', () => {
    render(<Tablets />)
    expect(screen.getByText(/更新版本写入的记录 1 条/)).toBeTruthy()
    expect(screen.getByText(LINE_TEXT)).toBeTruthy()
  })
})
