import { itemNames, requirementsOf } from '@/domain/rules/requirement'
import { STATUS } from '@/domain/rules/status'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { statusOfItems } from '@/questions/filtered-findings'
import { memoOf } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'

/** A requirement, or one of its items, found by search. */
export interface FoundRequirement {
  readonly key: string
  /** Index of the rule. */
  readonly rule: number
  /** Field name of an item; null for the rule as a whole. */
  readonly item: string | null
  /** Number of sources that do not meet it: overdue or failing. */
  readonly broken: number
}

/** All requirements of a package with their names in both languages; loads the name index at the first call. */
const requirementNames = memoOf(async ({ pack }: OpenedPackage) => {
  const { indexNames } = await import('@/domain/search/name-index')
  const requirements = requirementsOf(pack.rules)
  const nameOf = (rule: number, item: string | null, language: string) =>
    item === null
      ? pack.rules[rule]!.title[language === 'en' ? 'en' : 'zh']
      : itemNames(pack, rule, [item], language)[0]!
  const names = indexNames(
    requirements.map(({ rule, item }) => ({
      name: nameOf(rule, item, 'zh-CN'),
      code: nameOf(rule, item, 'en'),
      county: '',
    })),
  )
  return { requirements, names }
})

/** Requirements and items whose name contains the query, as written or in pinyin. */
export async function searchRequirements(
  evaluated: EvaluatedPackage,
  query: string,
  count: number,
): Promise<FoundRequirement[]> {
  const { requirements, names } = await requirementNames(evaluated.opened)
  return names.search(query, count).map((place) => {
    const { key, rule, item } = requirements[place]!
    return { key, rule, item, broken: brokenBy(evaluated, rule, item) }
  })
}

function brokenBy(evaluated: EvaluatedPackage, rule: number, item: string | null): number {
  let broken = 0
  for (const findings of evaluated.findings) {
    if (findings.rule !== rule) continue
    const status =
      item === null ? findings.status : statusOfItems(evaluated, { findings, status: findings.status }, [item])
    for (const standing of status) if (standing >= STATUS.failing) broken++
  }
  return broken
}
