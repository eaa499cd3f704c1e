import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { type Target, type TargetRole, targetsOf } from '@/domain/intake/recognise/target'
import { useKinds } from '@/store/words/kinds'
import { wordOfExpected } from '@/ui/word-of-expected'
import type { DeskWords } from '@/workspace/import/desk-words'

/** The tables that the open package can import. */
export function useTargets(): readonly Target[] {
  return targetsOf(useKinds())
}

/** Display names of the tables, in the language of the page. */
export function useRoleLabel(): (role: TargetRole) => string {
  const { i18n } = useTranslation()
  const targets = useTargets()
  return (role) => {
    const target = targets.find((each) => each.role === role)
    return target ? inLanguage(target.title, i18n.language) : role
  }
}

/**
 * Returns a function that builds the texts of the import desk's workbooks and reports in the
 * user's language, on demand.
 */
export function useDeskWords(): () => DeskWords {
  const { t } = useTranslation()
  const targets = useTargets()
  const label = useRoleLabel()
  return () => {
    const problems = t('problem', { returnObjects: true, skipInterpolation: true }) as Record<string, string>
    const badRow = t('data.badRow', { returnObjects: true, skipInterpolation: true }) as Record<'at' | 'cells', string>
    const codes = Object.keys(problems) as Parameters<typeof wordOfExpected>[0][]
    return {
      roles: Object.fromEntries(targets.map(({ role }) => [role, label(role)])),
      reason: t('data.badReason'),
      rowNumber: t('data.badRowNumber'),
      problems,
      badRow: {
        ...badRow,
        and: t('ui.semicolon'),
        expected: Object.fromEntries(codes.map((code) => [code, problems[wordOfExpected(code)] ?? ''])),
      },
    }
  }
}
