import type { Look, LookLegend } from '@/domain/sources/view/look'
import { useChentu } from '@/store/chentu'
import { useAnswer } from './use-answer'

/** Legend of a look's colours on the day shown; null without a look, and until the worker has answered. */
export function useLookLegend(look: Look | null): LookLegend | null {
  const asOf = useChentu((state) => state.opened?.evaluation.asOf)
  return useAnswer(async (worker) => look && worker.lookLegend(look), `${asOf} ${JSON.stringify(look)}`)
}
