import { expect, it } from 'vitest'
import { DUSTFALL_PUBLISHED_FIELDS } from '@/domain/sources/kinds/published'
import { tableSchema } from '@/io/package/write-package'

it('a schema requires values that no row may lack, but not a value whose absence has a meaning', () => {
  const { fields } = tableSchema(DUSTFALL_PUBLISHED_FIELDS)
  const constraintsOf = (name: string) => fields.find((field) => field.name === name)!.constraints
  expect(constraintsOf('区县')).toMatchObject({ required: true })
  expect(constraintsOf('降尘量')).toEqual({ minimum: 0, maximum: 1000 })
})
