import { fingerprintOf } from '@/domain/intake/recognise/make-plan'
import type { ChentuDatabase } from '@/io/versions/database'
import type { ImportItem } from './import-item'
import type { ItemChoice } from './item-choice'
import { planItem } from './read-item'
import { rememberedChoice } from './remembered-choice'

type Memory = ChentuDatabase['mappings']

const fingerprint = ({ recognised }: ImportItem) => fingerprintOf(recognised.plan.header.names)

/**
 * Applies the choices made for an earlier file with the same headings, if any; choices for this item take precedence.
 */
export async function recallItem(item: ImportItem, memory: Memory): Promise<ImportItem> {
  const known = await memory.get(fingerprint(item)).catch(() => undefined)
  if (!known) return item
  const roles = item.knowledge.vocabulary.targets.map(({ role }) => role)
  const choice = { ...rememberedChoice(known.choice, roles), ...item.choice }
  return planItem({ ...item, choice, remembered: true })
}

/** Stores the choices for a file's headings for next month's file; rows and months are not stored. */
export async function rememberItem(item: ImportItem, memory: Memory): Promise<void> {
  const { role, columns, position } = item.recognised.plan
  const { gone, dataClass } = item.choice
  const choice: ItemChoice = {
    role,
    columns,
    position: position.columns,
    ...(position.datum && item.recognised.datum ? { datum: position.datum } : {}),
    ...(gone ? { gone } : {}),
    ...(dataClass ? { dataClass } : {}),
  }
  await memory.put({ fingerprint: fingerprint(item), choice })
}
