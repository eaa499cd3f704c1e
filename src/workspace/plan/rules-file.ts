import type { Bilingual } from '@/domain/bilingual'
import type { Problem, Result } from '@/domain/problem'
import type { Rule } from '@/domain/rules/rule'
import { changedParts, type RulePart } from '@/domain/rules/rule-difference'
import { type RuleRefusal, refusalsOf } from '@/domain/rules/rule-refusal'
import { kindWithId } from '@/domain/sources/kinds/kind'
import { readText } from '@/io/formats/encoding'
import { parseJson } from '@/io/package/json'
import { withoutLaterRules } from '@/io/package/later-rules'
import type { PackageFiles } from '@/io/package/package-files'
import { PackageReader, readContents } from '@/io/package/package-reader'
import { fieldProblems, readingsOf, ruleSchema } from '@/io/package/plan'
import { readDescriptor } from '@/io/package/read-descriptor'
import { jsonText } from '@/io/package/write-package'
import type { OpenedPackage } from '@/questions/opened-package'
import { isObject, type Json } from '@/workspace/json-files'
import type { WorkingCopy } from '@/workspace/working-copy'

/** Value of `format` in a file that contains only rules. */
const FORMAT = 'chentu-rules'

/** A rule from a file, with the plan's rule of the same id. */
export interface ImportedRule {
  /** As written in the file, including properties unknown to this version. */
  readonly written: Json
  readonly rule: Rule
  /** The rule in force; null if the rule is new. */
  readonly now: Rule | null
  /** The differing parts; empty for a new rule, or if both are the same. */
  readonly parts: readonly RulePart[]
}

/** Content of a file of rules. */
export interface ImportedRules {
  readonly file: string
  /** Title and year of the plan for which they were written; '' and null if the file does not say. */
  readonly plan: string
  readonly year: number | null
  readonly rules: readonly ImportedRule[]
  /** Problems of rules that are left out. */
  readonly problems: readonly Problem[]
}

/** The rules in force as a file, with the plan's name and year and the kinds and columns that they need. */
export async function packRules({ opened, files, descriptor }: WorkingCopy): Promise<Result<Blob>> {
  const { pack } = opened
  const rules: unknown[] = []
  for (const { path } of descriptor.resources.filter(({ chentu }) => chentu.role === 'rules')) {
    const got = await files.read(path)
    if ('problem' in got) return { value: null, problems: [got.problem] }
    const parsed = parseJson(path, await readText(got.blob))
    if ('problem' in parsed) return { value: null, problems: [parsed.problem] }
    rules.push(...(Array.isArray(parsed.value) ? parsed.value : []))
  }
  const { year, plan } = pack.settings
  const value = { format: FORMAT, year, ...(plan ? { plan: planName(plan) } : {}), kinds: kindsNeeded(pack), rules }
  return { value: new Blob([jsonText(value)], { type: 'application/json' }), problems: [] }
}

const planName = ({ zh, en, number, day }: NonNullable<OpenedPackage['pack']['settings']['plan']>) => {
  return { zh, en, number, day }
}

function kindsNeeded({ kinds, rules }: OpenedPackage['pack']) {
  return kinds.flatMap((kind): { id: string; title: Bilingual; fields: readonly object[] }[] => {
    const own = rules.filter((rule) => rule.kind === kind.id)
    const read = new Set(own.flatMap(readingsOf).map(([name]) => name))
    const fields = kind.fields
      .filter(({ name }) => read.has(name))
      .map(({ name, title, type }) => ({ name, title, type }))
    return own.length === 0 ? [] : [{ id: kind.id, title: kind.title, fields }]
  })
}

/**
 * Reads a file of rules against the plan in force. Rules with problems are left out; the problems name the rule
 * (`seen`) and the part (`column`). Null if the file is not a file of rules.
 */
