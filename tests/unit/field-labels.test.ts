import { describe, expect, it } from 'vitest'
import { fieldsInFile, TARGETS } from '@/domain/intake/recognise/target'
import { en } from '@/i18n/en'
import { zh } from '@/i18n/zh-CN'

describe.each([
  ['zh-CN', zh.field],
  ['en', en.field],
])('labels of fields in %s', (_language, labels) => {
  it.each(TARGETS.map((target) => [target.role, target] as const))('%s: every field has one', (_role, target) => {
    const unnamed = fieldsInFile(target).filter(({ name }) => !(name in labels))
    expect(unnamed.map(({ name }) => name)).toEqual([])
  })
})
