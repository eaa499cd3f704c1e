import { describe, expect, it } from 'vitest'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { FIRST_VIEW, type View } from '@/store/view/view'
import { viewFor } from '@/store/view/view-for'
import { KINDS } from '../../fixtures/kinds'

const GONE = 'boiler'
const LOOK = { colour: null, size: null, method: 'equal', classes: 3, breaks: [], fixedBreak: null } as const
const having = (...ids: string[]) => ({ kinds: ids.map((id) => ({ ...KINDS[0]!, id })), rules: [] })
const along = (kind?: string) =>
  ({ operation: 'add', area: { type: 'line', ...(kind ? { kind } : {}), code: '1', metres: 9 } }) as const

describe('the view of an open package', () => {
  it('names no requirement that the package does not have', () => {
    const check = { type: 'all-yes', fields: ['a', 'b'] } as const
    const rule = {
      id: 'r',
      clause: 1,
      kind: 'yard',
      title: { zh: '', en: '' },
      scope: [],
      check,
      from: '2022-01-01',
      lead: [],
    }
    const filters = { ...NO_FILTERS, requirements: ['r', 'r/b', 'r/c', 'gone'] }
    const fitted = viewFor({ ...having('yard'), rules: [rule] }, { ...FIRST_VIEW, filters })
    expect(fitted.filters).toEqual({ ...filters, requirements: ['r', 'r/b'] })
  })

  it('names no kind that the package does not have', () => {
    const view: View = {
      ...FIRST_VIEW,
      filters: { ...NO_FILTERS, kinds: [GONE, 'yard'], counties: ['?'], area: [along(GONE), along('road'), along()] },
      hidden: ['points', GONE, 'yard', '?'],
      selected: { kind: GONE, code: '1' },
      look: { ...LOOK, kind: GONE },
      county: '?',
    }
    expect(viewFor(having('yard', 'road'), view)).toEqual({
      ...view,
      filters: { ...view.filters, kinds: ['yard'], area: [along('road'), along()] },
      hidden: ['points', 'yard'],
      selected: null,
      look: null,
    })
  })

  it('is the same, and its filters are, where nothing is dropped: what stands need not be asked for again', () => {
    const view: View = {
      ...FIRST_VIEW,
      filters: { ...NO_FILTERS, kinds: ['yard'] },
      selected: { kind: 'yard', code: '1' },
      look: { ...LOOK, kind: 'yard' },
    }
    expect(viewFor(having('yard'), view)).toBe(view)
    expect(viewFor(having('yard'), { ...view, selected: { kind: GONE, code: '1' } }).filters).toBe(view.filters)
    expect(viewFor(having('yard'), FIRST_VIEW)).toBe(FIRST_VIEW)
  })
})