export async function readRulesFile(file: File, { pack }: OpenedPackage): Promise<Result<ImportedRules>> {
  const parsed = parseJson(file.name, await readText(file))
  if ('problem' in parsed) return { value: null, problems: [parsed.problem] }
  const { value } = parsed
  if (!isObject(value) || value.format !== FORMAT || !Array.isArray(value.rules))
    return { value: null, problems: [{ code: 'requirements-file-wrong', file: file.name }] }
  const problems: Problem[] = []
  const { kept, left } = withoutLaterRules(value.rules)
  problems.push(...left.map((seen): Problem => ({ code: 'rule-later', file: file.name, seen })))
  const seen = new Set<string>()
  const rules = (kept as readonly unknown[]).flatMap((written, i): ImportedRule[] => {
    const read = readRule(file.name, written, i, pack)
    const id = read.rule?.id ?? ''
    const twice: readonly Problem[] = seen.has(id)
      ? [{ code: 'requirement-wrong', file: file.name, column: 'title', seen: nameOf(written, i) }]
      : []
    seen.add(id)
    problems.push(...read.problems, ...(read.rule ? twice : []))
    if (!read.rule || twice.length > 0 || read.problems.length > 0) return []
    const now = pack.rules.find((rule) => rule.id === id) ?? null
    return [{ written: written as Json, rule: read.rule, now, parts: now ? changedParts(now, read.rule) : [] }]
  })
  const plan = isObject(value.plan) ? String(value.plan.zh ?? '') : ''
  const year = typeof value.year === 'number' ? value.year : null
  return { value: { file: file.name, plan, year, rules, problems }, problems }
}

/** Name of a rule in a file, for the user: its title, else its id or position. */
function nameOf(written: unknown, place: number): string {
  const { title, id } = isObject(written) ? written : {}
  const named = isObject(title) && typeof title.zh === 'string' ? title.zh.trim() : ''
  return named || (typeof id === 'string' && id !== '' ? id : `${place + 1}`)
}

/** The part of a rule to be corrected, by refusal code. */
const PART_OF: Readonly<Record<RuleRefusal['code'], RulePart>> = {
  'deadline-before-from': 'deadline',
  'until-before-from': 'until',
  negative: 'check',
  'value-unknown': 'check',
}

function readRule(file: string, written: unknown, place: number, { kinds, clauses, rules }: OpenedPackage['pack']) {
  const id = nameOf(written, place)
  const checked = ruleSchema.safeParse(written)
  if (!checked.success) {
    const problems = checked.error.issues.map((issue): Problem => {
      return { code: 'requirement-wrong', file, column: issue.path.join('.'), seen: id }
    })
    return { rule: null, problems }
  }
  const rule = checked.data
  const kind = kindWithId(kinds, rule.kind)
  const now = rules.find((each) => each.id === rule.id) ?? null
  const isOfClause = clauses.some(({ number }) => number === rule.clause)
  const problems: Problem[] = [
    ...refusalsOf(rule, now, kind).map(
      ({ code }): Problem => ({ code: 'requirement-wrong', file, column: PART_OF[code], seen: id }),
    ),
    ...(isOfClause ? [] : [{ code: 'requirement-wrong', file, column: 'clause', seen: id } as const]),
    ...(kind
      ? fieldProblems(file, { ...rule, id }, kind)
      : [{ code: 'rule-kind-unknown', file, kind: rule.kind, seen: id } as const]),
  ]
  return { rule, problems }
}

/** Reads the rules of a package without its tables; null if they can't be read. */
export async function rulesOfFiles(files: PackageFiles, file: string): Promise<readonly Rule[] | null> {
  const { value: descriptor } = await readDescriptor(files, file)
  if (descriptor === null) return null
  const wanted = descriptor.resources.filter(({ chentu }) => ['kinds', 'rules'].includes(chentu.role))
  const { value, problems } = await readContents(files, wanted)
  if (value === null || problems.length > 0) return null
  const reader = new PackageReader(value, new Map())
  return (await reader.rules(await reader.kinds())).rules
}
