import type { CaseSettings } from '@/domain/cases/settings'
import type { MonitoringSettings } from '@/domain/monitoring/settings'
import type { Problem, Result } from '@/domain/problem'
import type { Rule, UnreadRule } from '@/domain/rules/rule'
import type { Field } from '@/domain/sources/kinds/field'
import { type Kind, type KindId, kindWithId } from '@/domain/sources/kinds/kind'
import { RESERVED_LAYERS } from '@/domain/sources/kinds/reserved'
import { readTable } from '@/domain/sources/reading/read-table'
import type { Table } from '@/domain/table/column'
import type { TruckSettings } from '@/domain/trucks/settings'
import type { WarningMeasure } from '@/domain/warnings/measure'
import { heldIfSmall, readText, type Source } from '@/io/formats/encoding'
import { issuesText, type z } from '@/io/zod'
import { readCaseSettings } from './cases-file'
import { readCsvTable } from './csv-table'
import { PACKAGE_ROLES, type ResourceDescriptor, type Role } from './descriptor'
import { propertiesTable, readFeatures } from './geojson'
import { parseJson } from './json'
import { type KnownParts, unreadRule, withoutLaterRules, withoutLaterWarnings } from './later-rules'
import { readMonitoring } from './monitoring-file'
import type { PackageFiles } from './package-files'
import { packageKinds } from './package-kinds'
import { fieldProblems, rulesSchema } from './plan'
import { readTruckSettings } from './trucks-file'
import { warningMeasuresSchema } from './warnings'

/** A resource with its content. */
export interface Content {
  readonly descriptor: ResourceDescriptor
  readonly source: Source
}

/** Reads the resources of one opening and collects the problems. */
export class PackageReader {
  readonly problems: Problem[] = []

  constructor(
    private readonly contents: readonly Content[],
    private readonly known: ReadonlyMap<string, Table>,
  ) {}

  private withRole(role: Role): readonly Content[] {
    return this.contents.filter(({ descriptor }) => descriptor.chentu.role === role)
  }

  private keep<T>(result: Result<T>): T | null {
    this.problems.push(...result.problems)
    return result.value
  }

  private async json({ descriptor, source }: Content): Promise<unknown> {
    const parsed = parseJson(descriptor.path, await readText(source))
    if ('value' in parsed) return parsed.value
    this.problems.push(parsed.problem)
    return undefined
  }

  /** The kinds declared by the package; the first city's if it declares none. */
  async kinds(): Promise<readonly Kind[]> {
    const files = this.withRole('kinds')
    const values = await Promise.all(
      files.map(async (file) => ({ path: file.descriptor.path, value: await this.json(file) })),
    )
    const { kinds, problems } = packageKinds(values, [...PACKAGE_ROLES, ...RESERVED_LAYERS])
    this.problems.push(...problems)
    // A single invalid kind is left out; without any kind nothing could be shown.
    if (kinds.length === 0)
      this.problems.push({ code: 'package-invalid', file: files[0]!.descriptor.path, expected: 'kinds' })
    return kinds
  }

  /** `leaveOut` removes what only a later version knows, and returns what it removed. */
  async list<T>(role: Role, schema: z.ZodType<T[]>, leaveOut: (value: unknown) => KnownParts): Promise<T[]> {
    const found: T[] = []
    for (const content of this.withRole(role)) found.push(...(await this.listIn(content, schema, leaveOut)))
    return found
  }

  private async listIn<T>(
    content: Content,
    schema: z.ZodType<T[]>,
    leaveOut: (value: unknown) => KnownParts,
    unread: UnreadRule[] = [],
  ): Promise<T[]> {
    const value = await this.json(content)
    if (value === undefined) return []
    const { kept, left, unread: own = [] } = leaveOut(value)
    unread.push(...own)
    this.problems.push(...left.map((seen): Problem => ({ code: 'rule-later', file: content.descriptor.path, seen })))
    const checked = schema.safeParse(kept)
    if (checked.success) return checked.data
    this.problems.push({ code: 'package-invalid', file: content.descriptor.path, seen: issuesText(checked.error) })
    return []
  }

