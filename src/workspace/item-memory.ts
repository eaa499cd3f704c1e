import { fingerprintOf } from '@/domain/intake/recognise/make-plan'
import type { ChentuDatabase } from '@/io/versions/database'
import type { ImportItem } from './import-item'
import type { ItemChoice } from './item-choice'
import { planItem } from './read-item'
import { rememberedChoice } from './remembered-choice'

type Memory = ChentuDatabase['mappings']

const fingerprint = ({ recognised }: ImportItem) => fingerprintOf(recognised.plan.header.names)

/** An item as a file with the same headings was read before, where one was; what was chosen for this one stands first. */
export async function recallItem(item: ImportItem, memory: Memory): Promise<ImportItem> {
  const known = await memory.get(fingerprint(item)).catch(() => undefined)
  if (!known) return item
  const roles = item.knowledge.vocabulary.targets.map(({ role }) => role)
  const choice = { ...rememberedChoice(known.choice, roles), ...item.choice }
  return planItem({ ...item, choice, remembered: true })
}

/** Keeps what was chosen for a file's headings: it holds for next month's file too; rows and months do not. */
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
