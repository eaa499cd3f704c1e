import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rememberedChoice } from '@/workspace/import/remembered-choice'

const CHOICE = {
  role: 'construction-site',
  columns: { code: 0, lon: null },
  position: { lon: 3, lat: 4 },
  datum: 'gcj02',
  dataClass: 'real',
}

const ROLES = ['construction-site', 'restaurant']

describe('the remembered choices for a file', () => {
  it('are used as they were stored', () => {
    expect(rememberedChoice(CHOICE, ROLES, 2022)).toEqual(CHOICE)
    expect(rememberedChoice({ ...CHOICE, position: null }, ROLES, 2022)).toEqual({ ...CHOICE, position: null })
  })

  it('include the years of days, but only in the year in which they were chosen', () => {
    const stored = { ...CHOICE, years: { inspectedOn: 2021 }, yearsChosenIn: 2022 }
    expect(rememberedChoice(stored, ROLES, 2022)).toEqual({ ...CHOICE, years: new Map([['inspectedOn', 2021]]) })
    expect(rememberedChoice(stored, ROLES, 2023)).toEqual(CHOICE)
    expect(rememberedChoice({ ...stored, years: 'x' }, ROLES, 2022)).toEqual(CHOICE)
  })

  it('lose broken parts and keep the rest', () => {
    expect(rememberedChoice({ ...CHOICE, datum: 'mars', gone: 'remove', edits: 'x' }, ROLES, 2022)).toEqual({
      role: 'construction-site',
      columns: CHOICE.columns,
      position: CHOICE.position,
      dataClass: 'real',
    })
    expect(rememberedChoice({ ...CHOICE, columns: { code: 'first' } }, ROLES, 2022)).not.toHaveProperty('columns')
    expect(rememberedChoice({ ...CHOICE, role: 'castle' }, ROLES, 2022)).not.toHaveProperty('columns')
  })

  it('may be stored in any broken form', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(rememberedChoice(stored, ROLES, 2022)).toBeTypeOf('object')
      }),
    )
  })
})