  /**
   * The rules of declared kinds; rules of other kinds are reported once per kind. Also returns rules that cannot be
   * read.
   */
  async rules(kinds: readonly Kind[]): Promise<{ readonly rules: Rule[]; readonly unreadRules: UnreadRule[] }> {
    const unreadRules: UnreadRule[] = []
    return { rules: await this.ofKinds('rules', rulesSchema, kinds, withoutLaterRules, unreadRules), unreadRules }
  }

  /** Measures of warnings for declared kinds; others are reported as for rules. */
  warningMeasures(kinds: readonly Kind[]): Promise<WarningMeasure[]> {
    return this.ofKinds('warning-measures', warningMeasuresSchema, kinds, withoutLaterWarnings)
  }

  private async ofKinds<T extends Pick<Rule, 'id' | 'kind' | 'scope'>>(
    role: Role,
    schema: z.ZodType<T[]>,
    kinds: readonly Kind[],
    leaveOut: (value: unknown) => KnownParts,
    unread: UnreadRule[] = [],
  ): Promise<T[]> {
    const found: T[] = []
    for (const content of this.withRole(role)) {
      const file = content.descriptor.path
      const lost = new Map<KindId, string[]>()
      for (const each of await this.listIn(content, schema, leaveOut, unread)) {
        const kind = kindWithId(kinds, each.kind)
        if (kind) {
          this.problems.push(...fieldProblems(file, each, kind))
          found.push(each)
        } else {
          lost.set(each.kind, [...(lost.get(each.kind) ?? []), each.id])
          const named = unreadRule(each)
          if (named) unread.push(named)
        }
      }
      for (const [kind, ids] of lost)
        this.problems.push({ code: 'rule-kind-unknown', file, kind, seen: ids.join('、') })
    }
    return found
  }

  /** Case settings; of several files the last counts. Null if none can be read. */
  async cases(): Promise<CaseSettings | null> {
    const content = this.withRole('cases').at(-1)
    const value = content && (await this.json(content))
    return value === undefined ? null : this.keep(readCaseSettings(content!.descriptor.path, value))
  }

  /** Settings for judging readings; of several files the last counts. */
  async monitoring(): Promise<MonitoringSettings | null> {
    const content = this.withRole('monitoring').at(-1)
    const value = content && (await this.json(content))
    return value === undefined ? null : this.keep(readMonitoring(content!.descriptor.path, value))
  }

  /** Settings for judging truck tracks; of several files the last counts. */
  async trucks(): Promise<TruckSettings | null> {
    const content = this.withRole('trucks').at(-1)
    const value = content && (await this.json(content))
    return value === undefined ? null : this.keep(readTruckSettings(content!.descriptor.path, value))
  }

  async features<S extends 'surface' | 'line' | 'point'>(role: Role, shape: S) {
    const found = []
    for (const content of this.withRole(role)) {
      const value = await this.json(content)
      const checked = value === undefined ? null : this.keep(readFeatures(content.descriptor.path, value, shape))
      found.push(...(checked?.features ?? []))
    }
    return { type: 'FeatureCollection' as const, features: found }
  }

  async tables(role: Role, fields: readonly Field[]): Promise<{ descriptor: ResourceDescriptor; table: Table }[]> {
    const found = []
    for (const content of this.withRole(role)) {
      const table = this.known.get(content.descriptor.path) ?? (await this.table(content, fields))
      if (table) found.push({ descriptor: content.descriptor, table })
    }
    return found
  }

  private async table(content: Content, fields: readonly Field[]): Promise<Table | null> {
    const { path, chentu } = content.descriptor
    if (!path.endsWith('.geojson')) return this.keep(await readCsvTable(path, content.source, fields, chentu))
    const value = await this.json(content)
    const lines = value === undefined ? null : this.keep(readFeatures(path, value, 'line'))
    return lines && this.keep(readTable(propertiesTable(path, lines.features, fields), fields))
  }
}

/** The contents of resources, read side by side; those that cannot be read are reported. */
export async function readContents(
  files: PackageFiles,
  descriptors: readonly ResourceDescriptor[],
): Promise<Result<Content[]>> {
  const read = await Promise.all(
    descriptors.map(async (descriptor) => {
      const got = await files.read(descriptor.path)
      return 'blob' in got ? { descriptor, source: await heldIfSmall(got.blob) } : got
    }),
  )
  const problems = read.flatMap((got) => ('problem' in got ? [got.problem] : []))
  const value = read.filter((got): got is Content => 'source' in got)
  return { value, problems }
}
