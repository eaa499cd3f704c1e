import type { Rule } from '@/domain/rules/rule'
import { DESCRIPTOR } from '@/io/package/package-files'
import { readDescriptor } from '@/io/package/read-descriptor'
import type { VersionStore } from '@/io/versions/version-store'
import type { DeliveredPackage } from '@/workspace/delivered-package'
import type { WorkingCopy } from '@/workspace/working-copy'
import { rulesOfFiles } from './rules-file'

/**
 * The rules of the version before the one in force; null if there is none, if it can't be read, or if it is another
 * city's.
 */
export async function rulesBefore(
  { head, descriptor }: WorkingCopy,
  store: VersionStore,
  delivered: DeliveredPackage,
): Promise<readonly Rule[] | null> {
  const { records } = descriptor.chentu
  if (head === null) return null
  if (head.before === null) return delivered.rules(records)
  const before = await store.find(head.before)
  if (before === undefined) return null
  const files = await store.files(before)
  const described = await readDescriptor(files, DESCRIPTOR)
  return described.value?.chentu.records === records ? rulesOfFiles(files, DESCRIPTOR) : null
}
