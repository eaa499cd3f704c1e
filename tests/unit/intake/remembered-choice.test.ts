import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rememberedChoice } from '@/workspace/remembered-choice'

const CHOICE = {
  role: 'construction-site',
  columns: { code: 0, lon: null },
  position: { lon: 3, lat: 4 },
  datum: 'gcj02',
  gone: 'keep',
  dataClass: 'real',
}

const ROLES = ['construction-site', 'restaurant']

describe('the remembered choices for a file', () => {
  it('are used as they were stored', () => {
    expect(rememberedChoice(CHOICE, ROLES)).toEqual(CHOICE)
    expect(rememberedChoice({ ...CHOICE, position: null }, ROLES)).toEqual({ ...CHOICE, position: null })
  })

  it('lose broken parts and keep the rest', () => {
    expect(rememberedChoice({ ...CHOICE, datum: 'mars', gone: 1, edits: 'x' }, ROLES)).toEqual({
      role: 'construction-site',
      columns: CHOICE.columns,
      position: CHOICE.position,
      dataClass: 'real',
    })
    expect(rememberedChoice({ ...CHOICE, columns: { code: 'first' } }, ROLES)).not.toHaveProperty('columns')
    expect(rememberedChoice({ ...CHOICE, role: 'castle' }, ROLES)).not.toHaveProperty('columns')
  })

  it('may be stored in any broken form', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(rememberedChoice(stored, ROLES)).toBeTypeOf('object')
      }),
    )
  })
})
