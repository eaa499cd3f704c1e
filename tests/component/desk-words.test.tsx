import { renderHook } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { useDeskWords } from '@/features/import/role-label'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'

beforeEach(() => useChentu.setState({ opened: { dataset: { kinds: [] } } as never }))

it.each(['zh-CN', 'en'] as const)(
  'the words for rows with problems keep their placeholders, in %s',
  async (language) => {
    await startI18n(language)
    const { problems, badRow } = renderHook(() => useDeskWords()).result.current()
    expect(problems.seen).toContain('{{seen}}')
    expect(problems.earlier).toContain('{{row}}')
    expect([badRow.at, badRow.cells].join()).toMatch(/\{\{column\}\}.*\{\{what\}\}.*\{\{cells\}\}/s)
    expect(badRow.expected['unknown-county']).toContain('{{expected}}')
    expect(badRow.expected['duplicate-code']).not.toBe(badRow.expected['unknown-county'])
  },
)
