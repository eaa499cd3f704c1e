import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { TablePanel } from '@/features/explore/table/TablePanel'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { useEdits } from '@/store/edits'
import { useLedger } from '@/store/ledger'
import { FIRST_VIEW } from '@/store/view/view'
import { KINDS } from '../fixtures/kinds'
import { RULES } from './table-worker'

/** For before, between and after the tests of a file. */
export function setUpTable() {
  beforeAll(async () => {
    await startI18n('zh-CN')
    // Its code takes longer to load than a test waits by default.
    await import('@/ui/popups/MenuPopup')
    // The grid is as high as a window.
    for (const side of ['clientHeight', 'clientWidth'] as const)
      Object.defineProperty(HTMLElement.prototype, side, { configurable: true, value: 600 })
  })
  beforeEach(() => {
    const view = { ...FIRST_VIEW, table: true, filters: { ...FIRST_VIEW.filters, kinds: ['stockpile'] } }
    const opened = {
      dataset: {
        kinds: KINDS,
        counties: [],
        checksum: '0',
        rules: RULES,
        endedRules: [],
        earlierPlans: [],
        settings: { year: 2022 },
        glossary: new Map(),
      },
      shown: { total: 3 },
      counts: {
        facets: { kinds: new Map(), requirements: new Map([['tidy', 2]]), leads: new Map([['市城管局', 2]]) },
      },
    }
    useChentu.setState({ view, selected: null, opened: opened as never, refresh: async () => undefined })
    useEdits.setState({ waiting: [], problems: [], done: null })
    useLedger.setState({ author: '李四', events: new Map() })
  })
  afterEach(cleanup)
}

export async function openTable() {
  const onClose = vi.fn()
  render(<TablePanel onClose={onClose} />)
  await screen.findByText('甲堆')
  const grid = screen.getByRole('grid')
  /** Text of the focused cell. */
  const here = () => document.activeElement?.textContent
  const press = (...keys: string[]) => {
    for (const key of keys) fireEvent.keyDown(document.activeElement!, { key })
  }
  const cell = (text: string) => within(grid).getByText(text).closest('td')!
  return { grid, here, press, cell, onClose }
}
